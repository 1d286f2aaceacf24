// Runs inside VS Code's extension host: types into a journey and asks the map when it had the letter on the screen.
import { commands, extensions, Position, Selection, ViewColumn, window, workspace } from 'vscode';
import { please } from '../../tests/vscode/suite/deeds.ts';
import { fileUri } from '../../tests/vscode/suite/files.ts';
import { mapShows } from '../../tests/vscode/suite/report.ts';
import type { Keystroke, Measured } from './keystroke.ts';

const letters = 60;
/** The first ones only warm up. */
const warmUp = 20;

/** VS Code calls this. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('journey-language.journey-language');
  const began = performance.now();
  await extension?.activate();
  const activation = performance.now() - began;
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
  const strokes: Keystroke[] = [];
  for (let letter = 0; letter < letters + warmUp; letter++) {
    const pressed = Date.now();
    await commands.executeCommand('type', { text: String.fromCharCode(97 + (letter % 26)) });
    const wanted = document.version;
    const { painted, received } = await mapShows(
      'the letter',
      (report) => report.version === wanted && report.painted >= report.received && report.received >= pressed,
    );
    if (letter >= warmUp) strokes.push({ server: received - pressed, picture: painted - received });
  }
  await please({ do: 'tell', text: JSON.stringify({ activation, strokes } satisfies Measured) });
}
