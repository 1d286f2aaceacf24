import { type TextDocument, Uri, window, workspace } from 'vscode';
import { ok } from './harness.ts';

/** A file of the folder that is open. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file in the first column. */
export async function openFile(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name));
  await window.showTextDocument(document, { viewColumn: 1, preview: false });
  return document;
}
