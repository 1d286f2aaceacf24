import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, journey } from './journey.ts';

const diagram = 'journey\n  title My day\n  section Morning\n    Tea: 5: Me\n    Read: the docs: 2: Me\n';

describe('journey import', () => {
  test('makes a file that passes the check, and says what is doubtful', async () => {
    const cwd = folderWith({ 'day.mmd': diagram });
    const run = await journey(['import', 'day.mmd', '-o', 'day.journey'], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toBe(
      'journey: day.mmd:5: The colon ends the name: Mermaid shows "Read" with no score. Read as "Read: the docs", with the last number as its score. In Mermaid write the colon as #58; [mermaid/colon-in-name]\n',
    );
    expect(readFileSync(join(cwd, 'day.journey'), 'utf8')).toContain('touchpoint ReadTheDocs "Read: the docs" {');
    expect((await journey(['check', '--fail-on', 'error'], { cwd })).code).toBe(0);
    expect(await journey(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  test('never overwrites', async () => {
    const cwd = folderWith({ 'day.mmd': diagram, 'day.journey': 'mine' });
    const { code, stderr } = await journey(['import', 'day.mmd', '-o', 'day.journey', '--locale', 'ja'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('journey: day.journey はすでにあります。新しいファイル名を指定してください\n');
    expect(readFileSync(join(cwd, 'day.journey'), 'utf8')).toBe('mine');
  });

  test('reads standard input, and Shift_JIS', async () => {
    const input = Buffer.concat([
      Buffer.from('journey\nsection A\n'),
      Buffer.from([0x93, 0x64, 0x98, 0x62]),
      Buffer.from(': 3\n'),
    ]);
    const run = await journey(['import', '-', '--from', 'mermaid'], { input });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('touchpoint 電話 "電話"');
  });

  test.each([
    [['gone.mmd'], 'gone.mmd: no such file or folder'],
    [['a.txt'], 'what is in a.txt? Say it with --from'],
    [['none.md'], 'none.md: there is no Mermaid journey in it'],
    [['binary.mmd'], 'binary.mmd: a binary file, not text'],
    [['broken.mmd'], 'broken.mmd: the text is neither UTF-8 nor Shift_JIS; save it as UTF-8'],
  ])('%j: %s', async (operands, line) => {
    const cwd = folderWith({
      'a.txt': '',
      'none.md': '# none\n',
      'binary.mmd': 'a\0b',
      'broken.mmd': Uint8Array.of(0x6a, 0xff, 0xfe, 0x0a),
    });
    expect(await journey(['import', ...operands], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `journey: ${line}\n`,
    });
  });
});

test('journey export writes what Mermaid can hold, and says what it cannot', async () => {
  const cwd = folderWith({
    'a.journey':
      'persona Ken "健"\njourney A "予約" {\n  for Ken\n  stage S "探す" {\n    touchpoint T "電話: 受付" on phone { feels -1 }\n  }\n}\n',
  });
  const run = await journey(['export', 'a.journey', '-o', 'a.mmd', '--locale', 'ja'], { cwd });
  expect(run).toEqual({ code: 0, stdout: '', stderr: 'journey: Mermaidで表せない内容:\njourney: チャネル 1件\n' });
  const text = readFileSync(join(cwd, 'a.mmd'), 'utf8');
  expect(text).toContain('    電話#58; 受付: 2: 健\n');
  expect(await journey(['export', 'a.journey', '-f', 'mermaid', '--journey', 'B'], { cwd })).toMatchObject({
    code: 2,
    stderr: 'journey: there is no journey "B" here; there is: A\n',
  });
});
