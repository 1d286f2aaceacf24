import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { RESULT_ENDING } from '../../evidence/result-file.ts';
import { CONFIGURATION_FILE } from '../../friction/configuration/configuration.ts';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import type { Changes } from '../checked-workspace.ts';
import { isIgnored } from '../files/discover.ts';
import { ROOT_MARKS } from '../files/access.ts';
import { FolderWatch } from './folder-watch.ts';

/** Editors write a file in several steps, and `git switch` writes many files. */
const quietMilliseconds = 60;

/** Until then a folder that has come is followed with all that is in it. */
const settledMilliseconds = 500;

export interface FollowOptions {
  /** Files and folders, absolute; folders with all that is in them. */
  readonly paths: readonly string[];
  /**
   * Called with what may have changed, one call after the other, and first when nothing that changes from then on is missed. Must not
   * fail.
   */
  readonly onChange: (changes: Changes) => Promise<void>;
  /** Something keeps files from being followed. */
  readonly onError: (error: unknown) => void;
}

/** Tells when journeys, their configurations or their measurements may have changed. */
export class Following {
  readonly #onChange: FollowOptions['onChange'];
  readonly #named: ReadonlySet<string>;
  readonly #inside: FSWatcher;
  /** Of folders around what is followed. */
  readonly #around = new FolderWatch((path) => this.#happenedAround(path));
  #paths = new Set<string>();
  #isMoved = false;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  /** Ends the waiting for what would never come. */
  #giveUp: () => void = () => undefined;
  #running: Promise<void>;

  constructor({ paths, onChange, onError }: FollowOptions) {
    this.#onChange = onChange;
    this.#named = new Set(paths);
    this.#inside = watch([...paths], {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      ignored: (path, stats) => !this.#isInside(path, stats?.isFile()),
    });
    this.#inside.on('error', onError);
    this.#inside.on('all', (event, path) => this.#note(path, event !== 'change'));
    // It is silent when nothing but the rights have changed, and when the time of a file is the same as before.
    this.#inside.on('raw', (event, name, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string };
      // Some systems give no name.
      if (watchedPath === undefined || !isOfInterest(basename(name ?? ''))) return;
      this.#note(basename(watchedPath) === basename(name) ? watchedPath : join(watchedPath, name), event === 'rename');
    });
    const ready = new Promise<void>((done) => {
      this.#giveUp = done;
      this.#inside.once('ready', () => done());
    });
    this.#isMoved = true;
    this.#running = ready.then(async () => this.#tell());
  }

  /** Also tells what changes directly in these folders, as far as it is not told anyhow. */
  around(folders: Iterable<string>): void {
    for (const folder of folders) if (!this.#around.has(folder) && !this.#holds(folder)) this.#around.add(folder);
  }

  /** Calls back though nothing has changed. */
  nudge(): void {
    this.#wait();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#giveUp();
    this.#around.close();
    await this.#inside.close();
    await this.#running;
  }

  #note(path: string, isMoved: boolean): void {
    this.#paths.add(path);
    this.#isMoved ||= isMoved;
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(async () => this.#tell());
    }, quietMilliseconds);
  }

  async #tell(): Promise<void> {
    if (this.#isOver) return;
    const changes = { paths: [...this.#paths], isMoved: this.#isMoved };
    this.#paths = new Set();
    this.#isMoved = false;
    await this.#onChange(changes);
  }

  /** Whether a folder is below one that is followed with all that is in it. A way out of that begins with two dots. */
  #holds(folder: string): boolean {
    return [...this.#named].some((path) => {
      const inside = relative(path, folder);
      return inside !== '' && !isAbsolute(inside) && !inside.split(sep).some(isIgnored);
    });
  }

  #isInside(path: string, isFile = false): boolean {
    if (this.#named.has(path)) return true;
    return isFile ? isOfInterest(basename(path)) : !isIgnored(basename(path));
  }

  #happenedAround(path: string): void {
    const name = basename(path);
    if (this.#named.has(path)) {
      // One that was deleted and is there again is another one for the system. What is made in it meanwhile is looked for later.
      this.#inside.add(path);
      setTimeout(() => this.#note(path, true), settledMilliseconds);
    }
    // Of what is in a folder that is followed it is told anyhow, but for `.git`.
    const isTold = this.#named.has(dirname(path)) && !ROOT_MARKS.has(name);
    if (this.#around.has(path) || ROOT_MARKS.has(name) || (!isTold && isOfInterest(name))) this.#note(path, true);
  }
}

function isOfInterest(name: string): boolean {
  return name === CONFIGURATION_FILE || [JOURNEY_EXTENSION, RESULT_ENDING].some((ending) => name.endsWith(ending));
}
