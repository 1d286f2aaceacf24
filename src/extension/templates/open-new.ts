import { l10n, Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import { JOURNEY } from '../language-service.ts';
import { freeUri } from './new-file.ts';

const ENDING = '.journey';

/**
 * The file that something new will be when it is saved.
 *
 * @param home the folder that is proposed where none is open; missing where there is no disk
 * @returns undefined where files have no place before they are saved
 */
export async function choosePlace(name: string, home: Uri | undefined): Promise<Uri | undefined | 'cancelled'> {
  const folder = await chooseFolder();
  if (folder === 'cancelled') return folder;
  if (folder !== undefined) return freeUri(folder, name, ENDING);
  if (home === undefined) return undefined;
  const target = await window.showSaveDialog({
    title: l10n.t('Where the journey is put'),
    saveLabel: l10n.t('Create'),
    defaultUri: Uri.joinPath(home, `${name}${ENDING}`),
    filters: { [l10n.t('Journeys')]: ['journey'] },
  });
  if (target === undefined) return 'cancelled';
  const chosen = target.path.split('/').at(-1) ?? name;
  return freeUri(Uri.joinPath(target, '..'), chosen.replace(/\.journey$/, ''), ENDING);
}

/** The folder that something new is put into; undefined where none is open. */
export async function chooseFolder(): Promise<Uri | undefined | 'cancelled'> {
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length < 2) return workspaceFolders[0]?.uri;
  const placeHolder = l10n.t('The folder that the journey is put into');
  return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri ?? 'cancelled';
}

/** An editor for a new file that has not been saved. One that has its place already is saved without a question. */
export async function openNew(place: Uri | undefined): Promise<TextEditor> {
  const document = await (place === undefined
    ? workspace.openTextDocument({ language: JOURNEY, content: '' })
    : workspace.openTextDocument(place.with({ scheme: 'untitled' })));
  return window.showTextDocument(document);
}

/** Writes a whole text into a new editor, as if it had been there from the beginning. */
export async function fill(editor: TextEditor, text: string): Promise<void> {
  const start = editor.document.positionAt(0);
  await editor.edit((edit) => edit.insert(start, text), { undoStopBefore: false, undoStopAfter: false });
  // Where people begin to read, and behind nothing that is to be found.
  editor.selection = new Selection(start, start);
}
