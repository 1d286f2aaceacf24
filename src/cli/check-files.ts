import { type CheckedFile, type Report, type Source, sourceOf } from '../formats/report.ts';
import { analyse } from './analyse.ts';
import type { ConfiguredInputs } from './configuration.ts';
import { pathOf } from './inputs.ts';
import type { OpenedWorkspace } from './workspace.ts';

export interface Checked {
  readonly report: Report;
  /** What a mistake of ours has kept from being checked. */
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

/** Finds everything that is to be said about the inputs and their configurations. */
export function checkFiles(
  { inputs, configurations, mistaken }: ConfiguredInputs,
  { workspace, unread }: OpenedWorkspace,
): Checked {
  const files: CheckedFile[] = [...mistaken];
  const failures: { path: string; error: unknown }[] = [];
  for (const [index, uri] of inputs.uris.entries()) {
    const configuration = configurations[index];
    const result = configuration && analyse(workspace, uri, configuration);
    if (result === undefined) continue;
    if ('failure' in result) failures.push({ path: pathOf(uri, inputs), error: result.failure });
    else files.push({ uri, ...result });
  }
  const sources = new Map<string, Source>(mistaken.map(({ uri, source }) => [uri, source]));
  for (const { uri, textDocument } of workspace.shared.workspace.LangiumDocuments.all) {
    const key = uri.toString();
    sources.set(key, sourceOf(pathOf(key, inputs), textDocument.getText()));
  }
  const missing = unread.map(({ uri, reason }) => ({ path: pathOf(uri, inputs), reason }));
  return { report: { files, sources, unread: [...inputs.problems, ...missing] }, failures };
}
