import { type CodeLens, commands, env, languages, tasks, UIKind, type Uri, window, workspace } from 'vscode';
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
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('journey check is a task where processes can be started', async () => {
    const found = await tasks.fetchTasks({ type: 'journey' });
    equal(
      found.map(({ name }) => name),
      env.uiKind === UIKind.Web && env.remoteName === undefined ? [] : ['Check journeys'],
    );
  });
}

async function lensesOf(uri: Uri): Promise<readonly CodeLens[]> {
  return commands.executeCommand<readonly CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
}
