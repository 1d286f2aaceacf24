import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { RESULT_ENDING } from '../../evidence/result-file.ts';
import { CONFIGURATION_FILE } from '../../friction/configuration/configuration.ts';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import type { Changes } from '../checked-workspace.ts';
import { isIgnored } from '../files/discover.ts';
import { ROOT_MARKS } from '../files/access.ts';

/** Editors write a file in several steps, and `git switch` writes many files. */
const quietMilliseconds = 60;

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
  /** Of folders around what is followed: of these only what is directly in them. */
  readonly #around: FSWatcher;
  readonly #known = new Set<string>();
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
    const options = { ignoreInitial: true, ignorePermissionErrors: true };
    this.#inside = watch([...paths], { ...options, ignored: (path, stats) => !this.#isInside(path, stats?.isFile()) });
    this.#around = watch([], { ...options, depth: 0, ignored: (path) => !this.#isAround(path) });
    for (const watcher of [this.#inside, this.#around]) {
      watcher.on('error', onError);
      watcher.on('all', (event, path) => this.#note(path, event !== 'change'));
    }
    // A folder that was deleted and is there again is another one for the system.
    this.#around.on('all', (event, path) => {
      if (this.#named.has(path) && event.startsWith('add')) this.#inside.add(path);
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
    const fresh = [...folders].filter((folder) => !this.#known.has(folder) && !this.#holds(folder));
    if (fresh.length === 0) return;
    for (const folder of fresh) this.#known.add(folder);
    this.#around.add(fresh);
  }

  /** Calls back though nothing has changed. */
  nudge(): void {
    this.#wait();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#giveUp();
    await Promise.all([this.#inside.close(), this.#around.close()]);
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

  /** Whether a folder is below one that is followed with all that is in it. */
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

  #isAround(path: string): boolean {
    if (this.#known.has(path) || this.#named.has(path)) return true;
    const folder = dirname(path);
    if (!this.#known.has(folder)) return false;
    // What is in it is told of anyhow, but for `.git`.
    return ROOT_MARKS.has(basename(path)) || (!this.#named.has(folder) && isOfInterest(basename(path)));
  }
}

function isOfInterest(name: string): boolean {
  return name === CONFIGURATION_FILE || [JOURNEY_EXTENSION, RESULT_ENDING].some((ending) => name.endsWith(ending));
}
