// Pictures of a journey that uses everything. When one of them changes, look at it before `vitest -u`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeTerminal } from '../../src/formats/terminal/map.ts';
import { mapContent, mapPages, mapScene } from '../../src/map/map.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { writeMarkdown } from '../../src/map/table/markdown.ts';
import { mapOf } from './maps.ts';

const { analysis } = await mapOf(readFileSync(fileURLToPath(new URL('all-marks.journey', import.meta.url)), 'utf8'));
// Without what the rules find: they have tests of their own, and these pictures should not change with every rule.
const input = { analysis, findings: [] };

describe('the map of everything', () => {
  test.each(['en', 'ja'] as const)('looks as it did, %s', async (locale) => {
    const content = mapContent(input, { locale, preset: 'full' });
    const scene = mapScene(content, { locale });
    await expect(writeSvg(scene, { id: 'map', theme: 'light' })).toMatchFileSnapshot(`golden/all-marks.${locale}.svg`);
    await expect(writeMarkdown(content)).toMatchFileSnapshot(`golden/all-marks.${locale}.md`);
    await expect(writeTerminal(content, 80)).toMatchFileSnapshot(`golden/all-marks.${locale}.txt`);
  });

  test('looks as it did on a phone and on paper', async () => {
    const content = mapContent(input, { locale: 'ja' });
    const phone = mapScene(content, { locale: 'ja', width: 390 });
    await expect(writeSvg(phone, { id: 'map', theme: 'dark' })).toMatchFileSnapshot('golden/all-marks.phone.svg');
    const pages = mapPages(content, 'a4', { locale: 'ja' }).map((page) =>
      writeSvg(page, { id: 'map', theme: 'hc-light' }),
    );
    await expect(pages[1]).toMatchFileSnapshot('golden/all-marks.page-2.svg');
  });
});
