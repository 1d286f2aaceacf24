import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderWith, journey } from './journey.ts';

/** The second comment silences nothing, which a safe fix removes. */
const text = `// Who works here.
team Sales "営業部" // journey-ignore asks-again: 一つ目
// journey-ignore wait-untold: 二つ目
team Support "サポート"
`;
const fixed = `// Who works here.
team Sales "営業部"
team Support "サポート"
`;

/** As an editor on Windows writes it. */
function windows(lines: string): string {
  return `\uFEFF${lines.replaceAll('\n', '\r\n')}`;
}

describe('--fix', () => {
  test('mends files, says what, and reports the rest', async () => {
    const cwd = folderWith({ 'a.journey': text, 'b.journey': fixed });
    const run = await journey(['check', '--fix'], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toBe('journey: fixed 2 in a.journey: unused-suppression ×2\n');
    expect(run.stdout).toContain('Nothing found');
    expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).toBe(fixed);
    expect(await journey(['check', '--fix'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    ['cannot be read', '{ "ignore": ["old/**" '],
    ['says nobody knows what of files that are left out', '{ "ignore": "old/**" }'],
  ])('changes nothing where the configuration %s', async (_, config) => {
    const cwd = folderWith({ 'old/a.journey': text, 'journey.config.json': config });
    const run = await journey(['check', '--fix', '--locale', 'ja'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toBe(
      'journey: 修正は行いませんでした。対象外のファイルが設定に書かれている可能性があるためです\n',
    );
    expect(run.stdout).toContain('journey.config.json:1:');
    expect(readFileSync(join(cwd, 'old/a.journey'), 'utf8')).toBe(text);
    const diff = await journey(['check', '--diff'], { cwd });
    expect(diff).toMatchObject({ code: 2, stdout: '' });
    expect(diff.stderr).toContain('nothing was fixed');
  });

  test('keeps line ends and the byte order mark', async () => {
    const cwd = folderWith({ 'a.journey': windows(text) });
    await journey(['check', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).toBe(windows(fixed));
  });

  test('prints the text of standard input, and what is left to standard error', async () => {
    const rest = '// journey-ignore asks-again\nteam Quality "品質"\n';
    const run = await journey(['check', '-', '--fix'], { cwd: folderWith(), input: text + rest });
    expect(run.stdout).toBe(fixed + rest);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^journey: <stdin>:4:19: warning .*gives no reason/);
  });

  test('says when a file cannot be written', async () => {
    const cwd = folderWith({ 'a.journey': text });
    chmodSync(join(cwd, 'a.journey'), 0o444);
    chmodSync(cwd, 0o755);
    const run = await journey(['check', '--fix', '--locale', 'ja'], { cwd, asNobody: true });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('a.journey を修正できません: アクセス権がありません');
    expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).toBe(text);
    // What could not be put right is reported as before.
    const unfixed = await journey(['check', '--locale', 'ja'], { cwd });
    expect(run.stdout).toBe(unfixed.stdout);
  });
});

describe('--unsafe-fixes', () => {
  // A fix of this rule needs somebody to look at it.
  const unsafe = readFileSync(new URL('../../src/friction/rules/asks-again/invalid.journey', import.meta.url), 'utf8');

  test('are made only when they are asked for, and leave a file that can be read', async () => {
    const cwd = folderWith({ 'a.journey': unsafe });
    const before = JSON.parse((await journey(['check', '-f', 'json'], { cwd })).stdout) as unknown[];
    const run = await journey(['check', '--unsafe-fixes', '-f', 'json'], { cwd });
    const after = JSON.parse(run.stdout) as readonly { readonly severity: string }[];
    expect(after.length).toBeLessThan(before.length);
    expect(after.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(readFileSync(join(cwd, 'a.journey'), 'utf8')).not.toBe(unsafe);
  });
});

test('the fixes of everything come to an end, leave nothing to do, and bring no errors', async () => {
  const root = new URL('../../src/friction/rules/', import.meta.url);
  const ids = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = ids.flatMap(({ name }) => {
    const file = new URL(`${name}/invalid.journey`, root);
    return existsSync(file) ? [[`${name}.journey`, readFileSync(file)] as const] : [];
  });
  const cwd = folderWith(Object.fromEntries(files));
  const errors = async (): Promise<number> => {
    const { stdout } = await journey(['check', '-f', 'concise'], { cwd });
    return stdout.split('\n').filter((line) => /^[^ ]+ error /.test(line)).length;
  };
  const before = await errors();
  const run = await journey(['check', '--unsafe-fixes', '--fail-on', 'never'], { cwd });
  expect(run.code).toBe(0);
  expect(run.stderr.trimEnd().split('\n').length).toBeGreaterThan(30);
  expect(await errors()).toBeLessThanOrEqual(before);
  expect(await journey(['check', '--unsafe-fixes', '--diff'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
});

describe('--diff', () => {
  test('prints what would change, as git apply reads it, and writes nothing', async () => {
    const cwd = folderWith({ '予約/a.journey': text });
    const run = await journey(['check', '--diff'], { cwd });
    expect(run).toEqual({
      code: 1,
      stderr: '',
      stdout: `--- a/予約/a.journey
+++ b/予約/a.journey
@@ -1,4 +1,3 @@
 // Who works here.
-team Sales "営業部" // journey-ignore asks-again: 一つ目
-// journey-ignore wait-untold: 二つ目
+team Sales "営業部"
 team Support "サポート"
`,
    });
    expect(readFileSync(join(cwd, '予約/a.journey'), 'utf8')).toBe(text);
  });

  test('goes to the file that is named, and is coloured when that is asked for', async () => {
    const cwd = folderWith({ 'a.journey': text });
    const { stdout } = await journey(['check', '--diff'], { cwd });
    expect(await journey(['check', '--diff', '-o', 'fixes.patch'], { cwd })).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'fixes.patch'), 'utf8')).toBe(stdout);
    const painted = (await journey(['check', '--diff', '--color'], { cwd })).stdout;
    expect(painted).toContain('\u001B[32m+team Sales "営業部"\u001B[0m');
    expect(stripVTControlCharacters(painted)).toBe(stdout);
  });

  test('says how many fixes there are besides, that change the meaning', async () => {
    const cwd = folderWith({
      'a.journey': `journey Repair {
  stage Ask : support {
    touchpoint Calls "Calls" on phone by customer {
      waits 20 min
    }
    touchpoint Fixed "It is fixed" on visit by company
  }
}
`,
    });
    const { stdout, stderr } = await journey(['check', '--diff'], { cwd });
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^journey: \d more findings? ha(s|ve) a fix that changes? what the journey says; --unsafe-fixes/,
    );
    expect((await journey(['check', '--unsafe-fixes', '--diff'], { cwd })).stdout).toContain('+      offers callback');
  });

  test('is empty when there is nothing to fix', async () => {
    const run = await journey(['check', '--diff'], { cwd: folderWith({ 'a.journey': fixed }) });
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
