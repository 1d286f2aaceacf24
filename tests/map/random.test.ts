import * as fc from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import type { MapInput } from '../../src/map/content/content-of.ts';
import { PRESETS, type Preset } from '../../src/map/content/lanes.ts';
import { mapContent, type MapOptions, mapPages, mapScene } from '../../src/map/map.ts';
import type { Group, Scene, SceneNode } from '../../src/map/scene.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { scoreOf } from '../../src/friction/score.ts';
import { analysisOf } from '../../src/model/analysis.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Prose } from '../../src/model/values.ts';
import { CAUSES } from '../../src/model/words.ts';
import { buildJourney, type TouchpointSpec, type WaySpec } from '../support/model-builder.ts';
import { misplacedTexts } from './boxes.ts';

const place = { uri: 'file:///a.journey', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };

/** What people write, and what they should not have. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '予約の確認メールが届かないので、もう一度「電話」をかける。',
    'ショッピングカートに入れたまま、ちょっと考える…',
    'Looks for a meeting room near the station and compares the prices',
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik',
    '</svg><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    'مرحبا، أريد حجز غرفة اجتماعات لهذا اليوم',
    '👩‍👩‍👧‍👦🇯🇵🏳️‍🌈 e\u0301\u0327',
    'one\ntwo\n\n\nthree',
    'W'.repeat(400),
  ),
);

const touchpointIds = Array.from({ length: 9 }, (_, index) => `T${index}`);
const personas = ['Ken', 'Sato', 'Mia'];

const way: fc.Arbitrary<WaySpec> = fc.oneof(
  fc.record({ to: fc.constantFrom(...touchpointIds), share: fc.constantFrom(0.1, 0.5, 1), transfer: fc.boolean() }),
  fc.record({ failure: fc.constantFrom(...touchpointIds, undefined) }),
  fc.record({ loop: fc.constantFrom(...touchpointIds) }),
  fc.record({ end: fc.constantFrom('success', 'failure', 'exit') }),
);

const feeling = fc.oneof(
  fc.constantFrom(-2, -1, 0, 1, 2, 0.5),
  fc.dictionary(fc.constantFrom(...personas), fc.constantFrom(-2, -1, 0, 1, 2), { minKeys: 1 }),
);

interface RandomTouchpoint {
  readonly title: string;
  readonly does: readonly string[];
  readonly thinks: readonly string[];
  readonly newStage: boolean;
  readonly important: boolean;
  readonly feels: TouchpointSpec['feels'] | undefined;
  readonly ways: readonly WaySpec[];
  readonly only: readonly string[];
}

const touchpoint: fc.Arbitrary<RandomTouchpoint> = fc.record({
  title: text,
  does: fc.array(text, { maxLength: 2 }),
  thinks: fc.array(text, { maxLength: 2 }),
  newStage: fc.boolean(),
  important: fc.boolean(),
  feels: fc.option(feeling, { nil: undefined }),
  ways: fc.array(way, { maxLength: 3 }),
  only: fc.oneof(fc.constant([]), fc.subarray(personas, { minLength: 1 })),
});

const input: fc.Arbitrary<MapInput> = fc
  .record({
    touchpoints: fc.array(touchpoint, { maxLength: touchpointIds.length }),
    hit: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom(...CAUSES), fc.boolean(), text), { maxLength: 6 }),
  })
  .map(({ touchpoints, hit }) => {
    let stage = 0;
    const { model, journey } = buildJourney({
      for: personas,
      touchpoints: touchpoints.map(({ title, does, thinks, newStage, important, feels, ways, only }, index) => {
        if (newStage) stage += 1;
        return {
          id: `T${index}`,
          stage: `Stage${stage}`,
          on: ['phone', 'web'],
          ways,
          for: only,
          ...(feels === undefined ? {} : { feels }),
          more: {
            label: title,
            does: does.map(proseOf),
            thinks: thinks.map(proseOf),
            ...(important ? { momentOfTruth: { place } } : {}),
          },
        };
      }),
    });
    const findings = hit.map(([from, to, cause, onTheWay, message]): Finding => {
      const subject = { journey: journey.key, touchpoint: `T${from}`, ...(onTheWay ? { next: `T${to}` } : {}) };
      const both = { en: message, ja: message };
      return {
        code: 'x',
        severity: 'warning',
        cause,
        message: both,
        help: both,
        place,
        related: [],
        fixes: [],
        subject,
        personas: [],
      };
    });
    return { analysis: analysisOf(model, journey), findings, score: scoreOf(journey, findings) };
  });

const options: fc.Arbitrary<MapOptions> = fc.record({
  locale: fc.constantFrom('en', 'ja'),
  preset: fc.constantFrom(...(Object.keys(PRESETS) as Preset[])),
  folded: fc.constantFrom([], 'all' as const),
});

describe('whatever is in a journey', () => {
  test('no text leaves its box, and no two overlap', () => {
    fc.assert(
      fc.property(input, options, (journey, chosen) => {
        for (const scene of scenesOf(journey, chosen)) expect(misplacedTexts(scene)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('nothing of it is markup', () => {
    fc.assert(
      fc.property(input, options, (journey, chosen) => {
        for (const scene of scenesOf(journey, chosen)) {
          const svg = writeSvg(scene, { id: 'map', theme: 'light' });
          expect(svg).not.toMatch(/(?!\n)\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/u);
          expect(tagsOf(svg)).toEqual(expect.not.arrayContaining(['script', 'img', 'a', 'foreignObject', 'image']));
          expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<]/);
          expect(svg).not.toMatch(/<[^>]*\s(?:on\w+|href|style)=/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the curve stays within the scale, and no way reaches it', () => {
    fc.assert(
      fc.property(input, (journey) => {
        const scene = wide(journey, { locale: 'en', preset: 'workshop' });
        const nodes = flat(groups(scene.nodes).filter(({ role }) => role === 'curve'));
        const levels = flat(scene.nodes).flatMap((node) =>
          node.kind === 'stroke' && node.style === 'level' ? ysOf(node.data) : [],
        );
        if (levels.length === 0) return;
        const [top, bottom] = [Math.min(...levels), Math.max(...levels)];
        for (const node of nodes) {
          if (node.kind !== 'stroke' || !node.style.startsWith('curve')) continue;
          for (const y of ysOf(node.data)) {
            expect(y).toBeGreaterThanOrEqual(top - 0.1);
            expect(y).toBeLessThanOrEqual(bottom + 0.1);
          }
        }
        const ways = groups(scene.nodes).filter(({ role }) => role === 'path');
        const lowest = Math.max(0, ...flat(ways).flatMap((node) => (node.kind === 'stroke' ? ysOf(node.data) : [])));
        expect(lowest).toBeLessThan(top);
      }),
      { numRuns: 60 },
    );
  });
});

function scenesOf(journey: MapInput, chosen: MapOptions): readonly Scene[] {
  const narrow = { ...chosen, width: 390 };
  const bands = { ...chosen, wrapAt: 900 };
  const content = mapContent(journey, chosen);
  return [
    wide(journey, chosen),
    mapScene(content, narrow),
    mapScene(content, { ...narrow, opened: [] }),
    mapScene(content, { ...chosen, width: 900 }),
    mapScene(content, { ...chosen, width: 900, steady: true }),
    mapScene(content, bands),
    ...mapPages(content, 'a4', chosen),
    ...mapPages(content, 'slide', chosen),
  ];
}

function wide(journey: MapInput, chosen: MapOptions): Scene {
  return mapScene(mapContent(journey, chosen), chosen);
}

function proseOf(written: string): Prose {
  return { kind: 'text', text: written, written, place };
}

function flat(nodes: readonly SceneNode[]): readonly SceneNode[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? flat(node.children) : [node]));
}

function groups(nodes: readonly SceneNode[]): readonly Group[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groups(node.children)] : []));
}

/** All y of a path's points and control points; the curve lies between them. */
function ysOf(data: string): readonly number[] {
  return (data.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number).filter((_, index) => index % 2 === 1);
}

function tagsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<(\w+)/g)].map(([, name = '']) => name);
}
