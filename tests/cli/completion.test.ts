import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { folderWith, journey } from './journey.ts';

test('bash offers commands, options, choices and files', async () => {
  const cwd = folderWith({ 'a.journey': '' });
  const { code, stdout } = await journey(['completion', 'bash']);
  expect(code).toBe(0);
  writeFileSync(join(cwd, 'script'), stdout);
  const complete = (...words: readonly string[]): readonly string[] =>
    execFileSync(
      'bash',
      [
        '--norc',
        '-c',
        'source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _journey; printf "%s\\n" "${COMPREPLY[@]}"',
        'bash',
        ...words,
      ],
      { cwd, encoding: 'utf8' },
    )
      .split('\n')
      .filter((line) => line !== '');
  expect(complete('journey', '')).toEqual([...commands.map(({ name }) => name), '--help', '--version']);
  expect(complete('journey', 'exp')).toEqual(commands.map(({ name }) => name).filter((name) => name.startsWith('exp')));
  expect(complete('journey', 'check', '--fi')).toEqual(['--fix']);
  expect(complete('journey', 'check', '--format', 's')).toEqual(['sarif']);
  expect(complete('journey', 'render', '-f', 'p')).toEqual(['png', 'pdf']);
  expect(complete('journey', 'completion', 'f')).toEqual(['fish']);
  // Nothing of ours: the shell offers files.
  expect(complete('journey', 'check', '--config', '')).toEqual([]);
  expect(complete('journey', 'check', 'a')).toEqual([]);
});

test.each(['zsh', 'fish'])('%s is told every command and option, in the language asked for', async (shell) => {
  const { code, stdout } = await journey(['completion', shell, '--locale', 'ja']);
  expect(code).toBe(0);
  for (const { name, summary, options } of commands) {
    expect(stdout).toContain(name);
    expect(stdout).toContain(summary.ja);
    for (const option of options) expect(stdout).toContain(option.name);
  }
  // No quote is left open: the texts hold apostrophes too.
  const { stdout: english } = await journey(['completion', shell, '--locale', 'en']);
  const quotes = english.replaceAll(`'\\''`, '').replaceAll(`\\'`, '').match(/'/g) ?? [];
  expect(quotes.length % 2).toBe(0);
});

test('says which shells there are', async () => {
  expect(await journey(['completion', 'tcsh'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'journey: there is no script for "tcsh"; there is one for: bash, zsh, fish\n',
  });
});
