// Paper and slides: what has to fit where nothing can scroll.
import { describe, expect, test } from 'vitest';
import { mapContent, mapPages, type PageSize } from '../../src/map/map.ts';
import type { Group, Scene, SceneNode } from '../../src/map/scene.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { misplacedTexts, textsIn } from './boxes.ts';
import { exampleMaps } from './maps.ts';

const maps = await exampleMaps();
const locales = ['en', 'ja'] as const;

describe.each(maps)('$name on paper and slides', ({ input }) => {
  test.each(['a4', 'a3', 'a1', 'a0', 'slide'] as const)('%s holds every text in its box', (size) => {
    for (const locale of locales) {
      for (const preset of ['workshop', 'full'] as const) {
        const options = { locale, preset, footer: 'journey 1.0' };
        const pages = mapPages(mapContent(input, options), size, options);
        for (const page of pages) {
          expect(misplacedTexts(page)).toEqual([]);
          // In points: 96 pixels to the inch on paper, 1920 pixels to the 13⅓ inches of a slide.
          const point = size === 'slide' ? 2 : 4 / 3;
          const smallest = Math.min(...textsIn(page.nodes).map(({ font }) => font.size));
          expect((smallest * (page.zoom ?? 1)) / point).toBeGreaterThanOrEqual(size === 'slide' ? 14 : 8);
        }
      }
    }
  });

  test.each([
    ['a4', 1123, 794],
    ['a3', 1587, 1123],
  ] as const)('no page is larger than %s', (size, width, height) => {
    const content = mapContent(input, { locale: 'ja', preset: 'full' });
    for (const page of mapPages(content, size, { locale: 'ja' })) {
      expect([page.width, page.height]).toEqual([width, height]);
    }
  });

  test('besides two for the cover it takes at most one page of A4 for two touchpoints', () => {
    const content = mapContent(input, { locale: 'ja' });
    const pages = mapPages(content, 'a4', { locale: 'ja' });
    expect(pages.length - 2).toBeLessThanOrEqual(content.touchpoints.length / 2);
  });

  test('has a slide of full HD for the whole and for each stage, with at most eight touchpoints', () => {
    const content = mapContent(input, { locale: 'en' });
    const slides = mapPages(content, 'slide', { locale: 'en' });
    for (const slide of slides) {
      expect(writeSvg(slide, { id: 'slide', theme: 'light' })).toMatch(/^<svg [^>]* width="1920" height="1080"/);
      expect(lowestIn(slide.nodes)).toBeLessThanOrEqual(slide.height + 0.1);
    }
    const cards = slides.map((slide) => groupsIn(slide.nodes).filter(({ role }) => role === 'card'));
    expect(cards[0]).toEqual([]);
    for (const own of cards) expect(own.length).toBeLessThanOrEqual(8);
    expect(cards.flat().map(({ of }) => of?.touchpoint)).toEqual(content.touchpoints.map(({ key }) => key));
  });

  test('says on each page which stages it shows, and repeats them and the lanes', () => {
    const content = mapContent(input, { locale: 'ja' });
    const pages = mapPages(content, 'a3', { locale: 'ja' });
    for (const [index, page] of pages.entries()) {
      const texts = textsOf(page);
      const stages = groupsIn(page.nodes).flatMap(({ role, label }) => (role === 'stage' ? [label ?? ''] : []));
      const named = texts.find((text) => text.startsWith(`${index + 1}/${pages.length}`)) ?? '';
      expect(named).not.toBe('');
      if (stages.length === 0) continue;
      const shown = content.stages.filter(({ title }) => stages.some((label) => label.startsWith(title)));
      expect(named).toContain(shown[0]?.title);
      expect(named).toContain(shown.at(-1)?.title);
      expect(groupsIn(page.nodes).some(({ role }) => role === 'lane-label')).toBe(true);
    }
  });
});

test.each([
  ['a1', 841],
  ['a0', 1189],
] as const satisfies readonly (readonly [PageSize, number])[])(
  '%s is %d mm wide, and one sheet where that can be read',
  (size, wide) => {
    const numbers = maps.map(({ input }) => {
      const sheets = mapPages(mapContent(input, { locale: 'en' }), size, { locale: 'en' });
      for (const { width, height, zoom = 1 } of sheets) {
        expect(width / height).toBeCloseTo(Math.SQRT2, 2);
        expect((width * zoom * 25.4) / 96).toBeCloseTo(wide, -0.5);
      }
      return sheets.length;
    });
    expect(Math.min(...numbers)).toBe(1);
    expect(Math.max(...numbers)).toBe(size === 'a1' ? 2 : 1);
  },
);

function groupsIn(nodes: readonly SceneNode[]): readonly Group[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsIn(node.children)] : []));
}

function textsOf({ nodes }: Scene): readonly string[] {
  return textsIn(nodes).map(({ lines }) => lines.map(({ text }) => text).join(''));
}

function lowestIn(nodes: readonly SceneNode[]): number {
  return Math.max(
    0,
    ...nodes.map((node) => {
      if (node.kind === 'group') return lowestIn(node.children);
      if (node.kind === 'box' || node.kind === 'text') return node.y + node.height;
      return 0;
    }),
  );
}
