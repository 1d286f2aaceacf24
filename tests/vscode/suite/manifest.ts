import { type CodeLens, commands, env, languages, tasks, UIKind, type Uri, window, workspace } from 'vscode';
import { please } from './deeds.ts';
import { openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';
import { mapShows } from './report.ts';

/** What the manifest promises besides the map. */
export function manifest(): void {
  test('lines above a journey lead to its map', async () => {
    const { uri } = await openFile('hotel.journey');
    const lens = await until('there is a lens that opens the map', async () =>
      (await lensesOf(uri)).find(({ command }) => command?.title === 'Open map'),
    );
    ok(lens.command, 'the lens has no command');
    await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await mapShows('six cards', ({ cards }) => cards === 6);
  });

  test('lenses go when they are switched off', async () => {
    const { uri } = await openFile('hotel.journey');
    const settings = workspace.getConfiguration('journey', uri);
    await settings.update('codeLens.enabled', false);
    await until('there is no lens', async () => (await lensesOf(uri)).length === 0);
    await settings.update('codeLens.enabled', undefined);
    await until('there are lenses', async () => (await lensesOf(uri)).length > 0);
  });

  test('an example opens as a new file with findings', async () => {
    await commands.executeCommand('journey.openExample');
    const document = window.activeTextEditor?.document;
    ok(document?.isUntitled === true && document.languageId === 'journey', 'no new journey is shown');
    await until('there are findings', () => languages.getDiagnostics(document.uri).length > 0);
    equal(window.activeTextEditor?.options.tabSize, 2);
    equal(window.activeTextEditor?.selection.active.line, 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the steps of the walkthrough lead to the journey that was open last', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const { uri } = await openFile('hotel.journey');
    await commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH);
    await until('the text is behind it', () => !isVisible(uri));
    await commands.executeCommand('journey.showMapToSide');
    await mapShows('six cards', ({ cards }) => cards === 6);
    ok(isVisible(uri), 'the text is not beside its map');
    await commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH);
    await until('the text is behind it again', () => !isVisible(uri));
    await commands.executeCommand('journey.nextFinding');
    await please({ do: 'see', at: '.action-widget' });
    const cursor = window.activeTextEditor?.selection.active;
    const starts = languages.getDiagnostics(uri).map(({ range }) => range.start);
    ok(
      starts.some((start) => cursor?.isEqual(start)),
      'the cursor is at no finding',
    );
    await please({ do: 'press', key: 'Escape' });
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('journey check is a task where processes can be started', async () => {
    const found = await tasks.fetchTasks({ type: 'journey' });
    equal(
      found.map(({ name }) => name),
      env.uiKind === UIKind.Web && env.remoteName === undefined ? [] : ['Check journeys'],
    );
  });
}

const WALKTHROUGH = 'journey-language.journey-language#start';

function isVisible(uri: Uri): boolean {
  return window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}

async function lensesOf(uri: Uri): Promise<readonly CodeLens[]> {
  return commands.executeCommand<readonly CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
}
