import { commands, l10n, type SaveDialogOptions, Uri, window, workspace } from 'vscode';
import type { WorkspaceTree } from '../../server/protocol.ts';
import type { FromPage, MapChoice } from '../../preview/webview/messages.ts';
import type { LanguageService } from '../language-service.ts';

/** Asks which other journey's emotions are to lie under the map. */
export async function chooseCompared(
  service: LanguageService,
  uri: Uri,
  journey: string | undefined,
  isCompared: boolean,
): Promise<MapChoice['compare'] | 'none' | undefined> {
  const { files } = await service.request<WorkspaceTree>('journey/workspaceTree', {});
  const others = files.flatMap((file) =>
    file.journeys
      .filter(({ key }) => file.uri !== uri.toString() || key !== journey)
      .map(({ key, title }) => ({
        label: title,
        description: workspace.asRelativePath(Uri.parse(file.uri)),
        compare: { uri: file.uri, journey: key },
      })),
  );
  const none = { label: l10n.t('Compare with nothing'), compare: 'none' as const };
  const items = [...(isCompared ? [none] : []), ...others];
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('There is no other journey in this workspace to compare with.'));
    return undefined;
  }
  const placeHolder = l10n.t('The emotions of the other journey are drawn under the map');
  const chosen = await window.showQuickPick<(typeof items)[number]>(items, { placeHolder, matchOnDescription: true });
  return chosen?.compare;
}

/** Proposes a file beside a journey. What is not saved and has no folder yet lies beside nothing: VS Code proposes one. */
export function besideJourney(uri: Uri, ending: string): Pick<SaveDialogOptions, 'defaultUri'> {
  const isNew = uri.scheme === 'untitled';
  if (isNew && !uri.path.startsWith('/')) return {};
  const path = `${uri.path.replace(/\.journey$/, '')}.${ending}`;
  return { defaultUri: uri.with({ path, scheme: isNew ? 'file' : uri.scheme }) };
}

/** Where an exported map goes. */
export async function saveExported(
  uri: Uri,
  { format, base64 }: Extract<FromPage, { kind: 'exported' }>,
): Promise<void> {
  const ending = format === 'markdown' ? 'md' : format;
  const target = await window.showSaveDialog({
    ...besideJourney(uri, ending),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(
    target,
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
  );
  const open = l10n.t('Open');
  const name = target.path.split('/').at(-1) ?? '';
  const chosen = await window.showInformationMessage(l10n.t('The map was saved as {0}.', name), open);
  if (chosen === open) await commands.executeCommand('vscode.open', target);
}

/** Says whether the map could be copied as an image. */
export function tellCopied(done: boolean): void {
  if (done) void window.setStatusBarMessage(l10n.t('The map was copied.'), 4000);
  else {
    void window.showWarningMessage(
      l10n.t('The map could not be copied. Click into the map and try again, or export it.'),
    );
  }
}
