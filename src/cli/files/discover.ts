import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import { emptyPath, errorText, notJourney, type Problem } from './problem.ts';

/** A file that is to be checked. */
interface InputFile {
  /** Absolute. */
  readonly file: string;
  /** Relative to the current folder, with forward slashes: how it is shown. */
  readonly path: string;
}

export interface Discovery {
  /** In the order of their paths, each file once. */
  readonly files: readonly InputFile[];
  readonly problems: readonly Problem[];
}

/** Folders that are never looked into, besides those whose name begins with a dot. A folder that is named is. */
const ignoredFolders: ReadonlySet<string> = new Set(['node_modules', 'dist']);

/**
 * All journey files that the operands name: a file as it is, and of a folder every one in it and below. Symbolic links
 * are followed, but nothing is visited twice, so a loop of links ends.
 */
export function discover(operands: readonly string[], cwd: string): Discovery {
  const walk = new Walk(cwd);
  for (const operand of operands) walk.add(operand);
  return { files: walk.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), problems: walk.problems };
}

/** A path as it is shown: relative to the current folder, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return (sep === '/' ? path : path.split(sep).join('/')) || '.';
}

class Walk {
  readonly files: InputFile[] = [];
  readonly problems: Problem[] = [];
  /** Real paths of the files and folders that have been visited. */
  readonly #visited = new Set<string>();
  readonly #cwd: string;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Adds a file, or a folder with everything in it. */
  add(operand: string): void {
    if (operand === '') {
      this.problems.push({ path: '""', reason: emptyPath });
      return;
    }
    const path = resolve(this.#cwd, operand);
    this.#attempt(path, () => {
      if (statSync(path).isDirectory()) this.#addFolder(path);
      else if (path.endsWith(JOURNEY_EXTENSION)) this.#addFile(path, realpathSync.native(path));
      else this.#complain(path, notJourney);
    });
  }

  #addFolder(path: string): void {
    const problems = this.problems.length;
    const links: string[] = [];
    this.#walk(path, realpathSync.native(path), links);
    // Last, so that a file that is also there under its own name is shown by that name.
    for (let link = links.shift(); link !== undefined; link = links.shift()) this.#follow(link, links);
    // What is in it may have been added already, by an earlier operand.
    const inside = path.endsWith(sep) ? path : path + sep;
    if (problems === this.problems.length && !this.files.some(({ file }) => file.startsWith(inside))) {
      this.#complain(path, {
        en: `no ${JOURNEY_EXTENSION} files in this folder`,
        ja: `このフォルダーに ${JOURNEY_EXTENSION} ファイルがありません`,
      });
    }
  }

  #walk(folder: string, real: string, links: string[]): void {
    if (this.#visited.has(real)) return;
    this.#visited.add(real);
    this.#attempt(folder, () => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isSymbolicLink()) links.push(path);
        else if (entry.isDirectory() && !isIgnored(entry.name)) this.#walk(path, join(real, entry.name), links);
        else if (entry.isFile() && entry.name.endsWith(JOURNEY_EXTENSION)) this.#addFile(path, join(real, entry.name));
      }
    });
  }

  #follow(link: string, links: string[]): void {
    if (link.endsWith(JOURNEY_EXTENSION)) {
      this.#attempt(link, () => {
        const real = realpathSync.native(link);
        if (statSync(real).isFile()) this.#addFile(link, real);
      });
    } else if (!isIgnored(basename(link))) {
      // A broken link by another name is not ours to complain about.
      const stats = attempt(() => statSync(link));
      if (stats?.isDirectory() === true) this.#walk(link, realpathSync.native(link), links);
    }
  }

  #addFile(file: string, real: string): void {
    if (this.#visited.has(real)) return;
    this.#visited.add(real);
    this.files.push({ file, path: shownPath(file, this.#cwd) });
  }

  #attempt(path: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#complain(path, errorText(error));
    }
  }

  #complain(path: string, reason: Problem['reason']): void {
    this.problems.push({ path: shownPath(path, this.#cwd), reason });
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Whether a folder of this name is left out unless it is named. */
export function isIgnored(name: string): boolean {
  return name.startsWith('.') || ignoredFolders.has(name);
}
