// A large workspace is checked by several threads; what comes out does not depend on how many there are, or whether they live.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, journey, type Run } from './journey.ts';

/** Enough files for two threads, with what depends on files that are read by another thread. */
const files: Record<string, string> = {
  'shared/people.journey': 'persona Ken "健さん" { patience 2 days }\n',
  // Declares what an earlier file names without an import.
  'team-9/late.journey': 'team Archive "資料室"\n',
};
for (let index = 0; index < 770; index += 1) {
  const isOdd = index % 100 === 7;
  files[`team-${index % 7}/journey-${String(index).padStart(4, '0')}.journey`] = [
    `import "../shared/${isOdd ? 'poeple' : 'people'}.journey"`,
    `journey Journey${index} "予約 ${index}" {`,
    `  for ${isOdd ? 'Kenn' : 'Ken'}`,
    ...(index % 90 === 3 ? ['  owner Archive'] : []),
    '  stage S {',
    '    touchpoint T1 on web { asks email }',
    '    touchpoint T2 on phone { asks email waits 40 min }',
    '  }',
    '}',
    '',
  ].join('\n');
}

function cores(count: number): string {
  return `import os from 'node:os'; os.availableParallelism = () => ${count}; process.env.NODE_COMPILE_CACHE = ''`;
}

async function checkIn(cwd: string, format: string, setting: string, env = {}): Promise<Run> {
  return journey(['check', '--format', format], { cwd, env, node: ['--import', `data:text/javascript,${setting}`] });
}

test('threads say what one thread says, in the same order, and so does the command when they die', async () => {
  const cwd = folderWith(files);
  const check = async (format: string, setting: string): Promise<Run> => checkIn(cwd, format, setting);
  const died = `${cores(2)}; import { isMainThread } from 'node:worker_threads'; if (!isMainThread) process.exit(1)`;
  const alone = await check('concise', cores(1));
  expect(alone.code).toBe(1);
  expect(alone.stderr).toBe('');
  expect(alone.stdout).toContain('team-9/late.journey, which is not imported');
  expect(alone.stdout).toContain('poeple.journey');
  expect(alone.stdout).toContain('asks-again');
  expect(await check('concise', cores(2))).toEqual(alone);
  expect(await check('concise', died)).toEqual(alone);
  const json = await check('json', cores(2));
  expect((JSON.parse(json.stdout) as readonly unknown[]).length).toBe(alone.stdout.trimEnd().split('\n').length);
});

test.each(['sarif', 'junit'])('%s is the same from several threads, in a file, and from one', async (format) => {
  const cwd = folderWith({ ...files, 'old.txt': 'x'.repeat(10_000_000) });
  const printed = await checkIn(cwd, format, cores(2));
  const alone = await checkIn(cwd, format, cores(1));
  const saved = await journey(['check', '--format', format, '--output-file', 'old.txt'], { cwd });
  expect(printed.stdout.length).toBeGreaterThan(100_000);
  expect(printed.stdout === alone.stdout).toBe(true);
  expect(saved).toMatchObject({ code: 1, stdout: '', stderr: '' });
  expect(readFileSync(join(cwd, 'old.txt'), 'utf8') === alone.stdout).toBe(true);
});

test('threads leave out what a baseline knows, and what it knows too much is told', async () => {
  const cwd = folderWith(files);
  const check = async (setting: string, ...more: string[]): Promise<Run> =>
    journey(['check', '--format', 'concise', ...more], { cwd, node: ['--import', `data:text/javascript,${setting}`] });
  const before = await check(cores(2));
  await check(cores(2), '--update-baseline');
  const baseline = readFileSync(join(cwd, 'journey.baseline.json'), 'utf8');
  // Errors of names are not taken in.
  const after = await check(cores(2));
  expect(after.stdout).toBe(
    before.stdout
      .split('\n')
      .filter((line) => !/: (?:warning|information|hint) /.test(line))
      .join('\n'),
  );
  expect(await check(cores(1))).toEqual(after);
  await check(cores(1), '--update-baseline');
  expect(readFileSync(join(cwd, 'journey.baseline.json'), 'utf8') === baseline).toBe(true);
  rmSync(join(cwd, 'team-1/journey-0001.journey'));
  const gone = await check(cores(2));
  expect(gone.stdout).toMatch(/^journey\.baseline\.json:\d+:\d+: error stale-baseline: .*journey-0001\.journey/m);
});

test('what threads have found is kept, and said again', async () => {
  const cwd = folderWith(files);
  const keeping = { JOURNEY_CACHE: folderWith() };
  const first = await checkIn(cwd, 'concise', cores(2), keeping);
  expect(first.stdout).toContain('team-9/late.journey, which is not imported');
  expect(await checkIn(cwd, 'concise', cores(2), keeping)).toEqual(first);
});

test('compiled code that a run with threads has kept is good for the next run', async () => {
  const cwd = folderWith(files);
  const keeping = { NODE_COMPILE_CACHE: folderWith() };
  const twoCores = `import os from 'node:os'; os.availableParallelism = () => 2`;
  const codes = (): readonly (readonly [string, number])[] =>
    readdirSync(keeping.NODE_COMPILE_CACHE, { recursive: true, encoding: 'utf8' })
      .filter((name) => /journey-[0-9a-f]{32}-[^/\\]*$/.test(name))
      .map((name) => [name, statSync(join(keeping.NODE_COMPILE_CACHE, name)).mtimeMs]);
  await checkIn(cwd, 'concise', twoCores, keeping);
  const kept = codes();
  expect(kept).toHaveLength(1);
  // What is not accepted is written anew.
  await journey(['check', 'shared/people.journey'], { cwd, env: keeping });
  expect(codes()).toEqual(kept);
});
