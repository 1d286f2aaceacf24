import type { OverviewFile } from '../formats/overview/overview.ts';
import { findingsOf } from '../language/findings.ts';
import { modelOf } from '../language/lowering/model-of.ts';
import type { Context } from './command.ts';
import { configure, type Mistaken } from './configuration.ts';
import type { Problem } from './files/problem.ts';
import { findInputs, pathOf } from './inputs.ts';
import { openWorkspace } from './workspace.ts';

export interface CheckedFiles {
  /** What each file means, and what was found in it. */
  readonly files: readonly OverviewFile[];
  /** What could not be read. It does not keep the rest from being read. */
  readonly missing: readonly Problem[];
  /** The configurations and result files in which something is wrong. */
  readonly mistaken: readonly Mistaken[];
}

/** Reads and checks everything that the operands name, or else everything below the current folder. */
export async function readCheckedFiles(operands: readonly string[], context: Context): Promise<CheckedFiles> {
  const found = await findInputs(operands.length === 0 ? ['.'] : operands, undefined, context);
  const { inputs, configurations, mistaken } = configure(found, undefined);
  const { workspace, unread } = await openWorkspace(inputs);
  const files = inputs.uris.flatMap((uri, index): readonly OverviewFile[] => {
    const document = workspace.document(uri);
    const configuration = configurations[index];
    if (document === undefined || configuration === undefined) return [];
    return [
      { path: pathOf(uri, inputs), model: modelOf(document), findings: findingsOf(document, configuration).findings },
    ];
  });
  const missing = [...inputs.problems, ...unread.map(({ uri, reason }) => ({ path: pathOf(uri, inputs), reason }))];
  return { files, missing, mistaken };
}

/** Says what could not be read, and what is wrong in configurations and result files: then other things are found than meant. */
export function complainOf({ missing, mistaken }: Omit<CheckedFiles, 'files'>, context: Context): void {
  complainOfMissing(missing, context);
  for (const { source, findings } of mistaken) {
    for (const { place, message } of findings) {
      const { line, character } = place.range.start;
      const at = `${source.path}:${line + 1}:${character + 1}`;
      context.output.complain({ en: `${at}: ${message.en}`, ja: `${at}: ${message.ja}` });
    }
  }
}

/** Says what could not be read. */
export function complainOfMissing(missing: readonly Problem[], { output }: Context): void {
  for (const { path, reason } of missing) output.complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
}
