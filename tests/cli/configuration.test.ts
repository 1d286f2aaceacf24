import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonFinding } from '../../src/formats/check-json.ts';
import { clean, folderWith, journey } from './journey.ts';

const asksAgain = readFileSync(new URL('../../src/friction/rules/asks-again/invalid.journey', import.meta.url), 'utf8');

async function codesIn(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { stdout } = await journey(['check', '-f', 'json', ...args], { cwd });
  return (JSON.parse(stdout) as JsonFinding[]).map(({ file, code }) => `${file} ${code}`);
}

describe('journey.config.json', () => {
  test('is found upwards from each file', async () => {
    const cwd = folderWith({
      'journey.config.json': JSON.stringify({ rules: { 'asks-again': 'off' }, ignore: ['old/'] }),
      'a.journey': asksAgain,
      'deep/er/b.journey': asksAgain,
      'own/journey.config.json': '{}',
      'own/c.journey': asksAgain,
      'old/d.journey': asksAgain,
    });
    const found = await codesIn(cwd);
    expect(found).not.toContain('a.journey asks-again');
    expect(found).not.toContain('deep/er/b.journey asks-again');
    expect(found).toContain('own/c.journey asks-again');
    expect(found.some((line) => line.startsWith('old/'))).toBe(false);
    // The same when the command is run in a folder below.
    expect(await codesIn(join(cwd, 'deep'))).not.toContain('er/b.journey asks-again');
  });

  test('is replaced by the one that --config names', async () => {
    const cwd = folderWith({
      'journey.config.json': JSON.stringify({ rules: { 'asks-again': 'off' } }),
      'other.json': JSON.stringify({ rules: { 'asks-again': 'error' } }),
      'a.journey': asksAgain,
    });
    const { stdout } = await journey(['check', '-f', 'json', '--config', 'other.json'], { cwd });
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ code: 'asks-again', severity: 'error' }));
    const gone = await journey(['check', '--config', 'gone.json'], { cwd });
    expect(gone).toMatchObject({ code: 2, stderr: 'journey: gone.json: no such file or folder\n' });
  });

  test('says its mistakes at their place and ends with 2; the rest holds', async () => {
    const text = '{\n  "rules": { "ask-again": "off", "wait-untold": "off" }\n}\n';
    const cwd = folderWith({ 'journey.config.json': text, 'a.journey': asksAgain });
    const run = await journey(['check', '-f', 'concise'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/^journey\.config\.json:2:14: error .*did you mean "asks-again"\?/);
    expect(run.stdout).toContain('a.journey');
    const japanese = await journey(['check', '--locale', 'ja'], { cwd });
    expect(japanese.stdout).toContain('「asks-again」ではありませんか');
  });
});

describe('--baseline', () => {
  const second = asksAgain.replace(/^journey \w+/m, 'journey Another');

  test('reports only what is new, wherever the old things have moved', async () => {
    const cwd = folderWith({ 'a.journey': asksAgain });
    expect((await journey(['check'], { cwd })).code).toBe(1);
    const update = await journey(['check', '--update-baseline'], { cwd });
    expect(update.code).toBe(0);
    const { stdout } = await journey(['check'], { cwd });
    expect(stdout).toContain('Nothing new found');
    expect(stdout).toMatch(
      /\d findings? (is|are) left out, because the baseline lists (it|them); friction scores count (it|them)/,
    );
    expect((await journey(['check', '--locale', 'ja'], { cwd })).stdout).toMatch(
      /ベースラインにある既知の指摘\d+件は表示していません/,
    );
    const moved = folderWith({
      'a.journey': `// Moved.\n\n${asksAgain}`,
      'b.journey': second,
      'journey.baseline.json': readFileSync(join(cwd, 'journey.baseline.json')),
    });
    const found = await codesIn(moved);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((line) => line.startsWith('b.journey'))).toBe(true);
  });

  test('fails for what is no longer there, at its place', async () => {
    const cwd = folderWith({ 'a.journey': asksAgain, 'b.journey': clean });
    await journey(['check', '--baseline', 'known.json', '--update-baseline'], { cwd });
    const text = readFileSync(join(cwd, 'known.json'), 'utf8');
    const mended = folderWith({ 'a.journey': clean, 'known.json': text });
    const run = await journey(['check', '--baseline', 'known.json', '-f', 'concise'], { cwd: mended });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^known\.json:\d+:\d+: error .*no longer found/);
    // What was not checked is not called stale, and an update keeps it.
    const part = folderWith({ 'a.journey': asksAgain, 'b.journey': clean, 'known.json': text });
    expect((await journey(['check', 'b.journey', '--baseline', 'known.json'], { cwd: part })).code).toBe(0);
    await journey(['check', 'b.journey', '--baseline', 'known.json', '--update-baseline'], { cwd: part });
    expect(readFileSync(join(part, 'known.json'), 'utf8')).toBe(text);
  });

  test('may be larger than any journey', async () => {
    const entry = { path: 'b.journey', rule: 'asks-again', fingerprint: 'f'.repeat(100) };
    const many = { version: 1, findings: Array.from({ length: 120_000 }, () => entry) };
    const cwd = folderWith({ 'a.journey': clean, 'b.journey': clean, 'known.json': JSON.stringify(many) });
    expect(statSync(join(cwd, 'known.json')).size).toBeGreaterThan(16 * 1024 * 1024);
    const run = await journey(['check', 'a.journey', '--baseline', 'known.json'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('takes in no errors of form, and refuses what is no baseline', async () => {
    const cwd = folderWith({ 'a.journey': 'team Sales "x\n', 'journey.baseline.json': '[]' });
    const refused = await journey(['check'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('not a baseline');
    expect((await journey(['check', '--baseline', 'new.json', '--update-baseline'], { cwd })).code).toBe(1);
  });
});

test('a silenced finding is in the sarif report with its reason, and nowhere else', async () => {
  const lines = asksAgain.split('\n');
  const cwd = folderWith({ 'a.journey': asksAgain });
  const { stdout } = await journey(['check', '-f', 'json'], { cwd });
  const first = (JSON.parse(stdout) as JsonFinding[]).find(({ code }) => code === 'asks-again');
  const at = first?.range.start.line ?? 0;
  const text = lines.with(at, `${lines[at] ?? ''} // journey-ignore asks-again: 法律で必要`).join('\n');
  const silenced = folderWith({ 'a.journey': text });
  const report = JSON.parse((await journey(['check', '-f', 'sarif'], { cwd: silenced })).stdout) as {
    readonly runs: readonly { readonly results: readonly { readonly suppressions?: unknown }[] }[];
  };
  const results = report.runs[0]?.results.filter(({ suppressions }) => suppressions !== undefined) ?? [];
  expect(results).not.toEqual([]);
  for (const result of results) {
    expect(result).toMatchObject({
      ruleId: 'asks-again',
      suppressions: [{ kind: 'inSource', justification: '法律で必要' }],
    });
  }
  expect(await codesIn(silenced)).toHaveLength((JSON.parse(stdout) as unknown[]).length - results.length);
});
