// What a terminal of 40 columns shows, such as half of a split window: nothing but paths, addresses and code runs over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { commandHelp, generalHelp } from '../../src/cli/help.ts';
import { prettyDifference } from '../../src/formats/difference/pretty.ts';
import { actionPlan } from '../../src/formats/overview/actions.ts';
import { coverageMatrix } from '../../src/formats/overview/matrix.ts';
import { overviewText } from '../../src/formats/overview/overview.ts';
import { statistics } from '../../src/formats/overview/stats.ts';
import { explainedRule, ruleList } from '../../src/formats/rules/rule-terminal.ts';
import { widthOf } from '../../src/formats/terminal/cells.ts';
import { plain } from '../../src/formats/terminal/style.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import { storyOf } from '../../src/history/story.ts';
import { versionOf } from '../history/versions.ts';

const width = 40;
const folder = fileURLToPath(new URL('../../examples', import.meta.url));
const texts = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.journey'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
);
const metas = rules.map(({ meta }) => meta);

function tooWide(text: string, stays: (line: string) => boolean = () => false, columns = width): readonly string[] {
  return text.split('\n').filter((line) => widthOf(line) > columns && !stays(line));
}

/** A command is copied as it is, and a path is one word. */
function isWhole(line: string): boolean {
  return /^ +(?:journey|git|merge-driver) | \| journey /.test(line) || /^\S+$/.test(line.trim());
}

test.each(['en', 'ja'] as const)('help, the list of rules and a rule: %s', (locale) => {
  const helps = [generalHelp({ locale, width }), ...commands.map((command) => commandHelp(command, { locale, width }))];
  for (const help of helps) expect(tooWide(help, isWhole)).toEqual([]);
  expect(tooWide(ruleList(metas, { locale, width, paint: plain }))).toEqual([]);
  for (const meta of metas) {
    const text = explainedRule(meta, { bad: '', good: '' }, defaultSettings, {
      locale,
      width,
      paint: plain,
    });
    expect(tooWide(text, (line) => /^\s+https?:/.test(line))).toEqual([]);
  }
});

test('wide terminals get lines that can be read', () => {
  expect(generalHelp({ locale: 'en', width: 300 })).toBe(generalHelp({ locale: 'en', width: 80 }));
});

test.each(['en', 'ja'] as const)('what two versions say differently: %s', async (locale) => {
  const text = `journey J "とても長い名前の旅行の予約の話" en "The very long tale of how somebody books a room" {
  stage S { touchpoint T "Waits for somebody who answers the phone" { waits 3 min feels 0 } }
}`;
  const [was, is] = [
    await versionOf({ 'a.journey': text }),
    await versionOf({ 'a.journey': text.replace('3 min feels 0', '90 min feels -2') }),
  ];
  const report = { sides: ['main', 'HEAD'] as const, story: storyOf(was, is), improvements: [], notes: [] };
  const printed = prettyDifference(report, { locale, width, paint: plain });
  expect(tooWide(printed)).toEqual([]);
  expect(printed).toContain('a.journey');
});

test('tables about all journeys, with all that they say', async () => {
  const { files } = await versionOf(texts);
  for (const locale of ['en', 'ja'] as const) {
    for (const overview of [statistics, actionPlan, coverageMatrix]) {
      const table = overview(files, locale);
      const cells = table.rows.flatMap((row) =>
        row.flatMap((cell) => (typeof cell === 'object' ? cell.text : (cell ?? '')).split('\n')),
      );
      for (const columns of [40, 60, 100, 160]) {
        const printed = overviewText(table, locale, { width: columns, paint: plain });
        expect(tooWide(printed, isWhole, columns)).toEqual([]);
        // In blocks, as these are, a text goes on in the next line and nothing stands beside it.
        const words = printed.replace(/\s/g, '');
        expect(cells.filter((cell) => !words.includes(cell.replace(/\s/g, '')))).toEqual([]);
      }
    }
  }
});
