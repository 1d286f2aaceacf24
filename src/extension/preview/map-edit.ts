import { l10n, type Uri, window, workspace } from 'vscode';
import type { MapEditParams, MapEditResult } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';
import { type FileState, fileState } from './file-state.ts';
import { mapSettings } from './settings.ts';

/**
 * Brings a change that was made on the map of a file into its text, as one step that can be undone.
 *
 * @returns whether that was done; if not, the user has been told why
 */
export async function applyMapEdit(service: LanguageService, uri: Uri, params: MapEditParams): Promise<boolean> {
  const state = await fileState(uri);
  const result = state === 'there' ? await service.request<MapEditResult | null>('journey/mapEdit', params) : null;
  if (result?.kind === 'refused') {
    void window.showInformationMessage(result.message);
    return false;
  }
  const isDone = result !== null && (await workspace.applyEdit(await service.toWorkspaceEdit(result.edit)));
  if (isDone) return true;
  if (state === 'there') tellUnchanged(uri);
  else void window.showInformationMessage(whyNot(state, uri));
  return false;
}

/** Whether the text may be changed from its map just now; if not, the user has been told why. */
export async function mayChange(uri: Uri): Promise<boolean> {
  const state = await fileState(uri);
  const isAllowed = state === 'there' && mapSettings(uri).allowEditing;
  if (!isAllowed) void window.showInformationMessage(whyNot(state, uri));
  return isAllowed;
}

/** Says that VS Code has refused a change. */
export function tellUnchanged(uri: Uri): void {
  void window.showInformationMessage(l10n.t('{0} could not be changed. Its text is as it was.', nameOf(uri)));
}

/** Says why the text cannot be changed from the map just now. */
export async function tellWhyNot(uri: Uri): Promise<void> {
  void window.showInformationMessage(whyNot(await fileState(uri), uri));
}

function whyNot(state: FileState, uri: Uri): string {
  if (state === 'gone') return l10n.t('{0} is gone, so its map cannot be changed.', nameOf(uri));
  if (state === 'readOnly') return l10n.t('{0} can only be read, so its map cannot be changed.', nameOf(uri));
  return mapSettings(uri).allowEditing
    ? l10n.t('The map shows an earlier text. Put the mistake right first, then change the map.')
    : l10n.t('Changing the text from the map is switched off in the settings (journey.map.allowEditing).');
}

function nameOf({ path }: Uri): string {
  return path.split('/').at(-1) ?? '';
}
