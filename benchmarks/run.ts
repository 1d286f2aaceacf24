// `npm run bench [-- name…] [--json] [--sizes 50,5000] [--baseline FILE]`: runs the benchmarks whose names contain one of the
// words. FILE holds what an earlier run has printed with --json.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Benchmark, Measurement } from './benchmark.ts';
import { cliAgain } from './cli-again.ts';
import { cliCheck } from './cli-check.ts';
import { completion } from './completion.ts';
import { eventLog } from './event-log.ts';
import { friction } from './friction.ts';
import { map } from './map.ts';
import { server } from './server.ts';
import { sideBySide } from './side-by-side.ts';
import { vscode } from './vscode.ts';

interface Result {
  readonly name: string;
  readonly measurements: readonly Measurement[];
}

const benchmarks: readonly Benchmark[] = [
  cliCheck,
  cliAgain,
  completion,
  eventLog,
  friction,
  map,
  server,
  sideBySide,
  vscode,
];

const { positionals: names, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, sizes: { type: 'string' }, baseline: { type: 'string' } },
});
const sizes = values.sizes?.split(',').map(Number);
const earlier =
  values.baseline === undefined ? [] : (JSON.parse(readFileSync(values.baseline, 'utf8')) as readonly Result[]);
const results: Result[] = [];
for (const { name, run } of benchmarks) {
  if (names.length > 0 && !names.some((wanted) => name.includes(wanted))) continue;
  // One after the other: they would disturb each other.
  const measurements = await run({ sizes });
  results.push({ name, measurements });
  if (values.json !== true) print(name, measurements);
}
if (results.length === 0) {
  process.stderr.write(`No benchmark is called so. There are: ${benchmarks.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 2;
}
if (values.json === true) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);

function print(name: string, measurements: readonly Measurement[]): void {
  const lines = [`\n${name}`];
  const before = earlier.find((result) => result.name === name)?.measurements ?? [];
  const width = Math.max(...measurements.map((measurement) => measurement.name.length));
  for (const measurement of measurements) {
    const { name: what, value, budget, unit = 'ms' } = measurement;
    const now = ratioOf(measurement, measurements);
    const ratio = unit === 'ms' ? `${now.toFixed(1)} ×` : '';
    const allowed =
      budget === undefined ? '' : `  ${(value / budget).toFixed(2)} of its budget of ${budget.toFixed(0)} ${unit}`;
    const old = before.find((each) => each.name === what);
    const change = old === undefined ? '' : `  ${(now / ratioOf(old, before)).toFixed(2)} of the baseline`;
    const shown = unit === 'count' ? String(value) : `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
    lines.push(`  ${what.padEnd(width)}  ${shown.padStart(9)}  ${ratio.padStart(9)}${allowed}${change}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Times are told in terms of the first one, which no change of ours touches; so runs on other machines can be compared. */
function ratioOf({ value, unit }: Measurement, all: readonly Measurement[]): number {
  return unit === undefined ? value / (all[0]?.value ?? Number.NaN) : value;
}
