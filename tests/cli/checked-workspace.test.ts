// Whatever happens to files, a workspace that follows it knows what one knows that reads everything anew, and what a check says.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Checked, type Changes, CheckedWorkspace } from '../../src/cli/checked-workspace.ts';
import { checkFiles } from '../../src/cli/checking/check-files.ts';
import { configure } from '../../src/cli/configuration.ts';
import { findInputs } from '../../src/cli/inputs.ts';
import type { Finding } from '../../src/model/finding.ts';
import * as fc from '../support/properties.ts';
import { CONFIGURATIONS, fileText, PATHS, RESULTS } from '../support/random-files.ts';
import { folderWith } from './journey.ts';

type Happening = (cwd: string) => void;

const AGED = ['', '', '  kind asIs\n  reviewed 2026-07\n  evidence interview 3 on 2025-08\n'];
const STRAY = ['missing.journey', 'sub', 'sub/new.journey', '../out.journey', '../outt.journey', 'd.journey'];
const FILES = [...PATHS, 'missing.journey', 'sub/new.journey', 'sub/deep/out.journey', '../out.journey'] as const;

const text = fc
  .tuple(fileText, fc.constantFrom(...AGED), fc.option(fc.constantFrom(...STRAY), { freq: 3 }))
  .map(([of, aged, stray]) => (path: string) => {
    const first = stray === null ? '' : `import "${stray}"\n`;
    return first + of(path).replace('  stage S', `${aged}  stage S`);
  });
const file = fc.constantFrom(...FILES);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom(...PATHS), text).map(([path, of]): Happening => writing(path, of(path))),
  },
  { weight: 2, arbitrary: fc.tuple(file, text).map(([path, of]): Happening => writing(path, of(path))) },
  { weight: 2, arbitrary: file.map((path): Happening => removing(path)) },
  { weight: 2, arbitrary: fc.tuple(file, file).map(([from, to]): Happening => renaming(from, to)) },
  file.map((path): Happening => writing(path, Buffer.from('\u00FF\u00FEj\0', 'latin1'))),
  file.map(
    (path): Happening =>
      (cwd) => {
        removing(path)(cwd);
        mkdirSync(join(cwd, path), { recursive: true });
      },
  ),
  fc.constant(removing('sub')),
  fc.constant(renaming('sub', 'other')),
  fc.constant(renaming('other', 'sub')),
  fc
    .tuple(fc.constantFrom('', 'sub/', '../'), fc.constantFrom(...CONFIGURATIONS))
    .map(([folder, content]): Happening => writing(`${folder}journey.config.json`, content)),
  fc.constantFrom('', 'sub/', '../').map((folder): Happening => removing(`${folder}journey.config.json`)),
  fc
    .tuple(fc.constantFrom('a', 'sub/d'), fc.constantFrom(...RESULTS, 'nonsense'))
    .map(([path, content]): Happening => writing(`${path}.evidence.json`, content)),
  fc.constant(removing('a.evidence.json')),
  fc.constantFrom(1, 40, 400, -30).map(
    (days): Happening =>
      () => {
        vi.setSystemTime(Date.now() + days * 86_400_000);
      },
  ),
);

function writing(path: string, content: string | Uint8Array): Happening {
  return (cwd) => {
    const at = join(cwd, path);
    mkdirSync(dirname(at), { recursive: true });
    if (statSync(at, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(at, { recursive: true });
    writeFileSync(at, content);
  };
}

function removing(path: string): Happening {
  return (cwd) => {
    rmSync(join(cwd, path), { recursive: true, force: true });
  };
}

function renaming(from: string, to: string): Happening {
  return (cwd) => {
    if (from === to || !existsSync(join(cwd, from))) return;
    rmSync(join(cwd, to), { recursive: true, force: true });
    mkdirSync(dirname(join(cwd, to)), { recursive: true });
    renameSync(join(cwd, from), join(cwd, to));
  };
}

const alone = { progress: (): void => undefined, isOver: (): boolean => false };
const everything: Changes = { paths: [], isMoved: true };

function opened(cwd: string, operands: readonly string[]): CheckedWorkspace {
  return new CheckedWorkspace(operands, { cwd, stdin: () => process.stdin }, alone);
}

/** What a check says of each file. */
async function said(cwd: string, operands: readonly string[]): Promise<unknown> {
  const found = await findInputs(operands, undefined, { cwd, stdin: () => process.stdin });
  const { report } = await checkFiles(configure(found, undefined), 'en', undefined, undefined);
  return report.files.map(({ uri, findings }) => [uri, findings.map(inShort)]);
}

function inShort({ code, severity, message, help, place }: Finding): unknown {
  return [code, severity, message.en, help.en, place];
}

function inShortOf({ files, mistaken }: Checked): unknown {
  const all = [...mistaken, ...files.map(({ model: { uri }, findings }) => ({ uri, findings }))];
  return all.map(({ uri, findings }) => [uri, findings.map(inShort)]);
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22') }));
afterEach(() => vi.useRealTimers());

test('edits, files and folders that come, go and are renamed, configurations, measurements, days: as when all is read anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(happening, fc.boolean()), { minLength: 4, maxLength: 24 }),
      fc.constantFrom(['.'], ['.'], ['a.journey', 'sub']),
      async (happenings, operands) => {
        vi.setSystemTime(new Date('2026-11-22'));
        const cwd = folderWith({ 'in/a.journey': 'persona Ken\n', 'in/sub/d.journey': 'team Sales\n' });
        const own = join(cwd, 'in');
        const workspace = opened(own, operands);
        await workspace.update(everything);
        let before = contents(cwd);
        for (const [happen, isQuiet] of happenings) {
          happen(own);
          if (!isQuiet) continue;
          const after = contents(cwd);
          const now = await workspace.update(between(before, after));
          expect(now).toEqual(await opened(own, operands).update(everything));
          expect(inShortOf(now)).toEqual(await said(own, operands));
          before = after;
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** What is in a folder, by path; folders have no content. */
function contents(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return new Map(paths.map((path) => [path, statSync(path).isFile() ? readFileSync(path, 'latin1') : '']));
}

/** What somebody is told who follows the files. */
function between(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Changes {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return {
    paths: all.filter((path) => before.get(path) !== after.get(path)),
    isMoved: all.some((path) => before.has(path) !== after.has(path)),
  };
}
