import type { FilewiseFormat } from '../../formats/filewise.ts';
import { type CheckedFile, type Source, sourceOf } from '../../formats/report.ts';
import type { UnreadFile } from '../../language/workspace/file-access.ts';
import { isLibrary, libraryUris } from '../../language/library/library.ts';
import type { FileResult, FileToAnalyse } from '../analyse.ts';
import type { CheckedConfiguration } from '../configuration.ts';
import { fileAccess, rootsOf, sizeOf, textReader } from '../files/access.ts';
import { pathOf } from '../inputs.ts';
import { DigestedFiles } from '../kept/digested-files.ts';
import { type KeptFile, KeptFindings } from '../kept/kept-findings.ts';
import { PRINTED, REPORT } from '../kept/parts.ts';
import { digestOf } from '../kept/place.ts';
import { inBatches } from './batches.ts';
import type { FreshFiles } from './fresh-files.ts';
import { type FileOutcome, type Job, type Portion, portionSize, type PrintedText, type Printing } from './job.ts';
import { KnownSieve } from './known-findings.ts';
import { LeanFindings, withoutFixes } from './lean-finding.ts';
import { encoded, loadFormat, hasBrokenRule, printFile } from './print-file.ts';

/** How many portions a job has. */
export function portionCount({ inputs: { uris } }: Job): number {
  return Math.ceil(uris.length / portionSize);
}

/**
 * Says what is found in inputs: what an earlier run has found, as long as it holds, and else what a workspace of its own finds,
 * which lets them go again, so that the memory for trees is needed only once. A file's findings depend on what it imports and
 * on nothing that was checked before, so any portion can be checked anywhere.
 */
export class Checker {
  readonly #job: Job;
  readonly #format: FilewiseFormat | undefined;
  readonly #sieve: KnownSieve | undefined;
  readonly #lean: LeanFindings;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #imported = new Set<string>();
  /** What has been looked at for the file that is printed. A new one each time: a map that is cleared drags what it held along. */
  #sources = new Map<string, Source>();
  readonly #files = new DigestedFiles();
  readonly #kept: KeptFindings | undefined;
  #fresh: Promise<FreshFiles> | undefined;
  #textOf: (uri: string) => string | undefined;

  private constructor(job: Job, format: FilewiseFormat | undefined, sieve: KnownSieve | undefined) {
    const { inputs, kept, locale } = job;
    this.#job = job;
    this.#format = format;
    this.#sieve = sieve;
    this.#lean = new LeanFindings(locale);
    this.#positions = new Map(inputs.uris.map((uri, position) => [uri, position]));
    this.#textOf = textReader(inputs);
    // What comes from standard input is in no file.
    if (kept === undefined || inputs.stdin !== undefined) return;
    this.#kept = new KeptFindings(kept, rootsOf(inputs.cwd), this.#files);
  }

  static async open(job: Job): Promise<Checker> {
    const { printing, baseline, locale } = job;
    const format = printing && (await loadFormat(printing, locale));
    return new Checker(job, format, baseline && (await KnownSieve.open(baseline)));
  }

  async portion(number: number): Promise<Portion> {
    const uris = this.#job.inputs.uris.slice(number * portionSize, (number + 1) * portionSize);
    const unread: UnreadFile[] = [];
    const imported: string[] = [];
    const outcomes = new Map<string, FileOutcome>();
    const unknown: string[] = [];
    for (const uri of uris) {
      const known = this.#find(uri);
      if (known === undefined) {
        unknown.push(uri);
        continue;
      }
      imported.push(...known.imported, ...libraryUris());
      outcomes.set(uri, known.dependsOnOthers ? { kind: 'left', uri } : this.#known(uri, known));
    }
    for (const batch of inBatches(unknown, sizeOf)) {
      const fresh = await this.#workspace();
      unread.push(...(await fresh.load(batch)));
      const left = new Set(batch.filter((uri) => fresh.dependsOnOthers(uri)));
      for (const uri of left) outcomes.set(uri, { kind: 'left', uri });
      const own = batch.filter((uri) => !left.has(uri));
      for (const outcome of this.#check(fresh, own)) outcomes.set(outcome.uri, outcome);
      // Before the next ones: what is there when the engine collects its garbage is copied, and soon taken for long-lived.
      fresh.release();
    }
    const fresh = await this.#fresh;
    const files = uris.flatMap((uri) => outcomes.get(uri) ?? []);
    return { files, unread, imported: this.#newOf([...imported, ...(fresh?.latest() ?? [])]) };
  }

  /**
   * Checks files that were left, after reading whatever else there is.
   *
   * @param imported URIs of all files that are no inputs and that inputs import
   */
  async *left(uris: readonly string[], imported: readonly string[]): AsyncIterable<FileOutcome> {
    const all = this.#job.inputs.uris;
    const others = this.#kept && this.#digestOf([...all, ...imported]);
    const unknown: string[] = [];
    for (const uri of uris) {
      const known = this.#find(uri);
      if (known?.isLedBy(others ?? '', (folder) => this.#files.folderDigest(folder)) === true) {
        yield this.#known(uri, known);
      } else unknown.push(uri);
    }
    if (unknown.length === 0) return;
    const fresh = await this.#workspace();
    for (let first = 0; first < all.length; first += portionSize) {
      await fresh.load(all.slice(first, first + portionSize));
      fresh.release();
    }
    for (const [index, uri] of unknown.entries()) {
      await fresh.link(uri);
      yield* this.#check(fresh, [uri], others);
      if (index % portionSize === portionSize - 1) fresh.release();
    }
  }

  #find(uri: string): KeptFile | undefined {
    const configuration = this.#configurationOf(uri);
    return configuration && this.#kept?.find(uri, configuration);
  }

  #configurationOf(uri: string): CheckedConfiguration | undefined {
    return this.#job.configurations[this.#positions.get(uri) ?? -1];
  }

  /** Opened when it is needed for the first time: it takes longer to load than to print a hundred files that are known. */
  async #workspace(): Promise<FreshFiles> {
    // What is in files is only noted where it is kept what was found in them.
    const files = this.#kept === undefined ? fileAccess : this.#files;
    this.#fresh ??= import('./fresh-files.ts').then(async (module) => module.FreshFiles.open(this.#job.inputs, files));
    const fresh = await this.#fresh;
    this.#textOf = (uri) => fresh.textOf(uri);
    return fresh;
  }

  #known(uri: string, known: KeptFile): FileOutcome {
    const { printing } = this.#job;
    const report = (): Said => known.part(REPORT) as Said;
    if (printing === undefined || this.#format === undefined) {
      return { kind: 'checked', uri, file: this.#lean.file(uri, report()) };
    }
    const printed = known.part(PRINTED) as KeptPrint | undefined;
    if (printed?.as === this.#printedAs(printing)) return { kind: 'printed', uri, ...encoded(printed.printed) };
    const anew = this.#print(uri, report(), this.#format);
    this.#kept?.add(uri, known, { [PRINTED]: { as: this.#printedAs(printing), printed: anew } satisfies KeptPrint });
    return { kind: 'printed', uri, ...encoded(anew) };
  }

  /** Without those that are not there. */
  #check(fresh: FreshFiles, uris: readonly string[], others?: string): readonly FileOutcome[] {
    const files = uris.flatMap((uri) => {
      const configuration = this.#configurationOf(uri);
      return configuration === undefined ? [] : { uri, configuration };
    });
    const results = fresh.check(files);
    return files.flatMap((file, index) => {
      const result = results[index];
      return result === undefined ? [] : this.#outcome(fresh, file, result, others);
    });
  }

  #outcome(fresh: FreshFiles, file: FileToAnalyse, result: FileResult, others: string | undefined): FileOutcome {
    const { uri, configuration } = file;
    if ('failure' in result) return { kind: 'failed', uri, error: result.failure };
    const { printing } = this.#job;
    const { lastDay, ...said } = result;
    const printed = this.#format && this.#print(uri, said, this.#format);
    const imported = fresh.importedBy(uri);
    // A rule that has failed may do so for a reason that has nothing to do with the file.
    if (imported !== undefined && !hasBrokenRule(said)) {
      const print: KeptPrint | undefined = printed && printing && { as: this.#printedAs(printing), printed };
      this.#kept?.keep({
        uri,
        configuration,
        imported,
        lastDay,
        ...(others !== undefined && { others }),
        parts: { [REPORT]: withoutFixes(said), ...(print && { [PRINTED]: print }) },
      });
    }
    return printed === undefined
      ? { kind: 'checked', uri, file: this.#lean.file(uri, said) }
      : { kind: 'printed', uri, ...encoded(printed) };
  }

  #print(uri: string, said: Said, format: FilewiseFormat): PrintedText {
    this.#sources = new Map();
    const sources = { get: (each: string) => this.#source(each) };
    return printFile(format, { sources }, { uri, ...said }, this.#sieve);
  }

  /** All on which it depends how a file is printed, besides what is said about it. */
  #printedAs(printing: Printing): string {
    const { inputs, locale, baseline } = this.#job;
    return JSON.stringify([printing, locale, inputs.cwd, baseline?.folder, baseline?.digest]);
  }

  /** Those that are no inputs, each once. */
  #newOf(uris: readonly string[]): readonly string[] {
    const fresh = uris.filter((uri) => !this.#positions.has(uri) && !this.#imported.has(uri));
    for (const uri of fresh) this.#imported.add(uri);
    return [...new Set(fresh)];
  }

  /** What is in some files, together. */
  #digestOf(uris: readonly string[]): string {
    const files = [...new Set(uris)].filter((uri) => !isLibrary(uri)).toSorted();
    return digestOf(files.map((uri) => `${uri} ${this.#files.digest(uri)}`).join('\n'));
  }

  #source(uri: string): Source {
    let source = this.#sources.get(uri);
    if (source === undefined) {
      source = sourceOf(pathOf(uri, this.#job.inputs), this.#textOf(uri) ?? '');
      this.#sources.set(uri, source);
    }
    return source;
  }
}

/** What reports say about a file. */
type Said = Omit<CheckedFile, 'uri'>;

interface KeptPrint {
  readonly as: string;
  readonly printed: PrintedText;
}
