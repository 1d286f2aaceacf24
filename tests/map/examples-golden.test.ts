// What the maps of the examples show and where, a line for each thing. After a change that is meant to be seen: look at the
// pictures (`journey render examples/… --output-file map.png`), then `npm run test:unit -- tests/map/examples-golden.test.ts -u`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { MapInput } from '../../src/map/content/content-of.ts';
import { type MapOptions, mapContent, mapPages, mapScene } from '../../src/map/map.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import type { Locale } from '../../src/model/text.ts';
import { exampleMaps, mapOf } from './maps.ts';
import { sceneText } from './scene-text.ts';

const quickStart = readFileSync(fileURLToPath(new URL('../../examples/quick-start.journey', import.meta.url)), 'utf8');
const examples = [...(await exampleMaps()), { name: 'quick-start', input: await mapOf(quickStart) }].map(
  ({ name, input }) => ({ name: name.replace('/', '.').replace('.journey', ''), input }),
);

// The name is the message of a test that fails.
describe('the maps of the examples (changed on purpose? look at them, then run this test with -u)', () => {
  test.each(examples)('$name is laid out as it was', async ({ name, input }) => {
    const scene = mapScene(...mapIn(name, input));
    await expect(sceneText(scene)).toMatchFileSnapshot(`golden/scenes/${name}.wide.txt`);
  });

  test.each(['coworking.as-is', 'broadband-outage.to-be'])('%s on a phone and as slides', async (name) => {
    const [content, options] = mapIn(name, example(name));
    const phone = mapScene(content, { ...options, width: 390 });
    await expect(sceneText(phone)).toMatchFileSnapshot(`golden/scenes/${name}.phone.txt`);
    for (const [index, slide] of mapPages(content, 'slide', options).slice(0, 2).entries()) {
      await expect(sceneText(slide)).toMatchFileSnapshot(`golden/scenes/${name}.slide-${index + 1}.txt`);
    }
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
