// How long it takes in real VS Code from a key to the changed picture in the map.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleSuite } from '../tests/vscode/bundle.ts';
import { serveDeeds } from '../tests/vscode/deed-server.ts';
import { root } from '../tests/vscode/hosts/install.ts';
import { serverHost } from '../tests/vscode/hosts/server.ts';
import { type Benchmark, type Measurement, median, percentile } from './benchmark.ts';
import { makeLongJourney } from './long-journey.ts';
import type { Measured } from './vscode/keystroke.ts';

const touchpoints = 50;
/** In this time a change seems to come from the key itself. */
const budget = 100;

export const vscode: Benchmark = {
  name: 'vscode: from a key to the map',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journey-bench-'));
    let told: Measured = { activation: Number.NaN, strokes: [] };
    const deeds = await serveDeeds(async (deed) => {
      if (deed.do === 'tell') told = JSON.parse(deed.text) as Measured;
      return Promise.resolve();
    });
    try {
      await writeFile(join(folder, 'long.journey'), makeLongJourney(touchpoints, 1));
      const suite = await bundleSuite('benchmarks/vscode/suite.ts', { DEEDS: deeds.url });
      const lines: string[] = [];
      const window = await serverHost.open({
        extension: join(root, 'dist/extension'),
        folder,
        suite,
        locale: 'en',
        onLine: (line) => lines.push(line),
      });
      const code = await window.ended;
      await window.close();
      if (code !== 0 || told.strokes.length === 0)
        throw new Error(`VS Code could not be measured:\n${lines.join('\n')}`);
      return measured(told);
    } finally {
      deeds.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function measured({ activation, strokes }: Measured): readonly Measurement[] {
  const whole = strokes.map(({ server, picture }) => server + picture);
  return [
    { name: `${touchpoints} touchpoints: key to picture, median`, value: median(whole), budget },
    { name: 'activation without the server', value: activation, budget: 50 },
    { name: `${touchpoints} touchpoints: key to picture, p95`, value: percentile(whole, 0.95) },
    { name: 'of that until the server has given the map, median', value: median(strokes.map(({ server }) => server)) },
    { name: 'of that until it is drawn, median', value: median(strokes.map(({ picture }) => picture)) },
  ];
}
