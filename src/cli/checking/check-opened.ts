import type { Locale } from '../../model/text.ts';
import { analyse } from '../analyse.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import type { OpenedWorkspace } from '../workspace.ts';
import { Assembly, type CheckedReport } from './assembly.ts';
import type { Baseline } from './baseline.ts';
import { LeanFindings } from './lean-finding.ts';

/** Finds everything that is to be said about files as they are in a workspace. */
export async function checkOpenedFiles(
  configured: ConfiguredInputs,
  { workspace, unread }: OpenedWorkspace,
  locale: Locale,
  baseline: Baseline | undefined,
): Promise<CheckedReport> {
  const assembly = await Assembly.open({ configured, textOf: (uri) => workspace.textOf(uri) ?? '', baseline });
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
