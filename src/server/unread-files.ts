import { normalized } from '../language/workspace/file-access.ts';
import type { JourneyWorkspace } from '../language/workspace/journey-workspace.ts';
import type { Host } from './host.ts';
import type { KnownFiles } from './known-files.ts';
import { type IndexingProgress, noProgress } from './progress.ts';

/** How long requests at the start wait for the files of the folders to be read, in milliseconds; then they answer with what is there. */
const patience = 2000;

/** After so many files that nobody knew, others are asked to help, as long as there are so many more: they take a while to start. */
const unknownBefore = 10;
const worthHelp = 300;

/** How many files others are given at once, and how much of what is left at most, so that all are done at about the same time. */
const portion = 10;
const share = 8;

/**
 * The files of the folders that have not been read yet. They are read a few at a time, so that others have their turn. Where others
 * help, they do the most of it, and here is taken in what they return.
 */
export class UnreadFiles {
  readonly #workspace: JourneyWorkspace;
  readonly #host: Host;
  readonly #known: KnownFiles;
  readonly #isUnchecked: (uri: string) => boolean;
  readonly #uris = new Set<string>();
  /** Those of them that others have checked, or left to us. */
  readonly #returned = new Set<string>();
  /** Whether others are at work, and have returned something. */
  #isHelped = false;
  #onReady: () => void = () => undefined;
  /** Those that others may still be given, the last one first: here the first ones are read. */
  #left: string[] = [];
  /** How many files nobody knew, since others were last asked to help. */
  #unknown = 0;
  #progress: IndexingProgress = noProgress;
  /** Until when requests wait for the files of the folders. */
  #readBy = 0;

  /** @param isUnchecked whether a file that is read, by its URI, has still to be checked */
  constructor(workspace: JourneyWorkspace, host: Host, known: KnownFiles, isUnchecked: (uri: string) => boolean) {
    this.#workspace = workspace;
    this.#host = host;
    this.#known = known;
    this.#isUnchecked = isUnchecked;
  }

  get size(): number {
    return this.#uris.size;
  }

  get uris(): readonly string[] {
    return [...this.#uris];
  }

  /** Whether one of them is to be read now: while others are at work, only what they have returned. */
  get isReady(): boolean {
    return this.isReturned || (this.#uris.size > 0 && !this.#isHelped);
  }

  /** Whether others have returned one of them, so that to read it takes little. */
  get isReturned(): boolean {
    return this.#returned.size > 0;
  }

  /** Calls back when one of them may be ready that was not. */
  onReady(callback: () => void): void {
    this.#onReady = callback;
  }

  /** Whether a request should rather wait for them: many a name leads nowhere before its file is read. */
  get isWorthWaiting(): boolean {
    return this.#uris.size > 0 && performance.now() < this.#readBy;
  }

  /** The reading of the folders begins: somebody is told how far it is, and requests wait a while. */
  begin(progress: IndexingProgress): void {
    this.#readBy = performance.now() + patience;
    this.#progress = progress;
  }

  /** Looks which files there are in folders. */
  async find(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      for (const uri of await this.#host.find(folder)) {
        const key = normalized(uri);
        // What an editor shows counts, and is read already.
        if (!this.#workspace.isAsked(key)) this.#uris.add(key);
      }
    }
    this.#left = [...this.#uris];
    this.#unknown = 0;
    this.#progress.begin(this.#uris.size);
  }

  /** It is read by now, or need not be read any more. */
  delete(uri: string): void {
    this.#uris.delete(uri);
    this.#returned.delete(uri);
  }

  /** Reads the next one and what it imports; gives its URI, or nothing when all are read. */
  async readOne(): Promise<string | undefined> {
    const [returned] = this.#returned;
    const [first] = this.#uris;
    const uri = returned ?? first;
    if (uri === undefined) return undefined;
    if (!(await this.#known.take(uri))) this.#meetUnknown();
    await this.#workspace.load([uri]);
    this.delete(uri);
    return uri;
  }

  /** Tells how far it is, given how many files are still to be checked. */
  report(unchecked: number): void {
    this.#progress.report(this.#uris.size, unchecked);
  }

  /** Everything is read and checked. */
  end(): void {
    this.#progress.end();
    this.#progress = noProgress;
  }

  #meetUnknown(): void {
    this.#unknown += 1;
    if (this.#unknown !== unknownBefore || this.#uris.size <= worthHelp) return;
    this.#known.help({
      next: () => this.#handOut(),
      returned: (uris) => this.#takeBack(uris),
      ended: () => {
        this.#isHelped = false;
        this.#onReady();
      },
    });
  }

  /** Some files for others to check. */
  #handOut(): readonly string[] {
    const count = Math.min(portion, Math.ceil(this.#uris.size / share));
    const given: string[] = [];
    for (let uri = this.#left.pop(); uri !== undefined; uri = this.#left.pop()) {
      if (this.#uris.has(uri) || this.#isUnchecked(uri)) given.push(uri);
      if (given.length >= count) break;
    }
    return given;
  }

  #takeBack(uris: readonly string[]): void {
    this.#isHelped = true;
    for (const uri of uris) if (this.#uris.has(uri)) this.#returned.add(uri);
    this.#onReady();
  }
}
