// How long proposals take at the places of a file, as the editor gets them: as it stands, and right behind a typed letter.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, type Measurement, median, percentile } from './benchmark.ts';
import { MeasuringClient } from './server-client.ts';
import { makeWorkspace } from './workspace.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const places = 300;
/** People do not notice these milliseconds between a key and a list. */
const budgets = { median: 10, p95: 30 };

export const completion: Benchmark = {
  name: 'completion over LSP',
  run: async ({ sizes }) => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    try {
      const all = [...(await measure('the examples', examples, 'coworking/as-is.journey'))];
      for (const files of sizes ?? [500]) {
        const workspace = join(folder, String(files));
        write(workspace, makeWorkspace({ files, lines: 200 }));
        all.push(...(await measure(`${files} files`, workspace, 'team-01/journey-0003.journey')));
      }
      return all;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(where: string, folder: string, path: string): Promise<readonly Measurement[]> {
  const client = new MeasuringClient(folder);
  await client.initialize();
  await client.open(path);
  await client.indexed;
  const lines = readFileSync(join(folder, path), 'utf8').split('\n');
  const spread = Array.from({ length: places }, (_, index) => {
    const line = Math.floor((index * lines.length) / places);
    return { line, character: (index * 7) % ((lines[line]?.length ?? 0) + 1) };
  });
  // The first ones only warm up.
  for (const place of spread.slice(0, 20)) await client.ask('completion', path, place);
  const still: number[] = [];
  for (const place of spread) still.push(await client.ask('completion', path, place));
  const typed: number[] = [];
  for (const place of spread.filter((_, index) => index % 3 === 0)) {
    await client.type(path, place);
    typed.push(await client.ask('completion', path, { line: place.line, character: place.character + 1 }));
  }
  await client.stop();
  return [
    { name: `${where}: ${places} places, median`, value: median(still), budget: budgets.median },
    { name: `${where}: ${places} places, p95`, value: percentile(still, 0.95), budget: budgets.p95 },
    { name: `${where}: behind a typed letter, median`, value: median(typed), budget: budgets.median },
    { name: `${where}: behind a typed letter, p95`, value: percentile(typed, 0.95), budget: budgets.p95 },
  ];
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
