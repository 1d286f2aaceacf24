import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clean, folderWith, journey } from './journey.ts';

const ugly = 'team   Sales "営業部"\npersona P{\nage 3}';
const pretty = 'team Sales "営業部"\npersona P {\n  age 3\n}\n';

test('lays files out and names them', async () => {
  const cwd = folderWith({ 'a.journey': ugly, 'b/b.journey': clean });
  const run = await journey(['fmt'], { cwd });
  expect(run).toEqual({ code: 0, stdout: '', stderr: 'journey: formatted a.journey\n' });
  expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).toBe(pretty);
  expect(await journey(['fmt'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('keeps line ends and the byte order mark', async () => {
  const cwd = folderWith({ 'a.journey': `\uFEFF${ugly.replaceAll('\n', '\r\n')}` });
  await journey(['fmt', 'a.journey'], { cwd });
  expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).toBe(`\uFEFF${pretty.replaceAll('\n', '\r\n')}`);
});

test('--check names what would change and fails; --diff shows it; both write nothing', async () => {
  const cwd = folderWith({ 'a.journey': ugly, 'b.journey': clean });
  expect(await journey(['fmt', '--check'], { cwd })).toEqual({ code: 1, stdout: 'a.journey\n', stderr: '' });
  const diff = await journey(['fmt', '--diff'], { cwd });
  expect(diff.code).toBe(1);
  expect(diff.stdout).toContain('-team   Sales "営業部"\n');
  expect(diff.stdout).toContain('+  age 3\n');
  expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).toBe(ugly);
  expect(await journey(['fmt', '--check', 'b.journey'], { cwd })).toMatchObject({ code: 0 });
});

test('prints the text of standard input', async () => {
  expect(await journey(['fmt', '-'], { cwd: folderWith(), input: ugly })).toEqual({
    code: 0,
    stdout: pretty,
    stderr: '',
  });
});

test('leaves out what the configuration ignores, and says what it cannot read', async () => {
  const config = JSON.stringify({ ignore: ['old/**'] });
  const cwd = folderWith({
    'journey.config.json': config,
    'old/a.journey': ugly,
    'b.journey': new Uint8Array([0x74, 0xff]),
  });
  const run = await journey(['fmt', '--locale', 'ja', '.', 'none.journey'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('UTF-8ではありません');
  expect(run.stderr).toContain('none.journey');
  expect(readFileSync(join(cwd, 'old/a.journey'), 'utf8')).toBe(ugly);
});
