import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/formats/terminal/cells.ts';
import { writeTerminal } from '../../src/formats/terminal/map.ts';
import { mapContent, type MapOptions } from '../../src/map/map.ts';
import { writeHtmlTable } from '../../src/map/table/html-table.ts';
import { writeMarkdown } from '../../src/map/table/markdown.ts';
import { exampleMaps, mapOf } from './maps.ts';

const english: MapOptions = { locale: 'en', preset: 'full' };
const nasty = `journey J "<b>|@all [x](javascript:alert)" {
  stage S "a|b" { touchpoint T "\`code\` https://x.example </table>" on web { feels worried -1 does "# no heading" } }
}`;

describe('the table', () => {
  test('says in one sentence how the emotion runs', async () => {
    const { summary } = mapContent(
      await mapOf(`journey J {
        stage S { touchpoint A "Looks" { feels hopeful +1 } touchpoint B "Waits" { feels angry -2 } touchpoint C "Gets it" { feels calm 0 } }
      }`),
      english,
    );
    expect(summary).toContain('highest at "Looks" (+1), lowest at "Waits" (−2) and ends at "Gets it" with 0');
  });

  test('shows in Markdown what is written, and nothing more', async () => {
    const text = writeMarkdown(mapContent(await mapOf(nasty), english));
    expect(text).not.toMatch(/<b>|@all|\[x\]\(|https:\/\/|<\/table>/);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const bars = rows.map((row) => row.replaceAll(String.raw`\|`, '').split('|').length);
    expect(new Set(bars).size).toBe(1);
  });

  test('shows in HTML what is written, and nothing more', async () => {
    const text = writeHtmlTable(mapContent(await mapOf(nasty), english));
    expect(text).toContain('&lt;/table&gt;');
    expect(text.match(/<\/table>/g)).toHaveLength(1);
    expect(text).toContain('<th scope="col">');
    expect(text).toContain('<th scope="row">');
  });
});

describe('the drawing for a terminal', async () => {
  test.each(await exampleMaps())('is no wider than the terminal: $name', ({ input }) => {
    for (const locale of ['en', 'ja'] as const) {
      const content = mapContent(input, { locale, preset: 'full' });
      for (const columns of [40, 72, 100]) {
        const widest = Math.max(...writeTerminal(content, columns).split('\n').map(widthOf));
        expect(widest).toBeLessThanOrEqual(columns);
      }
    }
  });
});
