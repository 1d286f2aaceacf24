// The folders under src/friction/rules, and what their files say that a rule must find.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resultFileOf, readResults } from '../../src/evidence/result-file.ts';
import type { FrictionOptions } from '../../src/friction/runner.ts';

const root = fileURLToPath(new URL('../../src/friction/rules', import.meta.url));

export interface RuleFolder {
  readonly id: string;
  readonly path: string;
  /** All `.journey` files by name. Those that are neither `valid*` nor `invalid*` are there to be imported. */
  readonly files: ReadonlyMap<string, string>;
  /** What was measured, by the name of the `.journey` file that the result file stands beside. */
  readonly results: ReadonlyMap<string, string>;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

export const ruleFolders: readonly RuleFolder[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name: id }) => {
    const path = join(root, id);
    const names = readdirSync(path)
      .filter((name) => name.endsWith('.journey'))
      .toSorted();
    return {
      id,
      path,
      results: new Map(
        names
          .map((name) => [name, join(path, resultFileOf(name))] as const)
          .filter(([, file]) => existsSync(file))
          .map(([name, file]) => [name, readFileSync(file, 'utf8')]),
      ),
      files: new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')])),
      valid: names.filter((name) => name.startsWith('valid')),
      invalid: names.filter((name) => name.startsWith('invalid')),
    };
  })
  .filter(({ files }) => files.size > 0);

/** What was measured of the journeys in a file of a folder. */
export function measuredIn({ results }: RuleFolder, name: string): NonNullable<FrictionOptions['measured']> {
  const { results: measured, problems } = readResults(results.get(name) ?? '{"journeys":{}}', name);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${name}: ${problem.message.en} ${JSON.stringify(problem.place.range)}`);
  return measured;
}

/**
 * What a file says that a rule finds in it: a comment `// expect: rule-id` (and perhaps a severity) above the line, or at
 * its end. Written several times, so many findings on that line. Lines count from one.
 */
export function expectedIn(text: string, id: string): readonly string[] {
  const lines = text.split('\n');
  const expected: string[] = [];
  let pending: string[] = [];
  lines.forEach((line, index) => {
    const [, rule, severity] = /\/\/ expect: ([a-z0-9-]+)(?: (error|warning|information|hint))?/.exec(line) ?? [];
    const alone = line.trim().startsWith('//');
    if (rule === id) pending.push(severity ?? '');
    if (alone || pending.length === 0) return;
    expected.push(...pending.map((each) => described(index + 1, each)));
    pending = [];
  });
  return expected.toSorted();
}

/** A finding as `expectedIn` names it. */
export function described(line: number, severity: string): string {
  return `line ${String(line).padStart(3)} ${severity}`.trim();
}
