import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonFinding } from '../../src/formats/check-json.ts';
import { clean, folderWith, journey, wrong } from './journey.ts';

/** One warning or more from the friction rules, no error. */
const warned = readFileSync(new URL('../../src/friction/rules/asks-again/invalid.journey', import.meta.url), 'utf8');

describe('exit codes', () => {
  test('0 when nothing is wrong', async () => {
    const run = await journey(['check'], { cwd: folderWith({ 'a.journey': clean }) });
    expect(run).toEqual({
      code: 0,
      stdout: 'Checked 1 file with 0 journeys\nNothing found\n',
      stderr: '',
    });
  });

  test('1 for an error or a warning', async () => {
    const run = await journey(['check'], { cwd: folderWith({ 'a.journey': wrong }) });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('a.journey:3:9');
    expect(run.stderr).toBe('');
  });

  test.each([
    ['never', 0],
    ['error', 1],
    ['hint', 1],
  ])('--fail-on %s gives %i for an error', async (severity, code) => {
    const cwd = folderWith({ 'a.journey': wrong });
    expect((await journey(['check', '--fail-on', severity], { cwd })).code).toBe(code);
  });

  test('2 comes before 1: some of the input was not checked', async () => {
    const run = await journey(['check', '.', 'gone'], { cwd: folderWith({ 'a.journey': wrong }) });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('a.journey:3:9');
    expect(run.stderr).toBe('journey: gone: no such file or folder\n');
  });

  test('3 for a mistake of ours, with a line to report and no stack trace', async () => {
    const cwd = folderWith({ 'a.journey': clean });
    const broken = ['--import', 'data:text/javascript,Array.prototype.toSorted=()=>{throw new Error("boom")}'];
    const run = await journey(['check'], { cwd, node: broken });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(
      /^journey: internal error in journey \d+\.\d+\.\d+: Error: boom\njourney: .*report it.*\n$/,
    );
    const debug = await journey(['check'], { cwd, node: broken, env: { JOURNEY_DEBUG: '1' } });
    expect(debug.stderr).toMatch(/journey: +at /);
  });

  test('3 when only one file meets a mistake of ours, and the others are checked', async () => {
    const cwd = folderWith({ 'bad.journey': 'team Unlucky "x"\n', 'good.journey': wrong });
    const source = `const parse = Map.prototype.set;
      Map.prototype.set = function (key, value) {
        if (value?.id === 'Unlucky') throw new Error('boom');
        return parse.call(this, key, value);
      }`;
    const run = await journey(['check'], {
      cwd,
      node: ['--import', `data:text/javascript,${encodeURIComponent(source)}`],
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/bad\.journey: internal error in journey .*: Error: boom/);
    expect(run.stdout).toContain('good.journey:3:9');
  });
});

describe('a rule that fails', () => {
  test('is reported as a mistake of ours, and the other findings stay', async () => {
    // Only what a rule has seen is kept as an observation.
    const source = `const push = Array.prototype.push;
      Array.prototype.push = function (...items) {
        if (items[0]?.observation !== undefined) throw new Error('boom');
        return push.apply(this, items);
      }`;
    const node = ['--import', `data:text/javascript,${encodeURIComponent(source)}`];
    const cwd = folderWith({ 'a.journey': wrong, 'b.journey': warned });
    const run = await journey(['check', '-f', 'concise'], { cwd, node });
    expect(run.code).toBe(3);
    expect(run.stdout).toMatch(/^a\.journey:3:9: error /);
    expect(run.stdout).toMatch(/^b\.journey.* rule-failed: .*mistake in this program/m);
  });
});

describe('what is checked', () => {
  test('folders with everything below them, without what is not ours', async () => {
    const cwd = folderWith({
      'b.journey': clean,
      'a/deep/er/c.journey': clean,
      'a/notes.txt': 'not a journey',
      'node_modules/x/d.journey': clean,
      'a/node_modules/d.journey': clean,
      '.hidden/e.journey': clean,
      'dist/f.journey': clean,
    });
    expect((await journey(['check'], { cwd })).stdout).toContain('Checked 2 files');
    expect((await journey(['check', 'dist', '.hidden', 'node_modules'], { cwd })).stdout).toContain('Checked 3 files');
  });

  test('each file once, in the order of the paths, however it is named', async () => {
    const cwd = folderWith({ 'b.journey': wrong, 'a/c.journey': wrong });
    const args = ['check', './b.journey', 'a', join(cwd, 'a', 'c.journey'), '.', '-f', 'concise'];
    const lines = (await journey(args, { cwd })).stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['a/c.journey', 'b.journey']);
  });

  test('what is imported is read, and reported only when it is asked for', async () => {
    const cwd = folderWith({
      'journeys/a.journey': 'import "../shared/people.journey"\njourney A {\n  for Ken\n}\n',
      'shared/people.journey': 'persona Ken {\n  prefers nowhere\n}\n',
    });
    expect((await journey(['check', 'journeys'], { cwd })).stdout).not.toContain('people.journey');
    expect((await journey(['check'], { cwd })).stdout).toContain('shared/people.journey:2:11');
  });

  test('a thousand files', async () => {
    const files = Array.from({ length: 1000 }, (_, index) => [`team ${index % 10}/${index}.journey`, clean]);
    const run = await journey(['check'], { cwd: folderWith(Object.fromEntries(files) as Record<string, string>) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('Checked 1,000 files');
  });

  test('standard input, with a name or without', async () => {
    const cwd = folderWith({ 'people.journey': 'persona Ken\n' });
    const unnamed = await journey(['check', '-', '-f', 'concise'], { cwd, input: wrong });
    expect(unnamed.stdout).toMatch(/^<stdin>:3:9: error /);
    const text = 'import "../people.journey"\njourney A {\n  for Ken\n  owner Nobody\n}\n';
    const args = ['check', '-', '--stdin-file-name', 'journeys/a.journey', '-f', 'concise'];
    const named = await journey(args, { cwd, input: text });
    expect(named.stdout).toMatch(/^journeys\/a\.journey:4:9: error /);
    expect(named.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  test('standard input takes the place of the file that it is named after', async () => {
    const cwd = folderWith({ 'a.journey': wrong });
    const run = await journey(['check', '.', '-', '--stdin-file-name', 'a.journey'], { cwd, input: clean });
    expect(run.stdout).toBe('Checked 1 file with 0 journeys\nNothing found\n');
  });
});

describe('--format', () => {
  test('json has the published shape, with positions from zero', async () => {
    const cwd = folderWith({ 'a.journey': wrong });
    const run = await journey(['check', '--format', 'json'], { cwd });
    const [finding, ...rest] = JSON.parse(run.stdout) as JsonFinding[];
    expect(rest).toEqual([]);
    expect(Object.keys(finding ?? {})).toEqual([
      'file',
      'code',
      'severity',
      'cause',
      'message',
      'range',
      'related',
      'help',
    ]);
    expect(finding).toMatchObject({
      file: 'a.journey',
      severity: 'error',
      cause: null,
      message: expect.stringContaining('Nobody'),
      range: { start: { line: 2, character: 8 }, end: { line: 2, character: 14 } },
    });
  });

  test.each([
    ['json', /^\[\]\n$/],
    ['sarif', /"results": \[\]/],
    ['junit', /<testsuites name="journey" tests="1"/],
    ['gitlab', /^\[\]\n$/],
    ['github', /^::error file=gone::no such file or folder\n$/],
    ['markdown', /Nothing found/],
    ['concise', /^$/],
    ['pretty', /^$/],
  ])('%s is whole even when nothing could be read', async (format, expected) => {
    const run = await journey(['check', 'gone', '-f', format], { cwd: folderWith() });
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(expected);
  });

  test.each(['concise', 'json', 'sarif', 'github', 'junit', 'gitlab', 'markdown', 'pretty'])(
    '%s is the same at every run and names the finding',
    async (format) => {
      const cwd = folderWith({ '予約/a b.journey': wrong, 'c.journey': wrong });
      const [first, second] = await Promise.all([
        journey(['check', '-f', format], { cwd }),
        journey(['check', '-f', format, 'c.journey', '予約'], { cwd }),
      ]);
      expect(first.code).toBe(1);
      expect(first.stdout).toBe(second.stdout);
      expect(first.stdout).toContain('Nobody');
    },
  );

  test('--output-file writes the report there, making folders, and prints nothing', async () => {
    const cwd = folderWith({ 'a.journey': wrong });
    const run = await journey(['check', '-f', 'sarif', '--output-file', 'reports/ci/a.sarif'], { cwd });
    expect(run).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'reports/ci/a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  test.each([
    ['report.sarif', /"version":\s*"2\.1\.0"/],
    ['report.sarif.json', /"version":\s*"2\.1\.0"/],
    ['report.json', /^\[/],
    ['report.XML', /^<\?xml[^]*<testsuites/],
    ['report.md', /^## /m],
    ['report.txt', /^Checked 1 file/m],
    ['report', /^Checked 1 file/m],
  ])('the name %s says what to write', async (file, expected) => {
    const cwd = folderWith({ 'a.journey': wrong });
    expect(await journey(['check', '-o', file], { cwd })).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, file), 'utf8')).toMatch(expected);
  });

  test('--format says more than the name, and a name that promises something else is refused', async () => {
    const cwd = folderWith({ 'a.journey': wrong });
    expect((await journey(['check', '-f', 'gitlab', '-o', 'quality.json'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'quality.json'), 'utf8')).toContain('"fingerprint"');
    const run = await journey(['check', '-o', 'report.xlsx'], { cwd });
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'journey: report.xlsx: cannot write what this name promises; say what to write with --format, or let the name end in one of .sarif.json, .sarif, .json, .xml, .md, .txt\n',
    });
  });

  test('an output file that cannot be written is said in a line', async () => {
    const cwd = folderWith({ 'a.journey': clean });
    const run = await journey(['check', '-o', 'a.journey/report.txt'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^journey: cannot write a\.journey\/report\.txt: .*\n$/);
  });
});

describe('--max-warnings', () => {
  test('lets warnings pass up to the number', async () => {
    const cwd = folderWith({ 'a.journey': warned });
    const { stdout } = await journey(['check', '-f', 'json'], { cwd });
    const severities = (JSON.parse(stdout) as JsonFinding[]).map(({ severity }) => severity);
    const count = severities.filter((severity) => severity === 'warning').length;
    expect(count).toBeGreaterThan(0);
    expect(severities).not.toContain('error');
    expect((await journey(['check'], { cwd })).code).toBe(1);
    expect((await journey(['check', '--max-warnings', String(count)], { cwd })).code).toBe(0);
    expect((await journey(['check', '--max-warnings', String(count - 1)], { cwd })).code).toBe(1);
    expect((await journey(['check', '--fail-on', 'error', '--max-warnings', '0'], { cwd })).code).toBe(1);
  });
});
