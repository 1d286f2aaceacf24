import { type CheckedFile, type Report, type Source, sourceOf } from '../../formats/report.ts';
import type { UnreadFile } from '../../language/workspace/file-access.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import { pathOf } from '../inputs.ts';

export interface Checked {
  readonly report: Report;
  readonly failures: readonly Failure[];
}

/** What a mistake of ours has kept from being checked. */
export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

/** A report that is being made. */
export class Assembly {
  readonly unread: UnreadFile[] = [];
  readonly #configured: ConfiguredInputs;
  readonly #textOf: (uri: string) => string;
  readonly #files: CheckedFile[] = [];
  readonly #failures: Failure[] = [];
  readonly #sources: Map<string, Source>;
  #latest: { readonly uri: string; readonly source: Source } | undefined;

  constructor(configured: ConfiguredInputs, textOf: (uri: string) => string) {
    this.#configured = configured;
    this.#textOf = textOf;
    this.#files.push(...configured.mistaken);
    this.#sources = new Map(configured.mistaken.map(({ uri, source }) => [uri, source]));
  }

  file(file: CheckedFile): void {
    this.source(file.uri);
    this.#files.push(file);
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

  done(): Checked {
    const missing = this.unread.map(({ uri, reason }) => ({ path: this.#path(uri), reason }));
    return {
      report: {
        files: this.#files,
        sources: this.#sources,
        unread: [...this.#configured.inputs.problems, ...missing],
      },
      failures: this.#failures,
    };
  }

  #path(uri: string): string {
    return pathOf(uri, this.#configured.inputs);
  }
}
