// What `journey check` takes when an earlier run has kept what it found, beside one that knows nothing. Processor time of all its
// threads, for the clock says little on a machine that others use.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Measurement } from './benchmark.ts';
import { makeWorkspace, writeFiles } from './workspace.ts';

export const cliAgain: Benchmark = {
  name: 'journey check for the first time and again',
  run: async ({ sizes = [100, 1000] }) => Promise.resolve(sizes.flatMap((files) => measure(files))),
};

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

/** Seconds on the clock of two free cores, for 5,000 files. */
const budget = { milliseconds: 8000, megabytes: 400 };

function measure(files: number): readonly Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
  try {
    const journeys = join(folder, 'journeys');
    writeFiles(journeys, makeWorkspace({ files, lines: 200 }));
    const check = (...options: readonly string[]): Used => usedBy(folder, ['check', journeys, ...options]);
    // Once before, so that the compiled code is there.
    usedBy(folder, ['check', join(journeys, 'shared'), '--no-cache']);
    const without = check('--no-cache');
    const first = check();
    const again = check();
    appendFileSync(join(journeys, 'team-01/journey-0001.journey'), '\n// changed\n');
    const one = check();
    appendFileSync(join(journeys, 'shared/people.journey'), '\n// changed\n');
    const shared = check();
    const otherwise = check('--locale', 'ja');
    const what = `${files} × 200 lines: check`;
    const isLarge = files === 5000;
    return [
      { name: `${what} --no-cache`, value: without.milliseconds },
      { name: `${what} for the first time`, value: first.milliseconds },
      {
        name: `${what} again`,
        value: again.milliseconds,
        ...(isLarge && { budget: budget.milliseconds }),
      },
      {
        name: `${what} again, memory`,
        value: again.megabytes,
        unit: 'MB',
        ...(isLarge && { budget: budget.megabytes }),
      },
      { name: `${what} with one file changed`, value: one.milliseconds },
      { name: `${what} with a file changed that all import`, value: shared.milliseconds },
      { name: `${what} again, in another language`, value: otherwise.milliseconds },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Used {
  /** Of the processor. */
  readonly milliseconds: number;
  /** At most. */
  readonly megabytes: number;
}

/** Tells at the end of a process what it has used. */
const telling = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(2, '\\n' + JSON.stringify([(userCPUTime + systemCPUTime) / 1000, maxRSS / 1000]));
  });`,
)}`;

function usedBy(folder: string, args: readonly string[]): Used {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'code'), JOURNEY_CACHE: join(folder, 'kept') };
  const { status, stderr } = spawnSync(process.execPath, ['--import', telling, cli, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  // Findings are part of what is measured.
  if (status === null || status > 1) throw new Error(`journey ${args.join(' ')} failed:\n${stderr}`);
  const [milliseconds = Number.NaN, megabytes = Number.NaN] = JSON.parse(
    stderr.trimEnd().split('\n').at(-1) ?? '[]',
  ) as readonly number[];
  return { milliseconds, megabytes };
}
