// What the maps of the examples show and where, a line for each thing. After a change that is meant to be seen: look at the
// pictures (`journey render examples/… --output map.png`), then `npm run test:unit -- tests/map/examples-golden.test.ts -u`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { MapInput } from '../../src/map/content/content-of.ts';
import { type MapOptions, mapContent, mapPages, mapScene } from '../../src/map/map.ts';
import type { Scene } from '../../src/map/scene.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import type { Locale } from '../../src/model/text.ts';
import { exampleMaps, mapOf } from './maps.ts';
import { sceneText } from './scene-text.ts';

const quickStart = readFileSync(fileURLToPath(new URL('../../examples/quick-start.journey', import.meta.url)), 'utf8');
const examples = [...(await exampleMaps()), { name: 'quick-start', input: await mapOf(quickStart) }].map(
  ({ name, input }) => ({ name: name.replace('/', '.').replace('.journey', ''), input }),
);

describe('the maps of the examples, without what the rules find', () => {
  test.each(examples)('$name is laid out as it was', async ({ name, input }) => {
    await holds(mapScene(...mapIn(name, input)), `${name}.wide`);
  });

  test.each(['coworking.as-is', 'broadband-outage.to-be'])('%s on a phone and as slides', async (name) => {
    const [content, options] = mapIn(name, example(name));
    await holds(mapScene(content, { ...options, width: 390 }), `${name}.phone`);
    const [overview, firstStage] = mapPages(content, 'slide', options);
    await holds(overview, `${name}.slide-1`);
    await holds(firstStage, `${name}.slide-2`);
  });
});

test('two small pictures look as they did, with what the rules find', async () => {
  const quick = example('quick-start');
  const map = mapScene(mapContent(quick, { locale: 'en' }), { locale: 'en' });
  await expect(writeSvg(map, { id: 'map', theme: 'light' })).toMatchFileSnapshot('golden/quick-start.svg');
  const content = mapContent(example('coworking.as-is'), { locale: 'ja' });
  const [overview] = mapPages(content, 'slide', { locale: 'ja' });
  await expect(overview && writeSvg(overview, { id: 'map', theme: 'light' })).toMatchFileSnapshot(
    'golden/coworking.slide-1.svg',
  );
});

function mapIn(name: string, { analysis }: MapInput): Parameters<typeof mapScene> {
  const options: MapOptions = { locale: languageOf(name) };
  return [mapContent({ analysis, findings: [] }, options), options];
}

/** The language that the example's authors speak. */
function languageOf(name: string): Locale {
  return /^(coworking|large-tv)/.test(name) ? 'ja' : 'en';
}

function example(wanted: string): MapInput {
  const found = examples.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`There is no example ${wanted}`);
  return found.input;
}

async function holds(scene: Scene | undefined, name: string): Promise<void> {
  if (scene === undefined) throw new Error(`There is no picture ${name}`);
  const hint = `The map ${name} is drawn otherwise. If that is meant: look at it, then run this test with -u.`;
  await expect(sceneText(scene), hint).toMatchFileSnapshot(`golden/scenes/${name}.txt`);
}
