import {
  commands,
  DiagnosticSeverity,
  type DocumentSymbol,
  env,
  languages,
  type TextDocument,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { please } from './deeds.ts';
import { fileUri, openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';

/** Beginning a journey of one's own. */
export function newJourney(): void {
  test('a new journey is named after its title, saved without a question, and writes over nothing', async () => {
    const title = 'Say "hi": 50% off / ${1:x}';
    const first = await begun(title);
    equal(first.uri.path.split('/').at(-1), 'say-hi-50-off-1-x.journey');
    ok(first.getText().includes('"Say \\"hi\\": 50% off / ${1:x}" {'), first.getText());
    await until('its title is understood', async () => (await outline(first)).includes(title));
    const errors = languages.getDiagnostics(first.uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    equal(errors, []);
    await commands.executeCommand('workbench.action.files.save');
    await until('it is saved', async () => isThere('say-hi-50-off-1-x.journey'));
    const second = await begun(title);
    equal(second.uri.path.split('/').at(-1), 'say-hi-50-off-1-x-2.journey');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const third = await begun('引っ越しの手続き');
    equal(third.uri.path.split('/').at(-1), '引っ越しの手続き.journey');
    ok(third.getText().includes('journey 引っ越しの手続き "引っ越しの手続き" {'), third.getText());
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(fileUri('say-hi-50-off-1-x.journey'));
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a table of another program becomes a new journey, and what is not one is said', async () => {
    const table = 'ステージ,タッチポイント,チャネル\n検索,サイトを見る,Webサイト\n';
    await workspace.fs.writeFile(fileUri('旅.csv'), new TextEncoder().encode(table));
    await commands.executeCommand('journey.import', fileUri('旅.csv'));
    const document = window.activeTextEditor?.document;
    equal(document?.uri.path.split('/').at(-1), '旅.journey');
    ok(document?.getText().includes('touchpoint サイトを見る "サイトを見る" on web'), document?.getText() ?? '');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(fileUri('旅.csv'));
    await env.clipboard.writeText('Stage\tTouchpoint\nFind\tLooks around\n');
    const done = commands.executeCommand('journey.import');
    await please({ do: 'answer', text: 'From the clipboard' });
    await done;
    ok(window.activeTextEditor?.document.getText().includes('touchpoint LooksAround') === true, 'nothing was imported');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('cells of a spreadsheet are pasted as a journey, also while the server is only starting', async () => {
    const document = await workspace.openTextDocument({ language: 'journey', content: '' });
    await window.showTextDocument(document, ViewColumn.One);
    await please({ do: 'copy', text: 'Stage\tTouchpoint\nFind\tLooks around\n' });
    const restarted = commands.executeCommand('journey.restartServer');
    await please({ do: 'press', key: 'ControlOrMeta+v' });
    await until('it is a journey', () => document.getText().includes('touchpoint LooksAround'));
    await restarted;
    await window.showTextDocument(document, ViewColumn.One);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a new journey that is not named is none', async () => {
    const { uri } = await openFile('hotel.journey');
    const done = commands.executeCommand('journey.new');
    await please({ do: 'answer', text: 'Empty journey', next: true });
    await please({ do: 'write', question: QUESTION });
    await done;
    equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    equal(
      workspace.textDocuments.filter(({ isUntitled }) => isUntitled).map((each) => each.uri.path),
      [],
    );
  });
}

const QUESTION = 'What is the journey called?';

/** The new file, once its editor is there. */
async function begun(title: string): Promise<TextDocument> {
  const done = commands.executeCommand('journey.new');
  await please({ do: 'answer', text: 'Empty journey', next: true });
  await please({ do: 'write', question: QUESTION, text: title });
  await done;
  const document = window.activeTextEditor?.document;
  ok(document?.isUntitled === true && document.languageId === 'journey', 'no new journey is shown');
  return document;
}

async function outline({ uri }: TextDocument): Promise<readonly string[]> {
  const symbols = await commands.executeCommand<readonly DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).flatMap(({ name, detail }) => [name, detail]);
}

async function isThere(name: string): Promise<boolean> {
  return workspace.fs.stat(fileUri(name)).then(
    () => true,
    () => false,
  );
}
