// How long `journey check` takes from the start of the process to its end.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Benchmark, median, type Measurement } from './benchmark.ts';
import { makeWorkspace, type WorkspaceSize } from './workspace.ts';

export const cliCheck: Benchmark = {
  name: 'journey check as a cold process',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
    try {
      return [
        ...measure(folder, { files: 1, lines: 200 }, false),
        ...measure(folder, { files: 100, lines: 200 }, true),
        ...measure(folder, { files: 1000, lines: 200 }, false),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
/** Fewer of what takes long. */
const roundsFor = ({ files }: WorkspaceSize): number => (files > 100 ? 3 : 9);

/** A budget of 1.5 times what Node needs to start and parse as many bytes of JSON, and half a second. */
const budgetFactor = 1.5;
const budgetMilliseconds = 500;

function measure(folder: string, size: WorkspaceSize, hasBudget: boolean): readonly Measurement[] {
  const journeys = join(folder, `${size.files}x${size.lines}`);
  const bytes = writeWorkspace(journeys, size);
  const json = join(folder, `${size.files}x${size.lines}.json`);
  writeJson(json, bytes);
  const parse = ['-e', 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))', json];
  const check = [cli, 'check', journeys, '--format', 'concise'];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache'), JOURNEY_CACHE: 'off' };
  const times = { parse: [] as number[], check: [] as number[] };
  // In turns, so that both meet the same disturbances.
  for (let round = 0; round < roundsFor(size); round += 1) {
    times.parse.push(timeOf(parse, env));
    times.check.push(timeOf(check, env));
  }
  const first = timeOf(check, { ...env, NODE_COMPILE_CACHE: join(folder, `cache-${size.files}`) });
  const what = `${size.files} × ${size.lines} lines, ${Math.round(bytes / 1000)} kB`;
  const budget = budgetFactor * median(times.parse) + budgetMilliseconds;
  return [
    { name: `${what}: Node parses as much JSON`, value: median(times.parse) },
    { name: `${what}: check`, value: median(times.check), ...(hasBudget && { budget }) },
    { name: `${what}: check, for the first time`, value: first },
  ];
}

function timeOf(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const time = performance.now() - started;
  // Findings are part of what is measured.
  if (status === null || status > 1) throw new Error(`node ${args.join(' ')} failed:\n${String(stderr)}`);
  return time;
}

function writeWorkspace(folder: string, size: WorkspaceSize): number {
  let bytes = 0;
  for (const [path, text] of makeWorkspace(size)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** An array of objects such as programs exchange, of about as many bytes. */
function writeJson(path: string, bytes: number): void {
  const items: unknown[] = [];
  for (let size = 0, index = 0; size < bytes; index += 1) {
    const item = {
      id: index,
      name: `touchpoint ${index}`,
      title: '電話をかける',
      waits: [4, 12],
      done: index % 2 === 0,
    };
    size += Buffer.byteLength(JSON.stringify(item)) + 1;
    items.push(item);
  }
  writeFileSync(path, JSON.stringify(items));
}
