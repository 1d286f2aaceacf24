import { type CheckedFile, type Report, type Source, sourceOf } from '../../formats/report.ts';
import type { UnreadFile } from '../../language/journey-workspace.ts';
import type { Locale } from '../../model/text.ts';
import { analyse } from '../analyse.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import { pathOf } from '../inputs.ts';
import { type OpenedWorkspace, textReader } from '../workspace.ts';
import { LeanFindings } from './lean-finding.ts';
import { checkedPortions } from './portions.ts';

export interface Checked {
  readonly report: Report;
  readonly failures: readonly Failure[];
}

/** What a mistake of ours has kept from being checked. */
export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

/** Finds everything that is to be said about the inputs and their configurations. */
export async function checkFiles(configured: ConfiguredInputs, locale: Locale): Promise<Checked> {
  const { inputs, configurations } = configured;
  const assembly = new Assembly(configured, textReader(inputs));
  for await (const portion of checkedPortions({ inputs, configurations, locale, printing: undefined })) {
    assembly.unread.push(...portion.unread);
    for (const uri of portion.imported) assembly.source(uri);
    for (const outcome of portion.files) {
      if (outcome.kind === 'checked') assembly.file(outcome.file);
      else if (outcome.kind === 'failed') assembly.failure(outcome.uri, outcome.error);
    }
  }
  return assembly.done();
}

/** The same, for files as they are in a workspace. */
export function checkOpenedFiles(
  configured: ConfiguredInputs,
  { workspace, unread }: OpenedWorkspace,
  locale: Locale,
): Checked {
  const assembly = new Assembly(configured, (uri) => workspace.textOf(uri) ?? '');
  const lean = new LeanFindings(locale);
  assembly.unread.push(...unread);
  for (const uri of workspace.shared.workspace.IndexManager.uris()) assembly.source(uri);
  for (const [index, uri] of configured.inputs.uris.entries()) {
    const configuration = configured.configurations[index];
    const result = configuration && analyse(workspace, uri, configuration);
    if (result === undefined) continue;
    if ('failure' in result) assembly.failure(uri, result.failure);
    else assembly.file(lean.file(uri, result));
  }
  return assembly.done();
}

/** A report that is being made. */
class Assembly {
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
