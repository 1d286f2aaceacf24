// The pictures of the documentation, drawn as everybody's maps are.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MapOptions, mapScene } from '../../src/map/map.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import type { Locale } from '../../src/model/text.ts';
import { drawnMap } from '../../src/tools/drawn-map.ts';
import { openText } from '../../src/tools/open-text.ts';
import { root } from '../run.ts';

interface Picture {
  readonly name: string;
  readonly locale: Locale;
  /** A file, or a page whose second journey is drawn. */
  readonly from: string;
}

const pictures: readonly Picture[] = [
  { name: 'quick-start', locale: 'en', from: 'examples/quick-start.journey' },
  { name: 'quick-start.ja', locale: 'ja', from: 'extension/templates/ja/quick-start.journey' },
  { name: 'tutorial', locale: 'en', from: 'docs/tutorial.md' },
  { name: 'tutorial.ja', locale: 'ja', from: 'docs/ja/tutorial.md' },
];

export async function generateDocsPictures(): Promise<ReadonlyMap<string, string>> {
  const drawn = pictures.map(async (picture) => [`docs/images/${picture.name}.svg`, await draw(picture)] as const);
  return new Map(await Promise.all(drawn));
}

async function draw({ name, locale, from }: Picture): Promise<string> {
  const text = await readFile(join(root, from), 'utf8');
  const options: MapOptions = { locale, preset: 'workshop' };
  const opened = await openText(from.endsWith('.md') ? secondJourney(text) : text);
  const content = opened && drawnMap(opened.document, undefined, options, opened.findings);
  if (content === undefined) throw new Error(`${from} has no journey to draw`);
  return writeSvg(mapScene(content, options), { id: name.replace('.', '-'), theme: 'auto' });
}

function secondJourney(page: string): string {
  const [, second] = page.matchAll(/^```journey\n([\s\S]*?)^```/gm);
  if (second?.[1] === undefined) throw new Error('A page with a picture has fewer than two journeys');
  return second[1];
}
