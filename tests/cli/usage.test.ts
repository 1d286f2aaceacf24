import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/formats/terminal/cells.ts';
import { commands, globalOptions } from '../../src/cli/commands.ts';
import { commandHelp } from '../../src/cli/help.ts';
import { newJourney } from '../../src/cli/specs/start.ts';
import { clean, folderWith, journey, wrong } from './journey.ts';

describe('help', () => {
  test.each(['en', 'ja'] as const)('names every command and option, in %s, on 80 columns', async (locale) => {
    const general = await journey(['--help', '--locale', locale]);
    expect(general).toMatchObject({ code: 0, stderr: '' });
    const pages = [general.stdout];
    for (const command of commands) {
      const page = commandHelp(command, { locale, width: 80 });
      for (const option of [...command.options, ...globalOptions])
        expect(page).toMatch(new RegExp(`--.*${option.name}`));
      for (const example of command.examples) expect(page).toContain(example.command);
      expect(general.stdout).toContain(`  ${command.name} `);
      pages.push(page);
    }
    for (const line of pages.join('').split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
    const printed = await journey(['power', '--help', '--locale', locale]);
    expect(printed).toEqual({
      code: 0,
      stdout: pages[1 + commands.findIndex(({ name }) => name === 'power')],
      stderr: '',
    });
  });

  test('says what an option can be, also where there is little room', () => {
    const narrow = commandHelp(newJourney, { locale: 'en', width: 40 });
    expect(narrow).toContain('      large-tv\n        buying online and in the shop\n        (Japanese)\n');
    for (const command of commands) {
      const page = commandHelp(command, { locale: 'ja', width: 80 });
      for (const { value } of command.options) {
        for (const choice of value?.kind === 'choice' ? value.choices : []) expect(page).toContain(choice);
      }
    }
  });

  test('is the same by all its names', async () => {
    const { stdout } = await journey(['check', '--help']);
    expect((await journey(['help', 'check'])).stdout).toBe(stdout);
    expect((await journey(['check', '-h'])).stdout).toBe(stdout);
    expect((await journey(['check', '.', '--format', 'json', '--help'])).stdout).toBe(stdout);
    expect((await journey(['help'])).stdout).toBe((await journey(['--help'])).stdout);
  });

  test('every text is there in both languages, and the Japanese is Japanese', () => {
    const options = [...globalOptions, ...commands.flatMap((command) => command.options)];
    const examples = commands.flatMap((command) => command.examples);
    const texts = [
      ...commands.flatMap(({ summary, details }) => [summary, details]),
      ...[...options, ...examples].map(({ help }) => help),
    ];
    for (const { en, ja } of texts) {
      expect(en).toMatch(/^[^\u3000-\u9FFF]+$/);
      expect(ja).toMatch(/[\u3040-\u30FF\u4E00-\u9FFF]/);
    }
  });
});

describe('an option that means nothing for the format is refused, also when the name of the output says the format', () => {
  test.each([
    [['render', '-f', 'text', '--page', 'a4'], '--page means nothing for text, only for svg, html, png, pdf'],
    [['render', '-o', 'map.md', '--fold'], '--fold means nothing for markdown, only for svg, html, png, pdf'],
    [
      ['export', '-f', 'json', '--journey', 'J'],
      '--journey means nothing for json, only for mermaid, csv, markdown, cjml',
    ],
    [['export', '--journey', 'J'], '--journey means nothing for json, only for mermaid, csv, markdown, cjml'],
    [['diff', '--theme', 'dark'], '--theme means nothing for pretty, only for html, svg'],
    [['history', '-o', 'a.csv', '--theme', 'dark'], '--theme means nothing for csv, only for svg'],
    [
      ['render', '-f', 'markdown', '--width', '600'],
      '--width means nothing for markdown, only for svg, html, png, pdf, text',
    ],
    [
      ['render', '--page', 'slide', '--lanes', 'does'],
      '--lanes means nothing with --page slide, only with poster, a4, a3, a1, a0',
    ],
    [['render', '--page', 'a4', '--wrap', '900'], '--wrap means nothing with --page a4, only with poster, a1, a0'],
    [
      ['render', '-o', 'map.html', '--fold'],
      '--fold means nothing for a page of html, which fits itself to the window; it does for svg, png and pdf',
    ],
    [
      ['render', '--preset', 'full', '--lanes', 'does'],
      '--lanes names the lanes in the place of a preset: give one of the two',
    ],
    [['check', '-f', 'json', '--color'], '--color means nothing for json, only for pretty'],
    [['stats', '-o', 'a.csv', '--color'], '--color means nothing for csv, only for table'],
  ])('%j', async ([command = '', ...options], said) => {
    const cwd = folderWith({ 'a.journey': clean });
    expect(await journey([command, 'a.journey', ...options], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `journey: ${said}\n`,
    });
  });

  test.each([
    ['--format', 'json'],
    ['--fail-on', 'never'],
    ['--max-warnings', '3'],
    ['--baseline', 'b.json'],
    ['--update-baseline'],
  ])('check --diff %s', async (name, ...value) => {
    const run = await journey(['check', '--diff', name, ...value], { cwd: folderWith({ 'a.journey': wrong }) });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toBe(
      `journey: ${name} means nothing with --diff, which prints what the fixes would change and no findings\n`,
    );
  });

  test('a switch that is off asks for nothing', async () => {
    const cwd = folderWith({ 'a.journey': wrong });
    const render = ['render', 'a.journey', '-f', 'markdown'];
    expect(await journey([...render, '--no-fold', '--no-color'], { cwd })).toEqual(await journey(render, { cwd }));
  });

  test('a name for standard input that nobody reads, and a report where the fixed text stands', async () => {
    const cwd = folderWith({ 'a.journey': clean });
    const named = await journey(['check', 'a.journey', '--stdin-file-name', 'b.journey'], { cwd });
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('--stdin-file-name names what is read for "-", and no operand is "-"');
    const fixed = await journey(['check', '-', '--fix', '-f', 'json'], { cwd, input: clean });
    expect(fixed).toMatchObject({ code: 2, stdout: '' });
    expect(fixed.stderr).toContain('name a file for the report with --output-file');
    const written = await journey(['check', '-', '--fix', '-o', 'report.json'], { cwd, input: clean });
    expect(written).toEqual({ code: 0, stdout: clean, stderr: '' });
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('[]\n');
  });

  test('in Japanese, too', async () => {
    const run = await journey(['render', 'a.journey', '-f', 'text', '--page', 'a4', '--locale', 'ja']);
    expect(run.stderr).toBe('journey: --page は text では使えません。使える形式: svg、html、png、pdf\n');
  });
});

test.each(['--version', '-V'])('%s', async (option) => {
  expect(await journey([option])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^journey \d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});

describe('wrong use says what is wrong and where the help is', () => {
  test.each([
    [[], 'which command? "journey init" begins, "journey check" finds what to put right', 'journey --help'],
    [['chek'], 'unknown command "chek"; did you mean "check"?', 'journey --help'],
    [['help', 'exprot'], 'unknown command "exprot"; did you mean "export"?', 'journey --help'],
    [['--fast'], 'unknown option "--fast"', 'journey --help'],
    [['check', '--fromat', 'json'], 'unknown option "--fromat"; did you mean "--format"?', 'journey check --help'],
    [['check', '-x'], 'unknown option "-x"', 'journey check --help'],
    [['check', '--format'], '--format needs a value', 'journey check --help'],
    [['check', '--format', '--color'], '--format needs a value', 'journey check --help'],
    [
      ['check', '-f', 'jsn'],
      '-f cannot be "jsn", only one of pretty, concise, json, sarif, github, junit, gitlab, markdown; did you mean "json"?',
      'journey check --help',
    ],
    [
      ['check', '--max-warnings', '-1'],
      '--max-warnings needs a whole number of at least 0, not "-1"',
      'journey check --help',
    ],
    [
      ['check', '--max-warnings', 'few'],
      '--max-warnings needs a whole number of at least 0, not "few"',
      'journey check --help',
    ],
    [['watch', '--port', '99999'], '--port needs a whole number from 0 to 65535, not "99999"', 'journey watch --help'],
    // As a Japanese keyboard and a word processor write dashes.
    [
      ['check', '－－ｆｏｒｍａｔ', 'json'],
      'unknown option "－－ｆｏｒｍａｔ"; did you mean "--format"?',
      'journey check --help',
    ],
    [
      ['check', '—max-warnings=3'],
      'unknown option "—max-warnings=3"; did you mean "--max-warnings"?',
      'journey check --help',
    ],
    [['render', 'a.journey', 'ーf'], 'unknown option "ーf"; did you mean "-f"?', 'journey render --help'],
    [['check', '--color=yes'], '--color takes no value', 'journey check --help'],
    [['check', '\u001B[31m', '--\u001B[31m'], 'unknown option "--␛[31m"', 'journey check --help'],
    [['export'], '"journey export" needs FILE', 'journey export --help'],
    [['export', 'a', 'b'], '"b" is one argument too many', 'journey export --help'],
  ])('%j', async (args, mistake, help) => {
    expect(await journey(args, { cwd: folderWith() })).toEqual({
      code: 2,
      stdout: '',
      stderr: `journey: ${mistake}\njourney: see "${help}"\n`,
    });
  });

  test('in Japanese, even when the option for it stands after the mistake', async () => {
    const run = await journey(['check', '--fromat', '--locale', 'ja']);
    expect(run.stderr).toBe(
      'journey: オプション「--fromat」はありません(「--format」ではありませんか?)\njourney: 使い方は「journey check --help」で表示されます\n',
    );
  });
});

describe('the language', () => {
  const japanese = '指摘はありません';
  test.each([
    [{}, false],
    [{ LANG: 'ja_JP.UTF-8' }, true],
    [{ LANG: 'ja' }, true],
    [{ LANG: 'C.UTF-8' }, false],
    [{ LANG: 'jam_JM' }, false],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'ja_JP.UTF-8' }, false],
    [{ LC_ALL: '', LC_MESSAGES: 'ja_JP.UTF-8', LANG: 'en_US.UTF-8' }, true],
  ])('follows %j', async (env, expected) => {
    const { stdout } = await journey(['check'], { cwd: folderWith({ 'a.journey': clean }), env });
    expect(stdout.includes(japanese)).toBe(expected);
  });

  test('is the one that the option says', async () => {
    const cwd = folderWith({ 'a.journey': clean });
    const ja = await journey(['check', '--locale', 'ja'], { cwd, env: { LANG: 'en_US.UTF-8' } });
    expect(ja.stdout).toContain(japanese);
    const en = await journey(['check', '--locale=en'], { cwd, env: { LANG: 'ja_JP.UTF-8' } });
    expect(en.stdout).toContain('Nothing found');
  });

  test('of problems with files, too', async () => {
    const run = await journey(['check', 'gone', '--locale', 'ja'], { cwd: folderWith() });
    expect(run.stderr).toBe('journey: gone: ファイルまたはフォルダーがありません\n');
  });
});

describe('colours', () => {
  test.each([
    [[], {}, false],
    [['--color'], {}, true],
    [['--color'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [['--color', '--no-color'], {}, false],
  ])('into a pipe with %j and %j: %s', async (args, env, expected) => {
    const { stdout } = await journey(['check', ...args], { cwd: folderWith({ 'a.journey': wrong }), env });
    expect(stdout.includes('\u001B[')).toBe(expected);
  });
});
