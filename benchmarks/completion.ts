// How long proposals take at the places of a file, as the editor gets them: as it stands, and right behind a typed letter.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, type Measurement, median, percentile } from './benchmark.ts';
import { MeasuringClient } from './server-client.ts';
import { makeWorkspace, writeFiles } from './workspace.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const places = 300;
/** People do not notice these milliseconds between a key and a list. */
const budgets = { median: 10, p95: 30 };

export const completion: Benchmark = {
  name: 'completion over LSP',
  run: async ({ sizes }) => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    try {
      // A file that no other imports: what is done in the background afterwards is not what its author waits for.
      const all = [...(await measure('the examples', examples, 'coworking/to-be.journey'))];
      for (const files of sizes ?? [500]) {
        const workspace = join(folder, String(files));
        writeFiles(workspace, makeWorkspace({ files, lines: 200 }));
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
  const still = new Times(client);
  for (const place of spread) await still.take(async () => client.ask('completion', path, place));
  const typed = new Times(client);
  for (const place of spread.filter((_, index) => index % 3 === 0)) {
    await client.type(path, place);
    const behind = { line: place.line, character: place.character + 1 };
    await typed.take(async () => client.ask('completion', path, behind));
    await client.erase(path, place);
  }
  const together = new Times(client);
  for (const place of spread.filter((_, index) => index % 3 === 1)) {
    const behind = { line: place.line, character: place.character + 1 };
    let told: Promise<unknown> = Promise.resolve();
    await together.take(async () => {
      const started = performance.now();
      ({ told } = await client.send(path, place, 'x'));
      await client.ask('completion', path, behind);
      return performance.now() - started;
    });
    await told;
    await client.erase(path, place);
  }
  await client.stop();
  return [
    ...still.measured(`${where}: ${places} places`),
    ...typed.measured(`${where}: behind a typed letter`),
    ...together.measured(`${where}: with a typed letter`),
  ];
}

/** How long answers take: on the clock, and in work of the processor, which other programs do not make longer. */
class Times {
  readonly #client: MeasuringClient;
  readonly #clock: number[] = [];
  readonly #work: number[] = [];

  constructor(client: MeasuringClient) {
    this.#client = client;
  }

  async take(ask: () => Promise<number>): Promise<void> {
    const before = this.#client.work();
    this.#clock.push(await ask());
    const after = this.#client.work();
    if (before !== undefined && after !== undefined) this.#work.push(after - before);
  }

  measured(name: string): readonly Measurement[] {
    const of = (values: readonly number[], what: string): readonly Measurement[] => [
      { name: `${name}, median${what}`, value: median(values), budget: budgets.median },
      { name: `${name}, p95${what}`, value: percentile(values, 0.95), budget: budgets.p95 },
    ];
    return [...of(this.#clock, ''), ...(this.#work.length === 0 ? [] : of(this.#work, ' of work'))];
  }
}
