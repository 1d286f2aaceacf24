// `npm run bench [NAME …]`: measures, prints a table, and the same as JSON with `--json`.
import type { Benchmark, Measurement } from './benchmark.ts';
import { cliCheck } from './cli-check.ts';
import { friction } from './friction.ts';
import { map } from './map.ts';

const benchmarks: readonly Benchmark[] = [cliCheck, friction, map];

const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const asJson = process.argv.includes('--json');
const results: { readonly name: string; readonly measurements: readonly Measurement[] }[] = [];
for (const { name, run } of benchmarks) {
  if (names.length > 0 && !names.some((wanted) => name.includes(wanted))) continue;
  // One after the other: they would disturb each other.
  const measurements = await run();
  results.push({ name, measurements });
  if (!asJson) print(name, measurements);
}
if (results.length === 0) {
  process.stderr.write(`No benchmark is called so. There are: ${benchmarks.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 2;
}
if (asJson) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);

function print(name: string, measurements: readonly Measurement[]): void {
  const lines = [`\n${name}`];
  const [first] = measurements;
  const width = Math.max(...measurements.map((measurement) => measurement.name.length));
  for (const { name: what, milliseconds, budget } of measurements) {
    const ratio = first === undefined ? '' : `${(milliseconds / first.milliseconds).toFixed(1)} ×`;
    const allowed =
      budget === undefined ? '' : `  ${(milliseconds / budget).toFixed(2)} of its budget of ${budget.toFixed(0)} ms`;
    lines.push(`  ${what.padEnd(width)}  ${milliseconds.toFixed(0).padStart(6)} ms  ${ratio.padStart(8)}${allowed}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
