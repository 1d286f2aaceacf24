import {
  type CodeAction,
  commands,
  type CompletionList,
  type Diagnostic,
  languages,
  Range,
  Selection,
  type TextEditor,
  type Uri,
  ViewColumn,
  window,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import { fileUri, openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';

/** What the language server does, as it arrives in the editor. */
export function language(): void {
  test('a finding appears with what is written, and goes with it', async () => {
    const { uri } = await openFile('clinic.journey');
    await until('the wait is found', () => has(uri, 'wait-untold'));
    const editor = await edited('clinic.journey');
    const at = offset(editor, 'waits 10 min max 25 min');
    await editor.edit((edit) => edit.delete(at));
    await until('it is gone', () => !has(uri, 'wait-untold'));
    await commands.executeCommand('undo');
    await until('it is back', () => has(uri, 'wait-untold'));
  });

  test('a proposal is inserted', async () => {
    const editor = await edited('clinic.journey');
    await editor.edit((edit) => edit.insert(offset(editor, '      feels anxious').start, '      ow\n'));
    const end = offset(editor, '      ow\n').start.translate(0, 8);
    editor.selection = new Selection(end, end);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      end,
    );
    ok(
      list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'owner'),
      'owner is not proposed',
    );
    await commands.executeCommand('editor.action.triggerSuggest');
    await until('it is inserted', async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.lineAt(end.line).text.includes('owner ');
    });
    await commands.executeCommand('leaveSnippet');
    await commands.executeCommand('hideSuggestWidget');
    await restore(editor);
  });

  test('a file is laid out', async () => {
    const editor = await edited('clinic.journey');
    const before = editor.document.getText();
    const indent = offset(editor, '      feels hopeful');
    await editor.edit((edit) => edit.replace(indent, 'feels   hopeful'));
    await commands.executeCommand('editor.action.formatDocument');
    await until('it is as before', () => editor.document.getText() === before);
    await restore(editor);
  });

  test('a quick fix is applied', async () => {
    const editor = await edited('clinic.journey');
    const { uri } = editor.document;
    const found = await until('the wait is found', () => find(uri, 'wait-untold'));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      found.range,
      'quickfix',
      10,
    );
    const fix = actions.find(({ edit, title }) => edit !== undefined && !title.includes('Silence'));
    ok(fix?.edit, JSON.stringify(actions.map(({ title }) => title)));
    await workspace.applyEdit(fix.edit);
    await until('the text has changed', () => editor.document.isDirty);
    await restore(editor);
  });

  test('a name is changed in every file', async () => {
    const editor = await edited('clinic.journey');
    const at = offset(editor, 'for Mia').start.translate(0, 4);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      at,
      'Maja',
    );
    equal(edit.size, 2);
    await workspace.applyEdit(edit);
    const people = await workspace.openTextDocument(fileUri('people.journey'));
    ok(people.getText().includes('persona Maja'), people.getText());
    ok(editor.document.getText().includes('for Maja'), editor.document.getText());
    await restore(editor);
    await restore(await edited('people.journey'));
  });
}

function has(uri: Uri, code: string): boolean {
  return find(uri, code) !== undefined;
}

function find(uri: Uri, wanted: string): Diagnostic | undefined {
  return languages.getDiagnostics(uri).find(({ code }) => (typeof code === 'object' ? code.value : code) === wanted);
}

async function edited(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(name)), {
    viewColumn: ViewColumn.One,
    preview: false,
  });
}

function offset({ document }: TextEditor, text: string): Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `there is no ${text}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

async function restore({ document }: TextEditor): Promise<void> {
  await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  await commands.executeCommand('workbench.action.files.revert');
}
