// A check of which all is known from an earlier run must not wait for the parser to load.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.each([
  'src/cli/commands/check.ts',
  'src/cli/checking/print-files.ts',
  'src/cli/checking/check-files.ts',
  'src/cli/checking/thread.ts',
])('%s loads no parser', (entry) => {
  const seen = new Set([entry]);
  for (const path of seen) {
    if (!path.endsWith('.ts')) continue;
    for (const { specifier, typeOnly, lazy } of importsOf(path, readFileSync(join(root, path), 'utf8'))) {
      if (typeOnly || lazy || specifier === undefined) continue;
      seen.add(specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier);
    }
  }
  expect(seen).toContain('src/cli/kept/place.ts');
  expect([...seen].filter((path) => path.startsWith('langium') || path.startsWith('src/language/parser'))).toEqual([]);
});
