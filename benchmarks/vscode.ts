// How long it takes in real VS Code from a key to the changed picture in the map.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleSuite } from '../tests/vscode/bundle.ts';
import { serveDeeds } from '../tests/vscode/deed-server.ts';
import type { OpenedWindow } from '../tests/vscode/hosts/host.ts';
import { root } from '../tests/vscode/hosts/install.ts';
import { serverHost } from '../tests/vscode/hosts/server.ts';
import { type Benchmark, type Measurement, median, percentile } from './benchmark.ts';
import { makeLongJourney } from './long-journey.ts';
import { KeyWatch } from './vscode/key-watch.ts';
import type { Activation, Keystroke, Word } from './vscode/keystroke.ts';

const touchpoints = 50;
/** In this time a change seems to come from the key itself. */
const budget = 100;
/** The first keys only warm up. */
const warmUp = 20;

export const vscode: Benchmark = {
  name: 'vscode: from a key to the map',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journey-bench-'));
    const strokes: Keystroke[] = [];
    let opened: OpenedWindow | undefined;
    let watch: KeyWatch | undefined;
    let pressed: Omit<Keystroke, 'asked' | 'received'> | undefined;
    let activation: Activation = { whole: Number.NaN, thread: Number.NaN };
    const deeds = await serveDeeds(async (deed) => {
      if (deed.do !== 'tell' || opened === undefined) return;
      const word = JSON.parse(deed.text) as Word;
      if (word.kind === 'activated') activation = word.activation;
      else if (word.kind === 'press') pressed = await (watch ??= await KeyWatch.over(opened.page)).press(word);
      else if (pressed !== undefined) strokes.push({ ...pressed, ...word });
    });
    try {
      await writeFile(join(folder, 'long.journey'), makeLongJourney(touchpoints, 1));
      const suite = await bundleSuite('benchmarks/vscode/suite.ts', { DEEDS: deeds.url });
      const lines: string[] = [];
      opened = await serverHost.open({
        extension: join(root, 'dist/extension'),
        folder,
        suite,
        locale: 'en',
        onLine: (line) => lines.push(line),
      });
      const code = await opened.ended;
      if (code !== 0 || strokes.length === 0) throw new Error(`VS Code could not be measured:\n${lines.join('\n')}`);
      return measured(activation, strokes.slice(warmUp));
    } finally {
      await opened?.close();
      deeds.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function measured(activation: Activation, strokes: readonly Keystroke[]): readonly Measurement[] {
  const times = (from: keyof Keystroke, to: keyof Keystroke): readonly number[] =>
    strokes.map((stroke) => stroke[to] - stroke[from]);
  const part = (name: string, from: keyof Keystroke, to: keyof Keystroke): Measurement => ({
    name: `of that ${name}, median`,
    value: median(times(from, to)),
  });
  const whole = times('pressed', 'painted');
  return [
    { name: `${touchpoints} touchpoints: key to picture, median`, value: median(whole), budget },
    { name: `${touchpoints} touchpoints: key to picture, p95`, value: percentile(whole, 0.95) },
    part('the editor, until the server is asked', 'pressed', 'asked'),
    part('the server, until its answer is there', 'asked', 'received'),
    part('the way to the page', 'received', 'arrived'),
    part('drawing', 'arrived', 'drawn'),
    part('until it is on the screen', 'drawn', 'painted'),
    { name: 'activation without the server, processor time', value: activation.thread, budget: 50 },
    { name: 'activation without the server, with what VS Code does about it', value: activation.whole },
  ];
}
