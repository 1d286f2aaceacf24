import { relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { type BaselineContext, baselineEntries, type BaselineEntry } from '../../formats/baseline.ts';
import type { CheckedFile, Source, Sources } from '../../formats/report.ts';
import { RULE_IDS } from '../../friction/rules/ids.ts';
import { Remembered } from '../../model/remembered.ts';

/** What a baseline knows, as plain data that a thread can be given. */
export interface KnownFindings {
  /** Where the baseline is: it names files from there, so that it means the same wherever the command is run. */
  readonly folder: string;
  /** By fingerprint. 'all' where the baseline is written anew: then it knows whatever it takes in. */
  readonly fingerprints: ReadonlySet<string> | 'all';
  /** Another one for another baseline. */
  readonly digest: string;
}

/** What is left of a file's findings, and what was taken out. */
export interface Sifted<File> {
  readonly file: File;
  readonly known: readonly BaselineEntry[];
}

/** Takes what a baseline knows out of what is found in files. */
export class KnownSieve {
  readonly #known: KnownFindings;
  readonly #context: BaselineContext;
  readonly #paths = new Remembered<string>(100);

  private constructor(known: KnownFindings, hash: BaselineContext['hash']) {
    this.#known = known;
    this.#context = { rules: RULE_IDS, hash };
  }

  static async open(known: KnownFindings): Promise<KnownSieve> {
    // Loading it takes longer than checking a file, and most runs have no baseline.
    const { createHash } = await import('node:crypto');
    return new KnownSieve(known, (text) => createHash('sha256').update(text).digest('hex'));
  }

  sift<File extends Omit<CheckedFile, 'uri'>>(uri: string, file: File, { sources }: Sources): Sifted<File> {
    const { fingerprints } = this.#known;
    const own: Sources = {
      sources: { get: (each) => this.#fromFolder(each, sources.get(each)) },
    };
    const entries = baselineEntries(own, file, this.#pathOf(uri), this.#context);
    const known: BaselineEntry[] = [];
    const findings = file.findings.filter((finding) => {
      const entry = entries.get(finding);
      if (entry === undefined || !(fingerprints === 'all' || fingerprints.has(entry.fingerprint))) return true;
      known.push(entry);
      return false;
    });
    return { file: { ...file, findings }, known };
  }

  #fromFolder(uri: string, source: Source | undefined): Source | undefined {
    if (source === undefined) return undefined;
    return {
      path: this.#pathOf(uri),
      get lines() {
        return source.lines;
      },
    };
  }

  #pathOf(uri: string): string {
    return this.#paths.get(uri, () => baselinePath(uri, this.#known.folder));
  }
}

/** How a baseline in a folder names a file. A document of the library has its URI. */
export function baselinePath(uri: string, folder: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? relative(folder, parsed.fsPath).split(sep).join('/') : uri;
}
