// The folders under src/friction/rules, and what their files say that a rule must find.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../src/friction/rules', import.meta.url));

export interface RuleFolder {
  readonly id: string;
  readonly path: string;
  /** All `.journey` files by name. Those that are neither `valid*` nor `invalid*` are there to be imported. */
  readonly files: ReadonlyMap<string, string>;
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
      files: new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')])),
      valid: names.filter((name) => name.startsWith('valid')),
      invalid: names.filter((name) => name.startsWith('invalid')),
    };
  })
  .filter(({ files }) => files.size > 0);

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
