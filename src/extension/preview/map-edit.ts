import { window, workspace } from 'vscode';
import type { MapEditParams, MapEditResult } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';

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
