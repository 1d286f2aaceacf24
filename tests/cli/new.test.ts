import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../src/cli/templates.ts';
import { folderWith, journey } from './journey.ts';

describe('journey new', () => {
  test.each(TEMPLATES)('begins with %s, whole and laid out', async (template) => {
    const cwd = folderWith();
    const run = await journey(['new', 'a/mine.journey', '--template', template], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain('wrote a/mine.journey');
    expect((await journey(['fmt', '--check'], { cwd })).stdout).toBe('');
    // Every name and import is found; friction is what the examples are about.
    expect(await journey(['export', 'a/mine.journey'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(TEMPLATES)('begins with %s in Japanese', async (template) => {
    const cwd = folderWith();
    await journey(['new', 'mine.journey', '--template', template, '--locale', 'ja'], { cwd });
    for (const file of readdirSync(cwd)) expect(readFileSync(join(cwd, file), 'utf8')).toMatch(/[ぁ-ん]/);
    expect((await journey(['fmt', '--check'], { cwd })).stdout).toBe('');
    expect(await journey(['export', 'mine.journey'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(['en', 'ja'])('the minimal one leaves nothing to warn of, in %s', async (locale) => {
    const cwd = folderWith();
    await journey(['new', 'mine.journey', '--locale', locale], { cwd });
    const run = await journey(['check', '-f', 'concise'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(/[ぁ-ん]/.test(readFileSync(join(cwd, 'mine.journey'), 'utf8'))).toBe(locale === 'ja');
  });

  test('never overwrites', async () => {
    const cwd = folderWith({ 'mine.journey': 'mine' });
    const { code, stderr } = await journey(['new', 'mine.journey'], { cwd });
    expect([code, stderr]).toEqual([2, 'journey: mine.journey exists already; name a new file\n']);
    expect(readFileSync(join(cwd, 'mine.journey'), 'utf8')).toBe('mine');
    expect((await journey(['new', 'mine.txt'], { cwd })).code).toBe(2);
  });

  test('a file has a name, for without one it is hidden', async () => {
    const cwd = folderWith();
    const { code, stderr } = await journey(['new', 'a/.journey'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a/.journey: give the file a name before .journey');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('writes where the path says, also when it is absolute', async () => {
    const [cwd, elsewhere] = [folderWith(), folderWith()];
    const file = join(elsewhere, 'new', 'mine.journey');
    expect(await journey(['new', file], { cwd })).toMatchObject({ code: 0 });
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a file that stands in the way of a folder is named as what it is', async () => {
    const cwd = folderWith({ journeys: 'a file', 'a.journey': '' });
    const made = await journey(['new', 'a.journey/b.journey'], { cwd });
    expect([made.code, made.stderr]).toEqual([
      2,
      'journey: cannot write a.journey/b.journey: a part of the path is not a folder\n',
    ]);
    const begun = await journey(['init', '--locale', 'ja'], { cwd });
    expect([begun.code, begun.stderr]).toEqual([
      2,
      'journey: journeys/first.journey に書き込めません: パスの途中がフォルダーではありません\n',
    ]);
  });
});

describe('journey init', () => {
  test.each(['en', 'ja'])('makes a folder that is clean from the start, in %s', async (locale) => {
    const cwd = folderWith();
    const run = await journey(['init', 'work', '--locale', locale], { cwd });
    expect(run.code).toBe(0);
    const work = join(cwd, 'work');
    for (const file of ['.github/workflows/journeys.yml', '.vscode/extensions.json', 'README.md']) {
      expect(existsSync(join(work, file))).toBe(true);
    }
    expect(await journey(['check'], { cwd: work })).toMatchObject({ code: 0, stderr: '' });
    const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(JSON.parse(readFileSync(join(work, 'journey.config.json'), 'utf8')))).toBe(true);
    const manifest = JSON.parse(readFileSync('extension/package.json', 'utf8')) as { name: string; publisher: string };
    expect(readFileSync(join(work, '.vscode/extensions.json'), 'utf8')).toContain(
      `${manifest.publisher}.${manifest.name}`,
    );
  });

  test('keeps what is there', async () => {
    const cwd = folderWith();
    await journey(['init'], { cwd });
    writeFileSync(join(cwd, 'README.md'), 'mine');
    const { code, stderr } = await journey(['init', '--locale', 'ja'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('README.md はすでにあるため、そのままにしました');
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe('mine');
  });
});
