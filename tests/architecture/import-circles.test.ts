// Whoever reads a file must be able to read first what it stands on: no file imports itself through others, not even for types.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Imports = ReadonlyMap<string, readonly string[]>;

test.each(['src', 'scripts', 'benchmarks'])('the files of %s/ import each other in no circle', (folder) => {
  const imports = importsIn(folder);
  expect(imports.size).toBeGreaterThan(10);
  expect(circleIn(imports)).toEqual([]);
});

test('a circle is found, and who only leads to it or stands below it is no part of it', () => {
  const imports = new Map(Object.entries({ a: ['b'], b: ['c', 'd'], c: ['e', 'b'], d: [], e: ['d'] }));
  expect(circleIn(imports)).toEqual(['b', 'c', 'b']);
});

/** What is loaded later, by `import()`, may know who loads it: a command that lists all commands. */
function importsIn(folder: string): Imports {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => [
      file,
      importsOf(file, readFileSync(join(root, file), 'utf8')).flatMap(({ specifier, lazy }) =>
        specifier?.startsWith('.') && !lazy ? posix.join(posix.dirname(file), specifier) : [],
      ),
    ]),
  );
}

/** Some circle, from a file to itself. */
function circleIn(imports: Imports): readonly string[] {
  const left = new Map(imports);
  // What stands on nothing that is left is in no circle.
  for (let before = Infinity; left.size < before; ) {
    before = left.size;
    for (const [file, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(file);
  }
  const way: string[] = [];
  let [next] = left.keys();
  while (next !== undefined && !way.includes(next)) {
    way.push(next);
    next = left.get(next)?.find((target) => left.has(target));
  }
  return next === undefined ? [] : [...way.slice(way.indexOf(next)), next];
}
