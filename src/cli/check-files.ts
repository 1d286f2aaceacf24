import { type CheckedFile, type Report, type Source, sourceOf } from '../formats/report.ts';
import type { JourneyWorkspace, UnreadFile } from '../language/journey-workspace.ts';
import { dependsOnOthers } from '../language/problems.ts';
import type { Locale } from '../model/text.ts';
import { analyse } from './analyse.ts';
import type { ConfiguredInputs } from './configuration.ts';
import { pathOf } from './inputs.ts';
import { LeanFindings } from './lean-finding.ts';
import type { OpenedWorkspace } from './workspace.ts';

export interface Checked {
  readonly report: Report;
  /** What a mistake of ours has kept from being checked. */
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

/** Finds everything that is to be said about the inputs and their configurations. */
export function checkFiles(
  configured: ConfiguredInputs,
  { workspace, unread }: OpenedWorkspace,
  locale: Locale,
): Checked {
  const check = new Check(configured, workspace, locale);
  for (const uri of configured.inputs.uris) check.file(uri);
  return check.done(unread);
}

/** After so many files their trees are let go. */
const portion = 25;

/**
 * The same, for inputs that have not been read yet: each file is read, checked and let go, so that the memory for it is needed
 * only once. What is said about a name that leads nowhere depends on all files, so that is left until they have been read.
 */
export async function readAndCheckFiles(
  configured: ConfiguredInputs,
  workspace: JourneyWorkspace,
  locale: Locale,
): Promise<Checked> {
  const check = new Check(configured, workspace, locale);
  const unread: UnreadFile[] = [];
  const left: string[] = [];
  const release = (index: number): void => {
    if (index % portion === portion - 1) workspace.release();
  };
  for (const [index, uri] of configured.inputs.uris.entries()) {
    unread.push(...(await workspace.load([uri])));
    const document = workspace.document(uri);
    if (document !== undefined && dependsOnOthers(document)) left.push(uri);
    else check.file(uri);
    release(index);
  }
  for (const [index, uri] of left.entries()) {
    await workspace.linkWaiting([uri]);
    check.file(uri);
    release(index);
  }
  return check.done(unread);
}

class Check {
  readonly #configured: ConfiguredInputs;
  readonly #workspace: JourneyWorkspace;
  readonly #lean: LeanFindings;
  readonly #files = new Map<string, CheckedFile>();
  readonly #failures = new Map<string, unknown>();
  #latest: { readonly uri: string; readonly source: Source } | undefined;
  readonly #positions: ReadonlyMap<string, number>;

  constructor(configured: ConfiguredInputs, workspace: JourneyWorkspace, locale: Locale) {
    this.#lean = new LeanFindings(locale);
    this.#configured = configured;
    this.#workspace = workspace;
    this.#positions = new Map(configured.inputs.uris.map((uri, position) => [uri, position]));
  }

  file(uri: string): void {
    const { configurations } = this.#configured;
    const configuration = configurations[this.#positions.get(uri) ?? -1];
    const result = configuration && analyse(this.#workspace, uri, configuration);
    if (result === undefined) return;
    if ('failure' in result) this.#failures.set(uri, result.failure);
    else this.#files.set(uri, this.#lean.file(uri, result));
  }

  done(unread: readonly UnreadFile[]): Checked {
    const { inputs, mistaken } = this.#configured;
    const path = (uri: string): string => pathOf(uri, inputs);
    const sources = new Map<string, Source>(mistaken.map(({ uri, source }) => [uri, source]));
    for (const uri of this.#workspace.shared.workspace.IndexManager.uris()) {
      sources.set(uri, this.#source(uri, path(uri)));
    }
    const missing = unread.map(({ uri, reason }) => ({ path: path(uri), reason }));
    return {
      report: {
        files: [...mistaken, ...inputs.uris.flatMap((uri) => this.#files.get(uri) ?? [])],
        sources,
        unread: [...inputs.problems, ...missing],
      },
      failures: inputs.uris.flatMap((uri) =>
        this.#failures.has(uri) ? { path: path(uri), error: this.#failures.get(uri) } : [],
      ),
    };
  }

  /** Only the last of the sources keeps its lines: reports go through one file after the other. */
  #source(uri: string, path: string): Source {
    const read = (): Source => {
      if (this.#latest?.uri !== uri) {
        this.#latest = { uri, source: sourceOf(path, this.#workspace.textOf(uri) ?? '') };
      }
      return this.#latest.source;
    };
    return {
      path,
      get lines() {
        return read().lines;
      },
    };
  }
}
