import type { BaselineEntry } from '../../formats/baseline.ts';
import { type CheckedFile, type Report, type Source, sourceOf } from '../../formats/report.ts';
import type { UnreadFile } from '../../language/workspace/file-access.ts';
import type { Text } from '../../model/text.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import { pathOf } from '../inputs.ts';
import type { Baseline } from './baseline.ts';
import { KnownSieve } from './known-findings.ts';

export interface CheckedReport {
  readonly report: Report;
  readonly failures: readonly Failure[];
  /** Why the baseline could not be written. */
  readonly mistake?: Text;
}

/** What a mistake of ours has kept from being checked. */
export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

interface AssemblyParts {
  readonly configured: ConfiguredInputs;
  readonly textOf: (uri: string) => string;
  readonly baseline: Baseline | undefined;
}

/** A report that is being made. */
export class Assembly {
  readonly unread: UnreadFile[] = [];
  readonly #configured: ConfiguredInputs;
  readonly #textOf: (uri: string) => string;
  readonly #baseline: Baseline | undefined;
  readonly #sieve: KnownSieve | undefined;
  readonly #known: BaselineEntry[] = [];
  readonly #files: CheckedFile[] = [];
  readonly #failures: Failure[] = [];
  readonly #sources: Map<string, Source>;
  #latest: { readonly uri: string; readonly source: Source } | undefined;

  private constructor({ configured, textOf, baseline }: AssemblyParts, sieve: KnownSieve | undefined) {
    this.#configured = configured;
    this.#textOf = textOf;
    this.#baseline = baseline;
    this.#sieve = sieve;
    this.#sources = new Map(configured.mistaken.map(({ uri, source }) => [uri, source]));
    for (const file of configured.mistaken) this.file(file);
  }

  static async open(parts: AssemblyParts): Promise<Assembly> {
    return new Assembly(parts, parts.baseline && (await KnownSieve.open(parts.baseline.known)));
  }

  file(found: CheckedFile): void {
    this.source(found.uri);
    const { file, known } = this.#sieve?.sift(found.uri, found, { sources: this.#sources }) ?? {
      file: found,
      known: [],
    };
    this.#files.push(file);
    for (const entry of known) this.#known.push(entry);
  }

  failure(uri: string, error: unknown): void {
    this.source(uri);
    this.#failures.push({ path: this.#path(uri), error });
  }

  /** Only the last of the sources keeps its lines: reports go through one file after the other. */
  source(uri: string): void {
    if (this.#sources.has(uri)) return;
    const path = this.#path(uri);
    const read = (): Source => {
      if (this.#latest?.uri !== uri) this.#latest = { uri, source: sourceOf(path, this.#textOf(uri)) };
      return this.#latest.source;
    };
    this.#sources.set(uri, {
      path,
      get lines() {
        return read().lines;
      },
    });
  }

  done(): CheckedReport {
    const missing = this.unread.map(({ uri, reason }) => ({ path: this.#path(uri), reason }));
    const ended = this.#baseline?.end(
      this.#known,
      this.#files.map(({ uri }) => uri),
    );
    const files = [...this.#files];
    if (ended?.stale !== undefined) {
      files.push(ended.stale);
      this.#sources.set(ended.stale.uri, ended.stale.source);
    }
    return {
      report: {
        files,
        sources: this.#sources,
        unread: [...this.#configured.inputs.problems, ...missing],
        ...(ended && { known: ended.count }),
      },
      failures: this.#failures,
      ...(ended?.mistake && { mistake: ended.mistake }),
    };
  }

  #path(uri: string): string {
    return pathOf(uri, this.#configured.inputs);
  }
}
