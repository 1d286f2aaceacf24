import { commands, Range, Selection, type TextEditor, ViewColumn, window, workspace, WorkspaceEdit } from 'vscode';
import { please } from './deeds.ts';
import { fileUri, openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';
import { mapShows } from './report.ts';

const CALLS = '[data-touchpoint$="Calls"]';

/** The map beside the text. */
export function preview(): void {
  test('the map opens to the side with a card for each touchpoint', async () => {
    const { uri } = await openFile('hotel.journey');
    await commands.executeCommand('journey.showMapToSide');
    const report = await mapShows('six cards', ({ cards }) => cards === 6);
    equal(report.uri, uri.toString());
    equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    await please({ do: 'picture', name: 'light' });
  });

  test('opening it again uses the same panel', async () => {
    await commands.executeCommand('journey.showMapToSide');
    equal(maps(), 1);
  });

  test('typing changes the map and keeps its zoom', async () => {
    await commands.executeCommand('journey.fitMap');
    const before = await mapShows('fits', ({ zoom }) => zoom !== 1);
    const editor = await editHotel();
    await editor.edit((edit) => edit.replace(rangeOf(editor, 'Calls the front desk'), 'Rings the front desk'));
    const after = await mapShows('the new title', ({ titles }) => titles.some((title) => title.includes('Rings the')));
    equal([after.zoom, after.cards], [before.zoom, 6]);
    await undo(editor);
    await mapShows('the old title', ({ titles }) => titles.some((title) => title.includes('Calls the')));
  });

  test('broken text keeps the map and says so', async () => {
    const editor = await editHotel();
    await editor.edit((edit) => edit.replace(rangeOf(editor, '"Calls the front desk"'), '"Calls the front desk'));
    const broken = await mapShows('a notice', ({ notice }) => notice !== '');
    equal(broken.cards, 6);
    ok(/line 33|line 34/.test(broken.notice), broken.notice);
    await undo(editor);
    await mapShows('no notice', ({ notice }) => notice === '');
  });

  test('the card of the cursor is marked', async () => {
    const editor = await editHotel();
    put(editor, 'asks name, phoneNumber, company\n      answers');
    const { marked } = await mapShows('the call', ({ marked: keys }) => keys.some((key) => key.endsWith('Calls')));
    equal(marked.length, 1);
    put(editor, 'Leaves a message');
    await mapShows('the message', ({ marked: keys }) => keys.some((key) => key.endsWith('LeavesMessage')));
  });

  test('a click on a card goes to its text and offers ways out of its findings', async () => {
    const editor = await editHotel();
    put(editor, 'persona Ken');
    await please({ do: 'click', at: `.map-card${CALLS}` });
    await until('the cursor is there', () => editor.selection.active.line === lineOf(editor, 'touchpoint Calls'));
    await mapShows('fixes', ({ fixes }) => fixes.length > 0);
    await please({ do: 'picture', name: 'findings' });
    await please({ do: 'click', at: '#details .head button:last-child' });
    await mapShows('no findings', ({ details: offered }) => offered.length === 0);
    await commands.executeCommand('journey.fitMap');
  });

  test('of two groups with the same file it belongs to the one that was used last', async () => {
    const first = await editHotel();
    const { document } = first;
    put(first, 'touchpoint SeesMap');
    await commands.executeCommand('workbench.action.splitEditorDown');
    const second = await until('there is a second group', () => {
      const active = window.activeTextEditor;
      return active !== first && active?.document === document ? active : undefined;
    });
    put(second, 'touchpoint LeavesMessage');
    await mapShows('the message', ({ marked }) => marked.join().endsWith('LeavesMessage'));
    await please({ do: 'click', at: `.map-card${CALLS}` });
    await until('its cursor is there', () => second.selection.active.line === lineOf(second, 'touchpoint Calls'));
    equal(first.selection.active.line, lineOf(first, 'touchpoint SeesMap'));
    await please({ do: 'click', at: '#details .head button:last-child' });
    // What is written above the cursor of the other group moves that one, and not the map.
    put(first, 'touchpoint LeavesMessage');
    await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const used = await until('the first group has the focus', () =>
      window.activeTextEditor?.viewColumn === ViewColumn.One ? window.activeTextEditor : undefined,
    );
    put(used, 'touchpoint SeesMap');
    await mapShows('the first card', ({ marked }) => marked.join().endsWith('SeesMap'));
    await used.edit((edit) => edit.insert(document.positionAt(0), '// first\n'));
    await mapShows('the new text', ({ version }) => version === document.version);
    const { marked } = await mapShows('still the first card', () => true);
    equal(
      marked.map((key) => key.split('.').at(-1)),
      ['SeesMap'],
    );
    await undo(used);
    await commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await mapShows('the card of the other group', ({ marked: keys }) => keys.join().endsWith('Calls'));
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a feeling that is dragged is written, and undone by one step', async () => {
    const editor = await editHotel();
    const before = editor.document.getText();
    await please({ do: 'drag', at: `.map-point${CALLS}`, dy: 80 });
    await please({ do: 'picture', name: 'dragged' });
    await until('the feeling is written', () => editor.document.getText() !== before);
    ok(/feels anxious -\d/.test(editor.document.getText()), changes(before, editor.document.getText()));
    await undo(editor);
    equal(editor.document.getText(), before);
  });

  test('a card that is dragged to another stage is moved in the text, and undone by one step', async () => {
    const editor = await editHotel();
    const before = editor.document.getText();
    await please({ do: 'drag', at: `.map-card${CALLS}`, to: '.map-card[data-touchpoint$="SeesMap"]', dx: 60 });
    await until('the text has changed', () => editor.document.getText() !== before);
    const text = editor.document.getText();
    ok(text.indexOf('touchpoint Calls') < text.indexOf('touchpoint ReadsPage'), changes(before, text));
    await mapShows('the new order', ({ titles }) => (titles[1] ?? '').includes('Calls'));
    await undo(editor);
    equal(editor.document.getText(), before);
    await mapShows('the old order', ({ titles }) => (titles[2] ?? '').includes('Calls'));
  });

  test('a title is edited in place', async () => {
    const editor = await editHotel();
    const before = editor.document.getText();
    await please({ do: 'click', at: `.map-card${CALLS}`, times: 2 });
    await please({ do: 'picture', name: 'rename' });
    await please({ do: 'type', text: 'Phones the desk' });
    await please({ do: 'press', key: 'Enter' });
    await until('the title is written', () => editor.document.getText().includes('"Phones the desk"'));
    await undo(editor);
    equal(editor.document.getText(), before);
  });

  test('a stage is folded by a click and stays folded while typing', async () => {
    const editor = await editHotel();
    await please({ do: 'click', at: '.map-stage[data-stage$="Find"]' });
    await mapShows('a folded stage', ({ folded, cards }) => folded.length === 1 && cards < 6);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '// first\n'));
    await mapShows('still folded', ({ version, folded }) => version === editor.document.version && folded.length === 1);
    await undo(editor);
    await please({ do: 'click', at: '.map-stage[data-stage$="Find"]' });
    await mapShows('all cards', ({ cards }) => cards === 6);
  });

  test('it is coloured as VS Code is, without loading it anew', async () => {
    await editHotel();
    await commands.executeCommand('journey.fitMap');
    const settings = workspace.getConfiguration('workbench');
    for (const [name, theme] of [
      ['Default Dark Modern', 'dark'],
      ['Default High Contrast', 'hc-dark'],
      ['Default High Contrast Light', 'hc-light'],
      ['Default Light Modern', 'light'],
    ] as const) {
      await settings.update('colorTheme', name, true);
      const { zoom } = await mapShows(`theme ${theme}`, (report) => report.theme === theme);
      ok(zoom !== 1, 'it was loaded anew');
      await please({ do: 'checkAccess' });
      await please({ do: 'picture', name: theme });
    }
  });

  test('it follows the active editor unless it is locked', async () => {
    const other = await openFile('clinic.journey');
    await mapShows('the clinic', ({ uri, cards }) => uri === other.uri.toString() && cards > 0);
    await commands.executeCommand('workbench.action.focusNextGroup');
    await commands.executeCommand('journey.toggleLock');
    await openFile('hotel.journey');
    const { uri, locked } = await mapShows('it is locked', (report) => report.locked);
    equal([uri, locked], [other.uri.toString(), true]);
    await commands.executeCommand('workbench.action.focusNextGroup');
    await commands.executeCommand('journey.toggleLock');
    await openFile('hotel.journey');
    await mapShows('the hotel again', (report) => report.uri === fileUri('hotel.journey').toString());
  });

  test('it stays with its journey while people are described in a file of their own', async () => {
    await editHotel();
    await mapShows('the hotel', ({ uri }) => uri === fileUri('hotel.journey').toString());
    const people = await openFile('people.journey');
    await openFile('clinic.journey');
    await mapShows('the clinic', ({ uri, cards }) => uri === fileUri('clinic.journey').toString() && cards > 0);
    const editor = await window.showTextDocument(people, { viewColumn: ViewColumn.One, preview: false });
    const { uri, notice } = await mapShows('the clinic still', () => true);
    equal([uri, notice], [fileUri('clinic.journey').toString(), '']);
    const added = 'journey Added {\n  stage S {\n    touchpoint A\n  }\n}\n';
    await editor.edit((edit) => edit.insert(people.lineAt(people.lineCount - 1).range.end, `\n${added}`));
    await mapShows('the first journey there', (report) => report.uri === people.uri.toString() && report.cards === 1);
    await commands.executeCommand('workbench.action.files.revert');
    await openFile('hotel.journey');
  });

  test('a locked map stays with its file when that is renamed, and says so when it is gone', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const [source, before, after] = [fileUri('clinic.journey'), fileUri('ward.journey'), fileUri('wing.journey')];
    await workspace.fs.copy(source, before);
    await openFile('ward.journey');
    await commands.executeCommand('journey.showLockedMapToSide');
    const { cards } = await mapShows('the ward', ({ uri, cards: shown }) => uri === before.toString() && shown > 0);
    await openFile('hotel.journey');
    const rename = new WorkspaceEdit();
    rename.renameFile(before, after);
    await workspace.applyEdit(rename);
    await mapShows('the same by its new name', (report) => report.uri === after.toString() && report.cards === cards);
    const remove = new WorkspaceEdit();
    remove.deleteFile(after);
    await workspace.applyEdit(remove);
    const gone = await mapShows('that it is gone', ({ notice }) => notice !== '');
    ok(gone.notice.includes('wing.journey') && gone.cards === cards, JSON.stringify(gone));
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('two maps stand side by side, each of its file', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const clinic = await openFile('clinic.journey');
    await commands.executeCommand('journey.showLockedMapToSide');
    await mapShows('the clinic', ({ uri, locked }) => uri === clinic.uri.toString() && locked);
    await openFile('hotel.journey');
    await commands.executeCommand('journey.showMapToSide');
    await until('each has its name', () => {
      const labels = new Set(window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label));
      return labels.has('[Map] clinic.journey') && labels.has('Map: hotel.journey');
    });
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('it shows the journey that the cursor is in, unless it is locked', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const first = 'journey A "First" {\n  stage S {\n    touchpoint Asks\n  }\n}\n';
    const second = 'journey B "Second" {\n  stage S {\n    touchpoint Buys\n    touchpoint Pays\n  }\n}\n';
    const document = await workspace.openTextDocument({ language: 'journey', content: first + second });
    const editor = await window.showTextDocument(document, ViewColumn.One);
    await commands.executeCommand('journey.showMapToSide');
    await mapShows('the first', ({ title, marked }) => title === 'First' && marked.length === 0);
    put(editor, 'touchpoint Pays');
    await mapShows('the second', ({ title, marked }) => title === 'Second' && marked.join() === 'B.S.Pays');
    put(editor, 'touchpoint Asks');
    await mapShows('the first again', ({ title, marked }) => title === 'First' && marked.join() === 'A.S.Asks');
    await commands.executeCommand('journey.toggleLock');
    put(editor, 'touchpoint Pays');
    await mapShows('the first, nowhere in it', ({ title, marked }) => title === 'First' && marked.length === 0);
    await window.showTextDocument(document, ViewColumn.One);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('it shows files that were never saved', async () => {
    await editHotel();
    const document = await workspace.openTextDocument({
      language: 'journey',
      content: 'journey J {\n  stage S {\n    touchpoint A on web\n  }\n}\n',
    });
    await window.showTextDocument(document, ViewColumn.One);
    await mapShows('one card', ({ uri, cards }) => uri === document.uri.toString() && cards === 1);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a file without a journey says so, and is drawn as soon as there is one', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const uri = fileUri('blank.journey');
    await workspace.fs.writeFile(uri, new Uint8Array());
    const { document } = await window.showTextDocument(uri, { preview: false });
    await commands.executeCommand('journey.showMapToSide');
    const { notice, cards } = await mapShows('a notice', (report) => report.notice !== '');
    ok(cards === 0 && notice.includes('no journey in blank.journey yet'), notice);
    const edit = new WorkspaceEdit();
    edit.insert(uri, document.positionAt(0), 'journey J {\n  stage S {\n    touchpoint A on web\n  }\n}\n');
    await workspace.applyEdit(edit);
    await mapShows('one card', (report) => report.notice === '' && report.cards === 1);
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(uri);
  });

  test('it is an editor of its own as well', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('vscode.openWith', fileUri('hotel.journey'), 'journey.mapEditor');
    await mapShows('six cards', ({ cards }) => cards === 6);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
}

/** How many panels with a map there are. */
function maps(): number {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.includes('Map')).length;
}

async function editHotel(): Promise<TextEditor> {
  const document = await workspace.openTextDocument(fileUri('hotel.journey'));
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  if (maps() === 0) await commands.executeCommand('journey.showMapToSide');
  return editor;
}

async function undo({ document }: TextEditor): Promise<void> {
  await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  await commands.executeCommand('undo');
}

function rangeOf({ document }: TextEditor, text: string): Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `there is no ${text}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

function lineOf(editor: TextEditor, text: string): number {
  return rangeOf(editor, text).start.line;
}

function put(editor: TextEditor, text: string): void {
  const { start } = rangeOf(editor, text);
  editor.selection = new Selection(start, start);
}

function changes(before: string, after: string): string {
  const old = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !old.has(line))
    .join('\n');
}
