import { commands, type Uri, type WebviewPanel, workspace } from 'vscode';
import type { SourceCommand } from '../../preview/webview/messages.ts';
import type { CurrentJourney } from '../current-journey.ts';

/**
 * Undoes, redoes or saves in the text what was done from its map.
 *
 * @param panel gets the focus back; missing for a map that is the editor of the file itself
 */
export async function doInSource(
  command: SourceCommand,
  uri: Uri,
  current: CurrentJourney,
  panel: WebviewPanel | undefined,
): Promise<void> {
  if (command === 'save') {
    await (await workspace.openTextDocument(uri)).save();
    return;
  }
  if (panel === undefined) {
    await commands.executeCommand(command);
    return;
  }
  // VS Code undoes in the editor that has the focus and nowhere else.
  await current.showText(uri);
  await commands.executeCommand(command);
  panel.reveal(panel.viewColumn);
}
