import { describe, expect, test } from 'vitest';
import type { MapInput } from '../../src/map/content/content-of.ts';
import { PRESETS, type Preset } from '../../src/map/content/lanes.ts';
import { mapContent, mapScene } from '../../src/map/map.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { misplacedTexts } from './boxes.ts';
import { exampleMaps } from './maps.ts';

const maps = await exampleMaps();
const presets = Object.keys(PRESETS) as Preset[];

describe.each(maps)('the map of $name', ({ input }) => {
  test.each(presets)('holds every text in its box, preset %s', (preset) => {
    for (const locale of ['en', 'ja'] as const) {
      for (const folded of [[], 'all'] as const) {
        const options = { locale, preset, folded };
        expect(misplacedTexts(mapScene(mapContent(input, options), options))).toEqual([]);
      }
    }
  });

  test('is the same twice', () => {
    expect(draw(input)).toBe(draw(input));
  });
});

function draw(input: MapInput): string {
  const options = { locale: 'ja', preset: 'full' } as const;
  return writeSvg(mapScene(mapContent(input, options), options), { id: 'map', theme: 'light' });
}
