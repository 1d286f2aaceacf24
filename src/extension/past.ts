import { commands, l10n, type Uri, window } from 'vscode';
import type { LensTarget } from '../server/protocol.ts';

/** Whether a document is what a version control system shows of an earlier version: not to be mended, and without a map of its own. */
export function isOfThePast({ scheme }: Uri): boolean {
  return scheme === 'git' || scheme === 'scm-history-item';
}

/** Says how to see in a map what an earlier version was like. */
export async function offerComparison(past: Uri): Promise<void> {
  const name = past.path.split('/').at(-1) ?? '';
  const compare = l10n.t('Compare with the Last Commit');
  const message = l10n.t(
    'This is an earlier version of {0}. The map of the file can show what has changed since.',
    name,
  );
  if ((await window.showInformationMessage(message, compare)) !== compare) return;
  const uri = past.with({ scheme: 'file', query: '', fragment: '' });
  await window.showTextDocument(uri);
  await commands.executeCommand('journey.compareWithCommit', { uri: uri.toString() } satisfies Partial<LensTarget>);
}
