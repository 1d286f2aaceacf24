import { commands, window } from 'vscode';
import { openFile } from './files.ts';
import { equal, test } from './harness.ts';
import { mapShows } from './report.ts';

/** The map beside the text. */
export function preview(): void {
  test('the map opens to the side with a card for each touchpoint', async () => {
    const { uri } = await openFile('hotel.journey');
    await commands.executeCommand('journey.showMapToSide');
    const report = await mapShows('six cards', ({ cards }) => cards === 6);
    equal(report.uri, uri.toString());
    equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
  });
}
