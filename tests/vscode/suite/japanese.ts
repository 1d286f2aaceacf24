import { commands, languages, window } from 'vscode';
import { please } from './deeds.ts';
import { openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';
import { mapShows } from './report.ts';

/** What is said to somebody whose VS Code speaks Japanese. */
export function japanese(): void {
  test('findings, the map and its panel speak Japanese', async () => {
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    const { uri } = await openFile('hotel.journey');
    const [finding] = await until('there are findings', () => {
      const all = languages.getDiagnostics(uri);
      return all.length > 0 ? all : undefined;
    });
    ok(/[ぁ-ん]/.test(finding?.message ?? ''), String(finding?.message));
    await commands.executeCommand('journey.showMapToSide');
    const { locale, lanes } = await mapShows('six cards', ({ cards }) => cards === 6);
    equal(locale, 'ja');
    ok(lanes.includes('感情曲線'), lanes.join(', '));
    const titles = window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    ok(
      titles.some((title) => title.startsWith('マップ')),
      titles.join(', '),
    );
    await please({ do: 'picture', name: 'japanese' });
  });
  test('the quick start example is told in Japanese', async () => {
    await commands.executeCommand('journey.openExample');
    const text = window.activeTextEditor?.document.getText() ?? '';
    ok(text.includes('persona 健 "健さん"'), text);
    await please({ do: 'picture', name: 'quick-start' });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
}
