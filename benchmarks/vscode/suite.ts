// Runs inside VS Code's extension host: opens a journey with its map, has keys pressed and says what the extension sees of them.
import { commands, extensions, Position, Selection, ViewColumn, window, workspace } from 'vscode';
import type { MapReport } from '../../src/extension/preview/preview.ts';
import { please } from '../../tests/vscode/suite/deeds.ts';
import { fileUri } from '../../tests/vscode/suite/files.ts';
import { mapShows } from '../../tests/vscode/suite/report.ts';
import type { Word } from './keystroke.ts';

const letters = 60;

/** VS Code calls this. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('journey-language.journey-language');
  const began = performance.now();
  const thread = process.threadCpuUsage();
  await extension?.activate();
  const { user, system } = process.threadCpuUsage(thread);
  await say({
    kind: 'activated',
    activation: { whole: performance.now() - began, thread: (user + system) / 1000 },
  });
  // Room for the map: VS Code opens these by itself.
  await commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await commands.executeCommand('workbench.action.closeSidebar');
  const document = await workspace.openTextDocument(fileUri('long.journey'));
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  await commands.executeCommand('journey.showMapToSide');
  const { version } = document;
  await mapShows('the journey', (report) => report.cards > 0 && report.version === version);
  await window.showTextDocument(document, ViewColumn.One);
  // In the title of a touchpoint: it is to be seen on its card.
  const at = document.positionAt(document.getText().indexOf('touchpoint '));
  const title = new Position(at.line, document.lineAt(at.line).text.indexOf('"') + 1);
  editor.selection = new Selection(title, title);
  let shown = '';
  for (let letter = 0; letter < letters; letter++) {
    const key = String.fromCharCode(97 + (letter % 26));
    shown += key;
    await say({ kind: 'press', key, shown });
    const { asked, received } = (await commands.executeCommand<MapReport>('_journey.reportMap')) ?? {};
    await say({ kind: 'seen', asked, received });
  }
}

async function say(word: Word): Promise<void> {
  await please({ do: 'tell', text: JSON.stringify(word) });
}
