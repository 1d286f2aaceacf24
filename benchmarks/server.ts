// How long an editor waits for the language server, by the size of the workspace.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, median, type Measurement, percentile } from './benchmark.ts';
import { MeasuringClient, ownServer } from './server-client.ts';
import { makeWorkspace, writeFiles } from './workspace.ts';

/** Journey files of 200 lines in the workspace. 5,000 take minutes, so they are measured when asked for: `--sizes 5000`. */
const defaultSizes = [50, 500];

const keys = 50;
/** Milliseconds between two keys of somebody who types fast. */
const typing = 60;
const rounds = 15;

export const server: Benchmark = {
  name: 'server over LSP',
  run: async (options) => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    try {
      const all: Measurement[] = [{ name: 'Node parses 1 MB of JSON', value: unit() }];
      for (const files of options.sizes ?? defaultSizes) all.push(...(await measureWorkspace(folder, files)));
      all.push(...(await measureLargeFile(folder)));
      return all;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What all else is compared with: something that every machine does, measured on this one now. */
function unit(): number {
  const text = JSON.stringify(
    Array.from({ length: 14_000 }, (_, index) => ({ index, title: '電話をかける', ok: true })),
  );
  return median(
    Array.from({ length: rounds }, () => {
      const started = performance.now();
      JSON.parse(text);
      return performance.now() - started;
    }),
  );
}

async function measureWorkspace(parent: string, files: number): Promise<readonly Measurement[]> {
  const folder = join(parent, String(files));
  writeFiles(folder, makeWorkspace({ files, lines: 200 }));
  const path = 'team-01/journey-0003.journey';
  const shared = 'shared/people.journey';
  const client = new MeasuringClient(folder);
  const started = performance.now();
  await client.initialize();
  const ready = performance.now() - started;
  const first = await client.open(path);
  const busy = await typeAt(client, path, 10);
  await client.indexed;
  const whole = performance.now() - started;
  const memory = client.memory();
  const alone = await typeAt(client, path, rounds * 2);
  const { diagnosed, times } = await typeFast(client, path);
  const hover = await repeat(async () => client.ask('hover', path, { line: 7, character: 4 }));
  const completion = await repeat(async () => client.ask('completion', path, { line: 9, character: 4 }));
  await client.open(shared);
  const dependents = await repeat(async () => client.type(shared, { line: 6, character: 16 }), 5);
  const position = { line: 6, character: 9 };
  const references = await repeat(
    async () => client.ask('references', shared, position, { context: { includeDeclaration: true } }),
    3,
  );
  const rename = await repeat(async () => client.ask('rename', shared, position, { newName: 'Kenji' }), 3);
  await client.stop();
  const cache = join(parent, `kept-${files}`);
  const keeping = await checkAll(folder, cache);
  const again = await checkAll(folder, cache);
  const named = (name: string, value: number): Measurement => ({ name: `${files} files: ${name}`, value });
  return [
    named('server ready', ready),
    named('findings in the first open file', first),
    named('findings in all files', whole),
    named('findings in all files, and kept', keeping.time),
    named('findings in all files at the next start', again.time),
    named('keystroke while the rest is checked, median', median(busy)),
    named('keystroke, median', median(alone)),
    named('keystroke, p95', percentile(alone, 0.95)),
    { ...named(`versions of ${keys} diagnosed at ${typing} ms`, diagnosed), unit: 'count' },
    named(`keystroke at ${typing} ms, median`, median(times)),
    named(`keystroke at ${typing} ms, p95`, percentile(times, 0.95)),
    named('keystroke in a file that all import', dependents),
    named('hover', hover),
    named('completion', completion),
    named('references in all files', references),
    named('rename in all files', rename),
    ...(memory === undefined ? [] : [{ ...named('memory of the process', memory), unit: 'MB' as const }]),
    ...(again.memory === undefined
      ? []
      : [{ ...named('memory of the process at the next start', again.memory), unit: 'MB' as const }]),
  ];
}

/** Until a server that keeps what it finds has told everything, in milliseconds, and the memory that it takes then. */
async function checkAll(
  folder: string,
  cache: string,
): Promise<{ readonly time: number; readonly memory: number | undefined }> {
  const started = performance.now();
  const client = new MeasuringClient(folder, ownServer, cache);
  await client.initialize();
  await client.indexed;
  const time = performance.now() - started;
  const memory = client.memory();
  await client.stop();
  return { time, memory };
}

async function measureLargeFile(parent: string): Promise<readonly Measurement[]> {
  const folder = join(parent, 'large');
  writeFiles(folder, makeWorkspace({ files: 3, lines: 10_000 }));
  const path = 'team-01/journey-0002.journey';
  const client = new MeasuringClient(folder);
  await client.initialize();
  const first = await client.open(path);
  await client.indexed;
  const times = await typeAt(client, path, 10);
  await client.stop();
  return [
    { name: '10,000 lines: findings in the open file', value: first },
    { name: '10,000 lines: keystroke, median', value: median(times) },
  ];
}

/** Inside a title, so that the file stays whole. */
const inTitle = { line: 7, character: 18 };

async function typeAt(client: MeasuringClient, path: string, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let key = 0; key < count; key += 1) times.push(await client.type(path, inTitle));
  return times;
}

/** Types without waiting for an answer, as people do. */
async function typeFast(
  client: MeasuringClient,
  path: string,
): Promise<{ readonly diagnosed: number; readonly times: readonly number[] }> {
  const sent = new Map<number, number>();
  let last: Promise<unknown> = Promise.resolve();
  for (let key = 0; key < keys; key += 1) {
    const at = performance.now();
    const { version, told } = await client.send(path, inTitle, 'x');
    sent.set(version, at);
    last = told;
    await new Promise((done) => setTimeout(done, typing));
  }
  await last;
  const times = [...sent].flatMap(([version, at]) => {
    const told = client.toldAt.get(version);
    return told === undefined ? [] : [told - at];
  });
  return { diagnosed: times.length, times };
}

async function repeat(measure: () => Promise<number>, count = rounds): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(await measure());
  return median(times);
}
