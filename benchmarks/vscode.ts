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
import type { Activation, Keystroke, WatchedPage, Word } from './vscode/keystroke.ts';

const touchpoints = 50;
/** In this time a change seems to come from the key itself. */
const budget = 100;
/** A full screen of 1920 by 1080 at 125 percent. Here the processor draws every pixel, for which others have something else. */
const viewport = { width: 1536, height: 864 };
/** The first keys only warm up. */
const warmUp = 20;

export const vscode: Benchmark = {
  name: 'vscode: from a key to the map',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journey-bench-'));
    const strokes: Readonly<Record<WatchedPage, Keystroke[]>> = { map: [], word: [] };
    let watched: WatchedPage = 'map';
    let opened: OpenedWindow | undefined;
    let watch: KeyWatch | undefined;
    let pressed: Omit<Keystroke, 'asked' | 'received'> | undefined;
    let activation: Activation = { whole: Number.NaN, thread: Number.NaN };
    const deeds = await serveDeeds(async (deed) => {
      if (deed.do !== 'tell' || opened === undefined) return;
      const word = JSON.parse(deed.text) as Word;
      if (word.kind === 'activated') activation = word.activation;
      else if (word.kind === 'watch') {
        watched = word.page;
        watch = await KeyWatch.over(opened.page);
      } else if (word.kind === 'press') pressed = await watch?.press(word);
      else if (pressed !== undefined) strokes[watched].push({ ...pressed, ...word });
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
      await opened.page.setViewportSize(viewport);
      const code = await opened.ended;
      if (code !== 0 || strokes.word.length === 0)
        throw new Error(`VS Code could not be measured:\n${lines.join('\n')}`);
      return measured(activation, strokes.map.slice(warmUp), strokes.word.slice(warmUp));
    } finally {
      await opened?.close();
      deeds.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function measured(
  activation: Activation,
  strokes: readonly Keystroke[],
  least: readonly Keystroke[],
): readonly Measurement[] {
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
    {
      name: 'the least in this VS Code: a page that shows the word, median',
      value: median(least.map(({ pressed, painted }) => painted - pressed)),
    },
    { name: 'activation without the server, processor time', value: activation.thread, budget: 50 },
    { name: 'activation without the server, with what VS Code does about it', value: activation.whole },
  ];
}
