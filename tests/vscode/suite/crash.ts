import type { ChildProcess } from 'node:child_process';
import { commands } from 'vscode';
import { openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';
import { mapShows } from './report.ts';

/** The server is killed. Where it is a worker nobody can do that, so there it is started anew by command. */
export function crash(): void {
  const servers = startedServers();
  test('the server comes back when it is killed, and the map with it', async () => {
    const document = await openFile('hotel.journey');
    await commands.executeCommand('journey.showMapToSide');
    await mapShows('six cards', ({ cards }) => cards === 6);
    if (servers === undefined) await commands.executeCommand('journey.restartServer');
    else ok(servers.at(-1)?.kill('SIGKILL'), 'there was no server to kill');
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

/** The servers that this window starts from now on; undefined where they are no processes. */
function startedServers(): readonly ChildProcess[] | undefined {
  // The suite is one file for all hosts, and one of them has no Node: hence no import.
  const channels = (globalThis as Partial<typeof globalThis>).process?.getBuiltinModule?.('node:diagnostics_channel');
  if (channels === undefined) return undefined;
  const servers: ChildProcess[] = [];
  channels.subscribe('child_process', (message) => {
    const { process } = message as { readonly process: ChildProcess };
    // It has got its arguments only when the one who starts it has gone on.
    queueMicrotask(() => {
      if (process.spawnargs.includes('lsp')) servers.push(process);
    });
  });
  return servers;
}
