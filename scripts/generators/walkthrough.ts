// The pictures of the extension's walkthrough: maps of the example that it opens, drawn as everybody's maps are.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkspace } from '../../src/language/journey-workspace.ts';
import { type MapOptions, mapScene } from '../../src/map/map.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { drawnMap } from '../../src/tools/drawn-map.ts';
import { root } from '../run.ts';

const pictures: Readonly<Record<string, MapOptions>> = {
  curve: { locale: 'en', preset: 'executive', lanes: ['emotion'] },
  findings: { locale: 'en', preset: 'workshop', lanes: ['barriers'] },
  map: { locale: 'en', preset: 'workshop' },
};

export async function generateWalkthrough(): Promise<ReadonlyMap<string, string>> {
  const uri = 'file:///quick-start.journey';
  const workspace = createWorkspace({
    files: { read: () => ({ absence: 'missing', reason: { en: 'none', ja: 'なし' } }), list: () => [] },
  });
  await workspace.open(uri, await readFile(join(root, 'examples/quick-start.journey'), 'utf8'));
  const document = workspace.document(uri);
  const files = new Map<string, string>();
  for (const [name, options] of Object.entries(pictures)) {
    const content = document && drawnMap(document, undefined, options);
    if (content === undefined) throw new Error('The quick start has no journey to draw');
    for (const theme of ['light', 'dark'] as const) {
      const svg = writeSvg(mapScene(content, options), { id: `walkthrough-${name}`, theme });
      files.set(`extension/media/walkthrough/${name}-${theme}.svg`, svg);
    }
  }
  return files;
}
