import { describe, expect, test } from 'vitest';
import type { MapInput } from '../../src/map/content/content-of.ts';
import { PRESETS, type Preset } from '../../src/map/content/lanes.ts';
import { mapContent, mapScene } from '../../src/map/map.ts';
import { analysisOf } from '../../src/model/analysis.ts';
import { buildJourney } from '../support/model-builder.ts';
import type { Group, SceneNode } from '../../src/map/scene.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { misplacedTexts, textsIn } from './boxes.ts';
import { exampleMaps, mapOf } from './maps.ts';

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

test('a word in katakana is not torn: its column is wide enough', async () => {
  const input = await mapOf(
    'journey J { stage S { touchpoint A "通知を受け取る" on sms touchpoint B "アプリケーションを開く" on app } }',
  );
  const lines = textsIn(mapScene(mapContent(input, { locale: 'ja' }), { locale: 'ja' }).nodes).flatMap(
    (node) => node.lines,
  );
  const shown = lines.map((line) => (typeof line === 'string' ? line : line.text));
  expect(shown).toEqual(expect.arrayContaining(['SMS(ショートメッセージ)']));
  expect(shown.some((line) => line.includes('アプリケーション'))).toBe(true);
});

test('two hundred touchpoints begin with their stages folded, under a small picture of the whole', () => {
  const { model, journey } = buildJourney({
    touchpoints: Array.from({ length: 200 }, (_, index) => ({
      id: `T${index}`,
      stage: `Stage${Math.floor(index / 20)}`,
      feels: (index % 5) - 2,
    })),
  });
  const content = mapContent({ analysis: analysisOf(model, journey), findings: [] }, { locale: 'ja' });
  const scene = mapScene(content, { locale: 'ja' });
  const roles = groupsIn(scene.nodes).map(({ role }) => role);
  expect(roles.filter((role) => role === 'card')).toHaveLength(10);
  expect(roles.filter((role) => role === 'minimap-stage')).toHaveLength(10);
  expect(scene.width).toBeLessThan(2400);
  expect(misplacedTexts(scene)).toEqual([]);
  const open = mapScene(content, { locale: 'ja', folded: [] });
  expect(groupsIn(open.nodes).filter(({ role }) => role === 'card')).toHaveLength(200);
});

function groupsIn(nodes: readonly SceneNode[]): readonly Group[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsIn(node.children)] : []));
}

test('a bar spans what happens during a wait', async () => {
  const input = await mapOf(`journey Repair {
  stage Wait {
    touchpoint Waits on phone { waits 18 h }
    touchpoint Hears on sms { during Waits }
    touchpoint Meets on visit { }
  }
}
`);
  const { nodes } = mapScene(mapContent(input, { locale: 'en' }), { locale: 'en' });
  const boxes = boxesIn(nodes);
  const bar = boxes.find(({ style }) => style === 'wait-bar');
  const [waits, hears, meets] = boxes.filter(({ style }) => style === 'card');
  expect(bar?.x).toBe(waits?.x);
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe((hears?.x ?? 0) + (hears?.width ?? 0));
  expect(meets?.x).toBeGreaterThan((bar?.x ?? 0) + (bar?.width ?? 0));
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThan(waits?.y ?? 0);
});

test('a persona alone has the colour that it has beside the others', async () => {
  const input = await mapOf(`persona Ken "Ken" { }
persona Mia "Mia" { }
journey Repair {
  for Ken, Mia
  stage Wait {
    touchpoint Waits on phone { feels Ken +1, Mia -2 }
    touchpoint Hears on sms { feels Ken +2, Mia -1 }
  }
}
`);
  const options = { locale: 'en', personas: ['Mia'] } as const;
  const svg = writeSvg(mapScene(mapContent(input, options), options), { id: 'map', theme: 'light' });
  expect(svg).toContain('class="curve-persona-2"');
  expect(svg).toContain('class="persona-2"');
  expect(svg).not.toContain('persona-1"');
});

test('a finding runs as the language of the map does, whatever it quotes first', async () => {
  const input = await mapOf(`journey Repair {
  stage Wait { touchpoint Waits "مرحبا" on phone { waits 3 days feels -2 } }
}
`);
  const content = mapContent(input, { locale: 'en' });
  const blocks = textsIn(mapScene(content, { locale: 'en' }).nodes);
  expect(blocks.find(({ lines }) => lines[0]?.text === 'مرحبا')?.rightToLeft).toBe(true);
  const finding = content.frictions.find(({ message }) => message.startsWith('"مرحبا"'));
  const quoting = blocks.find(({ lines }) => lines[0]?.text.startsWith('"مرحبا"'));
  expect(finding).toBeDefined();
  expect(quoting?.rightToLeft).toBe(false);
});

function boxesIn(nodes: readonly SceneNode[]): readonly Extract<SceneNode, { kind: 'box' }>[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return boxesIn(node.children);
    return node.kind === 'box' ? [node] : [];
  });
}

function draw(input: MapInput): string {
  const options = { locale: 'ja', preset: 'full' } as const;
  return writeSvg(mapScene(mapContent(input, options), options), { id: 'map', theme: 'light' });
}

test('in a map that is drawn while somebody types, hardly a letter moves what is right of it', async () => {
  const title = 'Asks the clinic for an appointment between two of her shifts';
  const places = new Set<number | undefined>();
  for (let length = 1; length <= title.length; length++) {
    const input = await mapOf(`journey Visit {
  stage Book {
    touchpoint Asks "${title.slice(0, length)}" on phone
    touchpoint Hears on sms
  }
}
`);
    const scene = mapScene(mapContent(input, { locale: 'en' }), { locale: 'en', width: 900, steady: true });
    expect(misplacedTexts(scene)).toEqual([]);
    places.add(boxesIn(scene.nodes).filter(({ style }) => style === 'card')[1]?.x);
  }
  expect(places.size).toBeGreaterThan(1);
  expect(places.size).toBeLessThan(6);
});
