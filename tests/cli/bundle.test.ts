// The command keeps the compiled form of what ran. That may make it faster and nothing else.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { clean, folderWith, journey, type Run } from './journey.ts';

const file = 'a.journey';
const examples = fileURLToPath(new URL('../../examples', import.meta.url));

test('answers the same with compiled code, without it, and with a broken one', async () => {
  const cwd = folderWith({ [file]: `${clean}team Sales "営業部"\n` });
  const cache = folderWith();
  const check = async (env: Readonly<Record<string, string>>): Promise<Run> =>
    journey(['check', file, '--locale', 'ja'], { cwd, env });
  const kept = { NODE_COMPILE_CACHE: cache };
  const first = await check(kept);
  const files = codeIn(cache);
  expect(files).toHaveLength(1);
  expect(await check(kept)).toEqual(first);
  expect(await check({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(first);
  for (const path of files) writeFileSync(path, 'no code at all');
  expect(await check(kept)).toEqual(first);
  expect(first.code).toBe(1);
});

test('keeps more when a later run has done more than the first one', async () => {
  const cwd = folderWith({ [file]: clean });
  const cache = folderWith();
  const env = { NODE_COMPILE_CACHE: cache };
  await journey(['check', '--help'], { cwd, env });
  const [kept = ''] = codeIn(cache);
  const little = statSync(kept).size;
  await journey(['check', examples, '--no-cache'], { cwd, env });
  const much = statSync(kept).size;
  expect(much).toBeGreaterThan(2 * little);
  // It is all there, so nothing is to be done.
  const { mtimeMs } = statSync(kept);
  await journey(['check', file], { cwd, env });
  expect(statSync(kept)).toMatchObject({ size: much, mtimeMs });
});

test('keeps nothing of a command that does not exist', async () => {
  const cache = folderWith();
  await journey(['chekc'], { env: { NODE_COMPILE_CACHE: cache } });
  expect(codeIn(cache)).toEqual([]);
});

function codeIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /journey-[0-9a-f]{32}-[^/\\]*$/.test(name)).map((name) => join(folder, name));
}
