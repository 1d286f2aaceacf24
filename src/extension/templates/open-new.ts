import { l10n, Selection, type TextEditor, type Uri, window, workspace } from 'vscode';
import { JOURNEY } from '../language-service.ts';
import { freeUri } from './new-file.ts';

/** The folder that something new is put into; undefined where none is open. */
export async function choosePlace(): Promise<Uri | undefined | 'cancelled'> {
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length < 2) return workspaceFolders[0]?.uri;
  const placeHolder = l10n.t('The folder that the journey is put into');
  return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri ?? 'cancelled';
}

/** An editor for a new file that has not been saved. Where a folder is open it knows its name: saving asks nothing. */
export async function openNew(name: string, folder: Uri | undefined): Promise<TextEditor> {
  const document = await (folder === undefined
    ? workspace.openTextDocument({ language: JOURNEY, content: '' })
    : workspace.openTextDocument((await freeUri(folder, name, '.journey')).with({ scheme: 'untitled' })));
  return window.showTextDocument(document);
}

/** Writes a whole text into a new editor, as if it had been there from the beginning. */
export async function fill(editor: TextEditor, text: string): Promise<void> {
  const start = editor.document.positionAt(0);
  await editor.edit((edit) => edit.insert(start, text), { undoStopBefore: false, undoStopAfter: false });
  // Where people begin to read, and behind nothing that is to be found.
  editor.selection = new Selection(start, start);
}
