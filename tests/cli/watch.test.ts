// `journey watch` as a process over real files, told of changes by the system: whatever happens, its pages are those that
// `journey index` makes of the same files.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import * as fc from '../support/properties.ts';
import { fileText, PATHS } from '../support/random-files.ts';
import { clean, folderWith, journey, wrong } from './journey.ts';
import { startWatch } from './watching.ts';

type Happening = (cwd: string) => void;

const file = fc.constantFrom(...PATHS, '../out.journey', 'sub/deep/e.journey');
// A text that cannot be read as a whole keeps its last map, which is another story.
const text = fileText.map((of) => (path: string) => {
  const written = of(path);
  return written.includes('    touchpoint\n') ? `import "../out.journey"\n${clean}` : written;
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(file, text).map(([path, of]) => writing(path, of(path))) },
  // As many editors save.
  { weight: 2, arbitrary: fc.tuple(file, text).map(([path, of]) => saving(path, of(path))) },
  file.map(
    (path): Happening =>
      (cwd) =>
        rmSync(join(cwd, path), { force: true }),
  ),
  fc.constant<Happening>((cwd) => rmSync(join(cwd, 'sub'), { recursive: true, force: true })),
  fc.constant(moving('sub', 'other')),
  fc.constant(moving('other', 'sub')),
  fc
    .tuple(
      fc.constantFrom('', '../'),
      fc.constantFrom('{ "ignore": ["c.journey"] }', '{ "extends": "strict" }', '{ "rules": ['),
    )
    .map(([folder, content]) => writing(`${folder}journey.config.json`, content)),
  fc.constant<Happening>((cwd) => rmSync(join(cwd, 'journey.config.json'), { force: true })),
);

function writing(path: string, content: string): Happening {
  return (cwd) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };
}

function saving(path: string, content: string): Happening {
  return (cwd) => {
    writing(`${path}.tmp`, content)(cwd);
    renameSync(join(cwd, `${path}.tmp`), join(cwd, path));
  };
}

function moving(from: string, to: string): Happening {
  return (cwd) => {
    rmSync(join(cwd, to), { recursive: true, force: true });
    mkdirSync(join(cwd, from), { recursive: true });
    renameSync(join(cwd, from), join(cwd, to));
  };
}

test('the pages are those of an index of the same files, whatever happens to these', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(happening, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
      async (steps) => {
        const around = folderWith({ 'in/a.journey': clean });
        const cwd = join(around, 'in');
        const watch = await startWatch(['--locale', 'en'], cwd);
        for (const step of steps) {
          for (const happens of step) happens(cwd);
          const expected = await indexOf(around);
          await expect.poll(async () => pagesOf(watch.url, expected)).toEqual(Object.fromEntries(expected));
        }
        watch.child.kill('SIGTERM');
        await watch.ended;
      },
    ),
    { numRuns: 5 },
  );
});

/** The pages that `journey index` makes, by path. */
async function indexOf(around: string): Promise<ReadonlyMap<string, string>> {
  const site = folderWith();
  await journey(['index', '--output', site, '--locale', 'en'], { cwd: join(around, 'in') });
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), bodyOf(readFileSync(join(site, path), 'utf8'))]));
}

async function pagesOf(url: string, paths: ReadonlyMap<string, string>): Promise<Readonly<Record<string, string>>> {
  const pages = [...paths.keys()].map(async (path) => {
    const response = await fetch(`${url}${encodeURI(path)}`);
    return [path, bodyOf(await response.text())] as const;
  });
  return Object.fromEntries(await Promise.all(pages));
}

/** Without what lets a page follow. */
function bodyOf(page: string): string {
  return page
    .replace(/<meta http-equiv.*?>/s, '')
    .replace(/\n<script>const journeyVersion=.*?<\/script>/s, '')
    .trim();
}

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it at any time, also while the first check has hardly begun',
  async (signal) => {
    const many = Array.from({ length: 400 }, (_, index) => [`${index}.journey`, wrong] as const);
    const watch = await startWatch(['--locale', 'en'], folderWith(Object.fromEntries(many)));
    watch.child.kill(signal);
    expect(await watch.ended).toEqual({ code: 0, signal: null });
    expect(watch.output()).toMatch(/^http:\S+ shows the maps .*\n$/);
  },
);

test('what cannot be read is said, and is there again when it can', async () => {
  const cwd = folderWith({ 'a.journey': clean });
  const watch = await startWatch(['--locale', 'en'], cwd);
  await expect.poll(() => watch.output()).toContain('a.journey: nothing found');
  writeFileSync(join(cwd, 'a.journey'), '\u00FF\u00FE', 'latin1');
  await expect.poll(() => watch.output()).toContain('journey: a.journey: the text is UTF-16; save it as UTF-8\n');
  writeFileSync(join(cwd, 'a.journey'), wrong);
  await expect.poll(() => watch.output()).toContain('a.journey:3:9: error unknown-name');
  expect(watch.output()).not.toContain('no longer checked');
  // All that was to be followed goes, and comes back.
  rmSync(cwd, { recursive: true });
  await expect.poll(() => watch.output()).toContain('a.journey: no longer checked: removed');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'a.journey'), wrong);
  await expect.poll(() => watch.output().split('error unknown-name').length).toBe(3);
});
