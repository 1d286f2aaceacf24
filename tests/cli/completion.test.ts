import { execFileSync, spawnSync } from 'node:child_process';
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
  expect(complete('journey', 'explain', 'asks')).toEqual(['asks-again']);
  // As bash takes --format=s apart.
  expect(complete('journey', 'check', '--format', '=', 's')).toEqual(['sarif']);
  expect(complete('journey', 'render', '--theme', '=')).toEqual(['light', 'dark', 'hc-dark', 'hc-light', 'auto']);
  // Nothing of ours: the shell offers files.
  expect(complete('journey', 'check', '--config', '')).toEqual([]);
  expect(complete('journey', 'check', '')).toEqual([]);
  expect(complete('journey', 'check', 'a')).toEqual([]);
});

test('bash offers files where a file is named, and nowhere else', async () => {
  const cwd = folderWith({ 'a.journey': '' });
  writeFileSync(join(cwd, 'script'), (await journey(['completion', 'bash'])).stdout);
  const afterTab = (line: string): string => {
    // Typed into a shell for people; the line is thrown away afterwards.
    const input = `source ./script\n${line}\t\u0015exit\n`;
    const env = { PATH: process.env['PATH'], TERM: 'dumb', INPUTRC: '/dev/null', HISTFILE: '/dev/null', HOME: cwd };
    const { stderr, stdout } = spawnSync('bash', ['--norc', '--noprofile', '-i'], {
      cwd,
      encoding: 'utf8',
      input,
      env,
    });
    return stderr + stdout;
  };
  for (const line of ['check a', 'check --config a', 'check --config=a']) {
    expect(afterTab(`journey ${line}`)).toContain('a.journey');
  }
  // The bash of macOS is too old to be told that a file is not wanted.
  const isOld = execFileSync('bash', ['-c', 'type -t compopt || true'], { encoding: 'utf8' }) === '';
  for (const line of isOld ? [] : ['rules a', 'check --max-warnings a', 'check --format a', 'explain a.']) {
    expect(afterTab(`journey ${line}`)).not.toContain('a.journey');
  }
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
