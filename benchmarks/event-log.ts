// What it costs to hold a journey against ten million events, and on what the cost of the alignment depends.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { compareWithLog } from '../src/cli/evidence/compare.ts';
import { openNamedLog } from '../src/cli/evidence/open-log.ts';
import { noMapping } from '../src/evidence/mapping.ts';
import { createWorkspace } from '../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../src/language/lowering/model-of.ts';
import { analysisOf, type JourneyAnalysis } from '../src/model/analysis.ts';
import { ownJourneys } from '../src/model/model.ts';
import { type Benchmark, median, type Measurement } from './benchmark.ts';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const examples = new URL('../examples/broadband-outage/', import.meta.url);
const journey = new URL('as-is.journey', examples);

const EVENTS = 10_000_000;

/** On two cores that have nothing else to do. */
const BUDGET = { clock: 60_000, work: 120_000, memory: 2000 };

export const eventLog: Benchmark = {
  name: 'a journey held against an event log',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    try {
      return [...(await conformed(folder)), ...(await aligned(folder))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The whole command as a process of its own. */
async function conformed(folder: string): Promise<readonly Measurement[]> {
  const { log, events } = await writeLog(folder, EVENTS);
  const what = `${(events / 1_000_000).toFixed(1)} million events`;
  const started = performance.now();
  const read = `select count(*) from read_csv(${quoted(log)}, all_varchar = true) where "time" <> ''`;
  await sql(read);
  const counted = performance.now() - started;
  const usage = join(folder, 'usage.json');
  const spy = join(folder, 'usage.cjs');
  writeFileSync(
    spy,
    `process.on('exit', () => require('node:fs').writeFileSync(process.env.USAGE, JSON.stringify(process.resourceUsage())));`,
  );
  const from = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '-r',
      spy,
      cli,
      'conform',
      fileURLToPath(journey),
      '--log',
      log,
      '--format',
      'json',
      '-o',
      join(folder, 'out.json'),
    ],
    { env: { ...process.env, USAGE: usage }, encoding: 'utf8' },
  );
  const clock = performance.now() - from;
  if (status !== 0) throw new Error(`journey conform failed:\n${stderr}`);
  // Threads of the engine are part of the process, and it starts no other.
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
  return [
    { name: `${what}: DuckDB reads the file`, value: counted },
    { name: `${what}: journey conform`, value: clock, budget: BUDGET.clock },
    { name: `${what}: its work on all cores`, value: (userCPUTime + systemCPUTime) / 1000, budget: BUDGET.work },
    { name: `${what}: its memory at most`, value: maxRSS / 1024, unit: 'MB', budget: BUDGET.memory },
  ];
}

/** The alignment alone: of the same ways, ten times as many customers. */
async function aligned(folder: string): Promise<readonly Measurement[]> {
  const analysis = await analysisOfExample();
  const few = await alignment(folder, 100_000, analysis);
  const many = await alignment(folder, 1_000_000, analysis);
  return [
    { name: `alignment of ${few.ways} ways, ${few.cases} cases`, value: few.work },
    { name: `alignment of ${many.ways} ways, ${many.cases} cases`, value: many.work, budget: 2 * few.work },
  ];
}

async function alignment(
  folder: string,
  atLeast: number,
  analysis: JourneyAnalysis,
): Promise<{ readonly ways: number; readonly cases: number; readonly work: number }> {
  const { log } = await writeLog(folder, atLeast);
  const { signal } = new AbortController();
  const open = await openNamedLog({ log }, folder, { about: 'cases', signal });
  if ('mistake' in open) throw new Error(open.mistake.en);
  const works: number[] = [];
  let size = { ways: 0, cases: 0 };
  for (let round = 0; round < 5; round += 1) {
    let before = process.cpuUsage();
    const { variants, cases } = await compareWithLog(analysis, open, noMapping, 5, {
      progress: (step, share) => {
        if (step === 'alignment' && share === undefined) before = process.cpuUsage();
      },
      signal,
    });
    const { user, system } = process.cpuUsage(before);
    works.push((user + system) / 1000);
    size = { ways: variants, cases };
  }
  await open.close();
  return { ...size, work: median(works) };
}

async function analysisOfExample(): Promise<JourneyAnalysis> {
  const workspace = createWorkspace({
    files: {
      read: (uri) => ({ text: readFileSync(new URL(uri), 'utf8') }),
      list: () => [],
    },
  });
  const model = modelOf(await workspace.open(journey.href, readFileSync(journey, 'utf8')));
  const [first] = ownJourneys(model);
  if (first === undefined) throw new Error('There is no journey in the example');
  return analysisOf(model, first);
}

/** Customers of the example who skip one touchpoint of fifty, again and again until there are as many events. */
async function writeLog(folder: string, atLeast: number): Promise<{ readonly log: string; readonly events: number }> {
  const once = join(folder, 'once.csv');
  spawnSync(process.execPath, [cli, 'simulate', fileURLToPath(journey), '-n', '4000', '-o', once]);
  const log = join(folder, `log-${atLeast}.csv`);
  await sql(`create table once as
    select * from (select row_number() over () as row, * from read_csv(${quoted(once)}, all_varchar = true))
    where hash(row) % 50 <> 0`);
  const [counted] = await sql('select count(*) as events from once');
  const each = Number(counted?.['events']);
  const copies = Math.ceil(atLeast / each);
  await sql(`copy (
    select "case" || '-' || copy as "case", activity,
      strftime(cast("time" as timestamp) + to_seconds(copy * 997), '%Y-%m-%dT%H:%M:%S.%gZ') as "time", status, persona, channel
    from range(${copies}) as copies(copy), once order by copy, row
  ) to ${quoted(log)} (header)`);
  await sql('drop table once');
  return { log, events: copies * each };
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}

const engine = DuckDBInstance.fromCache(':memory:');

async function sql(query: string): Promise<readonly Record<string, unknown>[]> {
  const connection = await (await engine).connect();
  const answer = await connection.runAndReadAll(query);
  connection.closeSync();
  return answer.getRowObjectsJS();
}
