// A mistake in a configuration is told by all commands that read it, in the words of `journey check`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, journey } from './journey.ts';
import { makeRepository } from './repository.ts';

const map = 'journey J "J" {\n  stage S {\n    touchpoint T on chat\n  }\n}\n';
const mistaken = '{ "rules": { "asks-agian": "off" } }';

const COMMANDS = [
  ['stats'],
  ['matrix'],
  ['actions'],
  ['index'],
  ['fmt', '--check'],
  ['render', 'a.journey'],
  ['explain', 'asks-again'],
  ['history', 'a.journey'],
  ['diff', 'a.journey', 'b.journey', '--format', 'svg'],
] as const;

test.each(['en', 'ja'])('the same mistake in the same words, in %s', async (locale) => {
  const { folder: cwd, commit, write } = makeRepository();
  commit('Begin', { 'a.journey': map, 'journey.config.json': mistaken });
  write('b.journey', map.replace('"J"', '"K"'));
  const check = await journey(['check', '--format', 'concise', '--locale', locale], { cwd });
  const line = check.stdout.split('\n').find((each) => each.startsWith('journey.config.json:1:14: ')) ?? '?';
  expect(line).toContain('asks-again');
  for (const args of COMMANDS) {
    const { stdout, stderr } = await journey([...args, '--locale', locale], { cwd });
    expect({ args, times: `${stdout}${stderr}`.split(line).length - 1 }).toEqual({ args, times: 1 });
  }
});

test.each(['{ "ignore": [', '{ "ignore": "old" }'])('what may be ignored is not formatted: %s', async (text) => {
  const loose = 'journey   J { }\n';
  const cwd = folderWith({ 'old/a.journey': loose, 'journey.config.json': text });
  const { code, stderr } = await journey(['fmt', '--locale', 'en'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^journey: journey\.config\.json:1:\d+: error config-.*\njourney: nothing was formatted: /);
  expect(readFileSync(join(cwd, 'old/a.journey'), 'utf8')).toBe(loose);
  // Another mistake keeps nothing from being understood that counts here.
  writeFileSync(join(cwd, 'journey.config.json'), '{ "rules": { "asks-agian": "off" }, "ignore": ["new"] }');
  expect(await journey(['fmt', '--locale', 'en'], { cwd })).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/formatted old\/a\.journey\n.*"asks-again"/) as unknown,
  });
});
