import {
  type CodeLens,
  commands,
  extensions,
  Range,
  TabInputTextDiff,
  type Uri,
  window,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { please } from './deeds.ts';
import { openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';
import { mapShows } from './report.ts';

/** What has changed since a commit. Where the host has no git it says so quietly and opens nothing. */
export function compare(): void {
  test('a line above the journey says what has changed since the last commit, and without git there is none', async () => {
    const document = await openFile('hotel.journey');
    const [{ uri }, before] = [document, document.getText()];
    await until('the lines are there', async () => {
      const titles = await lensTitles(uri);
      return titles.includes('Open map') && titles.some((title) => title.endsWith('last commit')) === hasGit();
    });
    if (hasGit()) ok((await lensTitles(uri)).includes('No change since the last commit'), 'something has changed');
    await replace('feels tired', 'feels hopeful');
    if (hasGit()) {
      await until('the change is counted', async () =>
        (await lensTitles(uri)).some((title) => title.startsWith('1 change since the last commit, friction ')),
      );
    }
    await write(before);
  });

  test('comparing with the last commit shows a map of both, and a list that leads to both places', async () => {
    const document = await openFile('hotel.journey');
    const [{ uri }, before] = [document, document.getText()];
    await replace('feels tired', 'feels hopeful');
    await replace('"Searches the map"', '"Looks at the map"');
    await commands.executeCommand('journey.compareWithCommit', { uri: uri.toString() });
    if (!hasGit()) {
      ok(shownDiff() === undefined, 'a comparison is shown');
      await write(before);
      return;
    }
    await mapShows('both versions', ({ title }) => title.endsWith('the last commit → now'));
    await please({ do: 'picture', name: 'changes' });
    // The list stays open: the one line after the other leads there.
    const first = await until('the first change is shown beside what it was', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return shownDiff();
    });
    equal([first.modified.toString(), first.original.scheme], [uri.toString(), 'git']);
    await please({ do: 'picture', name: 'change' });
    await commands.executeCommand('workbench.action.closeQuickOpen');
    const lines = new Set<number>();
    for (const command of ['journey.nextChange', 'journey.nextChange', 'journey.previousChange']) {
      await commands.executeCommand(command);
      lines.add(window.activeTextEditor?.selection.active.line ?? -1);
    }
    equal(lines.size, 2);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    // What is typed meanwhile is compared as well.
    await openFile('hotel.journey');
    await replace('feels relieved', 'feels hopeful');
    const { version } = await openFile('hotel.journey');
    await mapShows('the newest text', (report) => report.version === version && report.title.endsWith('→ now'));
    await commands.executeCommand('journey.endComparison');
    await mapShows('the map alone', ({ title }) => title === 'Book a meeting room');
    await write(before);
  });

  test('a map stays with the file when an earlier version of it is looked at', async () => {
    if (!hasGit()) return;
    await commands.executeCommand('workbench.action.closeAllEditors');
    const { uri } = await openFile('hotel.journey');
    await commands.executeCommand('journey.showMapToSide');
    await mapShows('the hotel', ({ cards }) => cards === 6);
    const past = uri.with({ scheme: 'git', query: JSON.stringify({ path: uri.fsPath, ref: 'HEAD' }) });
    await window.showTextDocument(past, { viewColumn: 1 });
    const asked = commands.executeCommand('journey.showMap', past);
    // Not the toast: it goes by itself.
    await commands.executeCommand('notifications.showList');
    await please({ do: 'see', at: '.notifications-center', text: 'earlier version of hotel.journey' });
    await mapShows('the file still', (report) => report.uri === uri.toString() && report.notice === '');
    await commands.executeCommand('notifications.clearAll');
    await asked;
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('comparing with another file, and with a branch, asks which one', async () => {
    const document = await openFile('hotel.journey');
    const before = document.getText();
    await replace('feels tired', 'feels hopeful');
    await chooseFirst('journey.compareWithFile', 'clinic.journey → now');
    await commands.executeCommand('journey.endComparison');
    if (hasGit()) {
      await openFile('hotel.journey');
      await chooseFirst('journey.compareWithBranch', 'main → now');
      await commands.executeCommand('journey.endComparison');
    }
    await openFile('hotel.journey');
    await write(before);
  });
}

/**
 * Takes the first of what a command asks to choose from, and waits for the map that comes of it. What is to be chosen from goes
 * when something else takes the focus, as editors may that are still being opened; then it is asked for again.
 */
async function chooseFirst(command: string, title: string): Promise<void> {
  const state = { isChosen: false };
  const ask = async (): Promise<boolean> => {
    state.isChosen = await commands.executeCommand<boolean>(command);
    return state.isChosen;
  };
  const choose = async (): Promise<boolean> => {
    if (!state.isChosen) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return state.isChosen;
  };
  await Promise.all([until(`${title} is compared`, ask), until(`something is chosen for ${title}`, choose)]);
  await mapShows(title, (report) => report.title.endsWith(title));
}

function hasGit(): boolean {
  return extensions.getExtension('vscode.git') !== undefined;
}

/** Not by undoing: what is edited may be saved by itself. */
async function write(text: string): Promise<void> {
  const document = await openFile('hotel.journey');
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
  await document.save();
}

function shownDiff(): TabInputTextDiff | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputTextDiff ? input : undefined;
}

async function lensTitles(uri: Uri): Promise<readonly string[]> {
  const lenses = await commands.executeCommand<readonly CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  return lenses.flatMap(({ command }) => command?.title ?? []);
}

async function replace(before: string, after: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  ok(document, 'no editor is open');
  const start = document.getText().indexOf(before);
  ok(start >= 0, `there is no ${before}`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + before.length)), after);
  await workspace.applyEdit(edit);
}
