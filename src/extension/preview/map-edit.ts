import { FilePermission, l10n, type Uri, window, workspace } from 'vscode';
import type { MapEditParams, MapEditResult } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';
import { mapSettings } from './settings.ts';

/**
 * Brings a change that was made on a map into the text, as one step that can be undone.
 *
 * @returns whether it was refused; why, the user has been told
 */
export async function applyMapEdit(service: LanguageService, params: MapEditParams): Promise<'refused' | undefined> {
  const result = await service.request<MapEditResult | null>('journey/mapEdit', params);
  if (result === null) return undefined;
  if (result.kind === 'refused') {
    void window.showInformationMessage(result.message);
    return 'refused';
  }
  await workspace.applyEdit(await service.toWorkspaceEdit(result.edit));
  return undefined;
}

/** Whether files of this kind can be written at all. What has not been saved yet always can. */
export function isWritable({ scheme }: Uri): boolean {
  return scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) !== false;
}

/** Whether this file can only be read. */
export async function isReadOnly(uri: Uri): Promise<boolean> {
  return (await stateOf(uri)) === 'readOnly';
}

/** Says why the text cannot be changed from the map just now. */
export async function tellWhyNot(uri: Uri): Promise<void> {
  void window.showInformationMessage(whyNot(await stateOf(uri), uri));
}

function whyNot(state: FileState, uri: Uri): string {
  const name = uri.path.split('/').at(-1) ?? '';
  if (state === 'gone') return l10n.t('{0} is gone, so its map cannot be changed.', name);
  if (state === 'readOnly') return l10n.t('{0} can only be read, so its map cannot be changed.', name);
  return mapSettings(uri).allowEditing
    ? l10n.t('The map shows an earlier text. Put the mistake right first, then change the map.')
    : l10n.t('Changing the text from the map is switched off in the settings (journey.map.allowEditing).');
}

type FileState = 'gone' | 'readOnly' | 'there';

async function stateOf(uri: Uri): Promise<FileState> {
  if (uri.scheme === 'untitled') return 'there';
  if (!isWritable(uri)) return 'readOnly';
  return workspace.fs.stat(uri).then(
    ({ permissions = 0 }) => ((permissions & FilePermission.Readonly) === 0 ? 'there' : 'readOnly'),
    () => 'gone',
  );
}
