import { type Source, sourceOf } from '../../formats/report.ts';
import type { JourneyWorkspace, UnreadFile } from '../../language/journey-workspace.ts';
import { dependsOnOthers } from '../../language/problems.ts';
import { analyse } from '../analyse.ts';
import { pathOf } from '../inputs.ts';
import { workspaceFor } from '../workspace.ts';
import { type FileOutcome, type Job, type Portion, portionSize } from './job.ts';
import { LeanFindings } from './lean-finding.ts';
import { printFile } from './print-file.ts';

/** How many portions a job has. */
export function portionCount({ inputs: { uris } }: Job): number {
  return Math.ceil(uris.length / portionSize);
}

/**
 * Reads and checks inputs in a workspace of its own, and lets them go again, so that the memory for trees is needed only once.
 * A file's findings depend on what it imports and on nothing that was checked before, so any portion can be checked anywhere.
 */
export class Checker {
  readonly #job: Job;
  readonly #workspace: JourneyWorkspace;
  readonly #lean: LeanFindings;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #imported = new Set<string>();
  /** What has been looked at for the file that is printed. */
  readonly #sources = new Map<string, Source>();

  private constructor(job: Job, workspace: JourneyWorkspace) {
    this.#job = job;
    this.#workspace = workspace;
    this.#lean = new LeanFindings(job.locale);
    this.#positions = new Map(job.inputs.uris.map((uri, position) => [uri, position]));
  }

  static async open(job: Job): Promise<Checker> {
    return new Checker(job, await workspaceFor(job.inputs));
  }

  async portion(number: number): Promise<Portion> {
    const uris = this.#job.inputs.uris.slice(number * portionSize, (number + 1) * portionSize);
    const unread: UnreadFile[] = [];
    const files: FileOutcome[] = [];
    for (const uri of uris) {
      unread.push(...(await this.#workspace.load([uri])));
      const document = this.#workspace.document(uri);
      const isLeft = document !== undefined && dependsOnOthers(document);
      const outcome = isLeft ? ({ kind: 'left', uri } as const) : this.#check(uri);
      if (outcome !== undefined) files.push(outcome);
      // Before the next one: what is there when the engine collects its garbage is copied, and soon taken for long-lived.
      this.#workspace.release();
    }
    return { files, unread, imported: this.#newImports() };
  }

  /** Checks files that were left, after reading whatever else there is. */
  async *left(uris: readonly string[]): AsyncIterable<FileOutcome> {
    const all = this.#job.inputs.uris;
    for (let first = 0; first < all.length; first += portionSize) {
      await this.#workspace.load(all.slice(first, first + portionSize));
      this.#workspace.release();
    }
    for (const [index, uri] of uris.entries()) {
      await this.#workspace.linkWaiting([uri]);
      const outcome = this.#check(uri);
      if (outcome !== undefined) yield outcome;
      if (index % portionSize === portionSize - 1) this.#workspace.release();
    }
  }

  /** Undefined for a file that is not there. */
  #check(uri: string): FileOutcome | undefined {
    const { configurations, printing, locale } = this.#job;
    const configuration = configurations[this.#positions.get(uri) ?? -1];
    const result = configuration && analyse(this.#workspace, uri, configuration);
    if (result === undefined) return undefined;
    if ('failure' in result) return { kind: 'failed', uri, error: result.failure };
    if (printing === undefined) return { kind: 'checked', uri, file: this.#lean.file(uri, result) };
    this.#sources.clear();
    const sources = { get: (each: string) => this.#source(each) };
    return { kind: 'printed', uri, ...printFile({ sources }, { uri, ...result }, printing, locale) };
  }

  #newImports(): readonly string[] {
    const { IndexManager: index } = this.#workspace.shared.workspace;
    const fresh = index.uris().filter((uri) => !this.#positions.has(uri) && !this.#imported.has(uri));
    for (const uri of fresh) this.#imported.add(uri);
    return fresh;
  }

  #source(uri: string): Source {
    let source = this.#sources.get(uri);
    if (source === undefined) {
      source = sourceOf(pathOf(uri, this.#job.inputs), this.#workspace.textOf(uri) ?? '');
      this.#sources.set(uri, source);
    }
    return source;
  }
}
