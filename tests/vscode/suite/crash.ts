import { commands, env, UIKind } from 'vscode';
import { please } from './deeds.ts';
import { openFile } from './files.ts';
import { equal, test, until } from './harness.ts';
import { mapShows } from './report.ts';

/** The server is killed. Where it is a worker nobody can do that, so there it is started anew by command. */
export function crash(): void {
  test('the server comes back when it is killed, and the map with it', async () => {
    const document = await openFile('hotel.journey');
    await commands.executeCommand('journey.showMapToSide');
    await mapShows('six cards', ({ cards }) => cards === 6);
    const isWorker = env.uiKind === UIKind.Web && env.remoteName === undefined;
    if (isWorker) await commands.executeCommand('journey.restartServer');
    else please({ do: 'kill' });
    // What is typed while it is away is there when it is back.
    await commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await until('typed', async () => {
      await commands.executeCommand('cursorTop');
      await commands.executeCommand('type', { text: '// typed meanwhile\n' });
      return document.getText().includes('typed meanwhile');
    });
    const { version } = document;
    const report = await mapShows(
      'the newest text',
      (shown) => shown.version === version && shown.uri === document.uri.toString(),
    );
    equal(report.cards, 6);
    await commands.executeCommand('workbench.action.files.revert');
  });
}
