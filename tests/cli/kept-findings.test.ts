// What is kept between two runs is never seen, but for the time: whatever happens to the files, the configuration, the
// measurements, the day and the kept entries, a check says what one says that knows nothing.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkFiles } from '../../src/cli/checking/check-files.ts';
import { FreshFiles } from '../../src/cli/checking/fresh-files.ts';
import { printFiles } from '../../src/cli/checking/print-files.ts';
import type { Printing } from '../../src/cli/checking/job.ts';
import { configure } from '../../src/cli/configuration.ts';
import { findInputs } from '../../src/cli/inputs.ts';
import type { KeptPlace } from '../../src/cli/kept/place.ts';
import { tidyKept } from '../../src/cli/kept/tidy.ts';
import { reportText } from '../../src/cli/report-text.ts';
import { REPORT_FORMATS } from '../../src/cli/report-formats.ts';
import * as fc from '../support/properties.ts';
import { CONFIGURATIONS, fileText, PATHS, RESULTS } from '../support/random-files.ts';
import { clean, folderWith, journey, type Run, wrong } from './journey.ts';

/** Something happens in a workspace; `kept` is the folder of the entries. */
type Happening = (cwd: string, kept: string) => void;

/** Statements that only some journeys have: ages, and imports that lead nowhere, to a folder and out of the workspace. */
const AGED = ['', '  kind asIs\n  reviewed 2026-07\n  evidence interview 3 on 2025-08\n', '  kind asIs\n'];
const STRAY = ['', 'import "missing.journey"\n', 'import "sub"\n', 'import "../out.journey"\n', 'import "d.journey"\n'];

const text = fc.tuple(fileText, fc.constantFrom(...AGED), fc.constantFrom('', '', '', ...STRAY)).map(
  ([of, aged, stray]) =>
    (path: string) =>
      stray + of(path).replace('  stage S', `${aged}  stage S`),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...PATHS), text).map(writing) },
  fc.tuple(fc.constantFrom('sub/new.journey', 'missing.journey', '../out.journey'), text).map(writing),
  fc.constantFrom(...PATHS, 'missing.journey').map(
    (path): Happening =>
      (cwd) =>
        remove(join(cwd, path)),
  ),
  fc.constantFrom(...CONFIGURATIONS).map((content) => fileWriting('journey.config.json', content)),
  fc.constant<Happening>((cwd) => remove(join(cwd, 'journey.config.json'))),
  fc
    .tuple(fc.constantFrom('a', 'sub/d'), fc.constantFrom(...RESULTS, 'nonsense'))
    .map(([path, content]) => fileWriting(`${path}.evidence.json`, content)),
  fc.constant<Happening>((cwd) => remove(join(cwd, 'a.evidence.json'))),
  fc.constantFrom(1, 40, 400).map(
    (days): Happening =>
      () =>
        vi.setSystemTime(Date.now() + days * 86_400_000),
  ),
  fc.constant<Happening>(() => vi.setSystemTime(Date.now() - 30 * 86_400_000)),
  fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('cut', 'bent', 'swapped', 'foreign')).map(spoiling),
);

function writing([path, of]: readonly [string, (path: string) => string]): Happening {
  return fileWriting(path, of(path));
}

function fileWriting(path: string, content: string): Happening {
  return (cwd) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };
}

function remove(path: string): void {
  rmSync(path, { force: true });
}

/** Something happens to an entry. */
function spoiling([which, where, how]: readonly [number, number, string]): Happening {
  return (_, kept) => {
    const folder = join(kept, 'findings');
    const names = readdirSync(folder);
    const name = names[which % names.length];
    if (name === undefined) return;
    const file = join(folder, name);
    const bytes = readFileSync(file);
    const at = where % bytes.length;
    if (how === 'cut') writeFileSync(file, bytes.subarray(0, at));
    else if (how === 'bent') writeFileSync(file, bytes.fill((bytes[at] ?? 0) ^ 1, at, at + 1));
    else if (how === 'swapped') writeFileSync(file, readFileSync(join(folder, names[where % names.length] ?? name)));
    else writeFileSync(file, 'something else');
  };
}

/** What the report of a check is in each format, and what is printed file by file. */
async function said(cwd: string, kept: KeptPlace | undefined): Promise<readonly string[]> {
  const found = await findInputs(['.'], undefined, { cwd, stdin: () => process.stdin });
  const configured = configure(found, undefined);
  const { report, failures } = await checkFiles(configured, 'en', kept, undefined);
  expect(failures).toEqual([]);
  const whole = await Promise.all(
    REPORT_FORMATS.map(async (format) =>
      reportText(report, format, { locale: 'en', version: '1', colour: false, width: 80, fails: () => true }),
    ),
  );
  if (kept === undefined) return [...whole, ...PRINTED.map((format) => whole[REPORT_FORMATS.indexOf(format)] ?? '')];
  const printed: string[] = [];
  for (const format of PRINTED) {
    const pieces: Uint8Array[] = [];
    const write = async (piece: string | Uint8Array): Promise<boolean> => {
      pieces.push(Buffer.from(piece));
      return Promise.resolve(true);
    };
    const printing: Printing = { format, colour: false, width: 80, failOn: 'hint', version: '1' };
    const sink = { write, close: () => undefined };
    await printFiles({ configured, printing, baseline: undefined, sink, locale: 'en', kept });
    printed.push(Buffer.concat(pieces).toString());
  }
  return [...whole, ...printed];
}

/** What stands behind all files, what is deep in a document, and what begins with the numbers of all. */
const PRINTED = ['pretty', 'sarif', 'junit'] as const;

test('a check says the same with and without what is kept, whatever happens in between', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00Z') });
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: PATHS.length, maxLength: PATHS.length }),
        fc.array(fc.array(happening, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 7 }),
        async (texts, steps) => {
          const cwd = join(folderWith(), 'workspace');
          const place: KeptPlace = { folder: folderWith(), program: 'this test' };
          mkdirSync(join(cwd, '.git'), { recursive: true });
          for (const [index, path] of PATHS.entries()) fileWriting(path, texts[index]?.(path) ?? '')(cwd, '');
          await said(cwd, place);
          for (const step of steps) {
            for (const happens of step) happens(cwd, place.folder);
            expect(await said(cwd, place)).toEqual(await said(cwd, undefined));
          }
        },
      ),
      { numRuns: 6 },
    );
  } finally {
    vi.useRealTimers();
  }
});

/** A journey in which a rule finds something. */
function journeyWith(head: string, statement = ''): string {
  const stage = 'stage S {\n    touchpoint A on web { asks email }\n    touchpoint B on phone { asks email }\n  }';
  return `${head}journey J {\n  ${statement}\n  ${stage}\n}\n`;
}

const stray = { 'a.journey': journeyWith('', 'for Ken') };
const outside = { 'in/a.journey': journeyWith('import "../out.journey"\n', 'for Ken'), 'out.journey': 'persona Ken\n' };

test.each<readonly [what: string, before: Readonly<Record<string, string>>, happens: Happening]>([
  ['its own text', { 'a.journey': journeyWith('') }, fileWriting('a.journey', `\n${journeyWith('')}`)],
  [
    'what is imported through others',
    {
      'a.journey': journeyWith('import "b.journey"\n', 'for Ken'),
      'b.journey': 'import "c.journey"\npersona Ken in Young\n',
      'c.journey': 'segment Young { lacks phone }\n',
    },
    fileWriting('c.journey', 'segment Old { lacks phone }\n'),
  ],
  [
    'an import that was not there',
    { 'a.journey': journeyWith('import "b.journey"\n', 'for Ken') },
    fileWriting('b.journey', 'persona Ken\n'),
  ],
  ['a name that another file declares', stray, fileWriting('b.journey', 'persona Ken\n')],
  [
    'a name that nothing declares any more',
    { ...stray, 'b.journey': 'persona Ken\n' },
    fileWriting('b.journey', clean),
  ],
  [
    'a file beside one that is not there',
    { 'a.journey': 'import "dist/people.journey"\n' },
    fileWriting('dist/peopel.journey', clean),
  ],
  [
    'a severity',
    { 'a.journey': journeyWith('') },
    fileWriting('journey.config.json', '{ "rules": { "asks-again": "error" } }'),
  ],
  [
    'what holds for some files',
    { 'a.journey': journeyWith(''), 'journey.config.json': '{}' },
    fileWriting('journey.config.json', '{ "overrides": [{ "files": ["a.*"], "rules": { "asks-again": "off" } }] }'),
  ],
  ['a measurement', { 'a.journey': journeyWith('') }, fileWriting('a.evidence.json', RESULTS[0] ?? '')],
  ['the folder that imports may not leave', outside, fileWriting('in/journey.config.json', '{}')],
])('what is found depends on %s', async (_, before, happens) => {
  const folder = folderWith(before);
  const cwd = 'out.journey' in before ? join(folder, 'in') : folder;
  const place: KeptPlace = { folder: folderWith(), program: 'this test' };
  const first = await said(cwd, place);
  expect(await said(cwd, place)).toEqual(first);
  happens(folder, place.folder);
  const second = await said(cwd, place);
  expect(second).not.toEqual(first);
  expect(second).toEqual(await said(cwd, undefined));
});

test('only what has changed, and what imports it, is read again', async () => {
  const importing = 'import "people.journey"\njourney J { for Ken\n  stage S { touchpoint T } }\n';
  const cwd = folderWith({ 'people.journey': 'persona Ken\n', 'a.journey': importing, 'b.journey': clean });
  const place: KeptPlace = { folder: folderWith(), program: 'this test' };
  const load = vi.spyOn(FreshFiles.prototype, 'load');
  const read = async (): Promise<readonly (string | undefined)[]> => {
    load.mockClear();
    await said(cwd, place);
    return load.mock.calls.flatMap(([uris]) => uris.map((uri) => uri.split('/').at(-1)));
  };
  expect(await read()).toEqual(['a.journey', 'b.journey', 'people.journey']);
  expect(await read()).toEqual([]);
  writeFileSync(join(cwd, 'b.journey'), `${clean}\n`);
  expect(await read()).toEqual(['b.journey']);
  writeFileSync(join(cwd, 'people.journey'), 'persona Ken "Ken"\n');
  expect(await read()).toEqual(['a.journey', 'people.journey']);
  load.mockRestore();
});

test('a file is read again on the day that makes something in it too old, and on none before', async () => {
  const aged = 'journey J {\n  kind asIs\n  reviewed 2026-07-01\n  stage S { touchpoint T }\n}\n';
  const cwd = folderWith({ 'a.journey': aged, 'journey.config.json': '{ "extends": "all" }' });
  const place: KeptPlace = { folder: folderWith(), program: 'this test' };
  const load = vi.spyOn(FreshFiles.prototype, 'load');
  const on = async (day: string): Promise<{ readonly reads: boolean; readonly isStale: boolean }> => {
    load.mockClear();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
    const [pretty = ''] = await said(cwd, place);
    return { reads: load.mock.calls.length > 0, isStale: pretty.includes('stale-map') };
  };
  try {
    expect(await on('2026-11-22')).toEqual({ reads: true, isStale: false });
    expect(await on('2026-11-23')).toEqual({ reads: false, isStale: false });
    // 180 days later.
    expect(await on('2026-12-28')).toEqual({ reads: false, isStale: false });
    expect(await on('2026-12-29')).toEqual({ reads: true, isStale: true });
    expect(await on('2030-01-01')).toEqual({ reads: false, isStale: true });
    // A clock that was put right.
    expect(await on('2026-11-22')).toEqual({ reads: true, isStale: false });
  } finally {
    vi.useRealTimers();
    load.mockRestore();
  }
});

test('results are kept where the user wants them, and nowhere else', async () => {
  const cwd = folderWith({ 'a.journey': wrong });
  const home = folderWith();
  const env = { HOME: home, XDG_CACHE_HOME: join(home, 'caches'), LOCALAPPDATA: join(home, 'caches') };
  const usual = join(home, process.platform === 'darwin' ? 'Library/Caches' : 'caches', 'journey');
  const off = await journey(['check'], { cwd, env: { ...env, JOURNEY_CACHE: 'off' } });
  expect(await journey(['check', '--no-cache'], { cwd, env: { ...env, JOURNEY_CACHE: '' } })).toEqual(off);
  expect(readdirSync(home)).toEqual([]);
  expect(await journey(['check'], { cwd, env: { ...env, JOURNEY_CACHE: '' } })).toEqual(off);
  expect(readdirSync(join(usual, 'findings'))).toHaveLength(1);
  expect(await journey(['check'], { cwd, env: { ...env, JOURNEY_CACHE: join(home, 'own') } })).toEqual(off);
  expect(readdirSync(join(home, 'own', 'findings'))).toHaveLength(1);
  expect(readdirSync(cwd)).toEqual(['a.journey']);
});

test('what is kept of a report knows which baseline it was made with', async () => {
  const cwd = folderWith({ 'a.journey': journeyWith(''), 'b.journey': journeyWith('') });
  const env = { JOURNEY_CACHE: folderWith() };
  const check = async (...more: string[]): Promise<Run> => journey(['check', ...more], { cwd, env });
  const all = await check();
  expect(all.stdout).toContain('asks-again');
  await check('a.journey', '--baseline', 'one.json', '--update-baseline');
  for (let run = 0; run < 2; run += 1) {
    const { stdout } = await check('--baseline', 'one.json');
    expect(stdout).not.toContain('── a.journey');
    expect(stdout).toContain('── b.journey');
    expect(stdout).toMatch(/\d findings? (?:is|are) left out/);
  }
  const updated = await check('--baseline', 'one.json', '--update-baseline');
  expect(updated.stdout).toContain('Nothing new found');
  expect(await check('--baseline', 'one.json')).toEqual(updated);
  rmSync(join(cwd, 'one.json'));
  expect(await check()).toEqual(all);
});

test('a folder that cannot be written to, and two runs at once, do no harm', async () => {
  const cwd = folderWith({ 'a.journey': wrong, 'b.journey': wrong.replace('Booking', 'Other') });
  const expected = await journey(['check'], { cwd });
  const file = join(folderWith({ file: '' }), 'file');
  expect(await journey(['check'], { cwd, env: { JOURNEY_CACHE: join(file, 'under') } })).toEqual(expected);
  const locked = folderWith();
  chmodSync(locked, 0o500);
  chmodSync(cwd, 0o755);
  expect(await journey(['check'], { cwd, asNobody: true, env: { JOURNEY_CACHE: locked } })).toEqual(expected);
  const shared = folderWith();
  const runs = Array.from({ length: 3 }, async () => journey(['check'], { cwd, env: { JOURNEY_CACHE: shared } }));
  for (const run of await Promise.all(runs)) expect(run).toEqual(expected);
  expect(readdirSync(join(shared, 'findings'))).toHaveLength(2);
});

test('what nobody uses is removed, and the oldest of what is too much', () => {
  const days = 86_400_000;
  const now = Date.now();
  const folder = folderWith({
    'findings/old': 'x',
    'findings/used': 'xx',
    'findings/new': 'xx',
    'findings/half.1-0': 'x',
  });
  for (const [name, age] of Object.entries({ old: 40, used: 2, new: 1, 'half.1-0': 50 })) {
    utimesSync(join(folder, 'findings', name), (now - age * days) / 1000, (now - age * days) / 1000);
  }
  tidyKept({ folder }, { unused: 30 * days, size: 100 }, now);
  expect(readdirSync(join(folder, 'findings'))).toEqual(['new', 'used']);
  // Once a day.
  tidyKept({ folder }, { unused: 30 * days, size: 3 }, now + days / 2);
  expect(readdirSync(join(folder, 'findings'))).toEqual(['new', 'used']);
  tidyKept({ folder }, { unused: 30 * days, size: 3 }, now + 2 * days);
  expect(readdirSync(join(folder, 'findings'))).toEqual(['new']);
  const nothing = join(folder, 'nothing');
  tidyKept({ folder: nothing });
  expect(existsSync(nothing)).toBe(false);
});
