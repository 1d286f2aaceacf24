import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/friction/rules/index.ts';
import { pageOf } from '../../src/formats/rules/rule-texts.ts';
import { folderWith, journey } from './journey.ts';

describe('journey rules', () => {
  test.each(['pretty', 'json', 'markdown'])('lists every rule as %s', async (format) => {
    for (const locale of ['en', 'ja'] as const) {
      const run = await journey(['rules', '-f', format, '--locale', locale]);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      for (const { meta } of rules) expect(run.stdout).toContain(meta.id);
    }
  });

  test('as json says what a program needs', async () => {
    const { stdout } = await journey(['rules', '--format', 'json']);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        id: 'asks-again',
        group: 'identity',
        cause: 'identity',
        severity: 'warning',
        fix: 'unsafe',
        page: 'docs/rules/asks-again.md',
      }),
    );
  });
});

describe('journey explain', () => {
  test.each(['en', 'ja'] as const)('explains any rule in %s', async (locale) => {
    const rule = rules.find(({ meta }) => meta.id === 'wait-untold');
    const { code, stdout } = await journey(['explain', 'wait-untold', '--locale', locale], { cwd: folderWith() });
    expect(code).toBe(0);
    const flat = stdout.replaceAll(/\s+/g, '');
    expect(flat).toContain(rule?.meta.summary[locale].replaceAll(/\s+/g, ''));
    expect(flat).toContain(rule?.meta.remedy[locale].replaceAll(/\s+/g, ''));
    expect(stdout).toContain('untoldWait: 10');
    expect(stdout).toContain('touchpoint');
  });

  test('shows the settings that hold here', async () => {
    const cwd = folderWith({ 'journey.config.json': '{ "settings": { "untoldWait": "4 min" } }' });
    const { stdout } = await journey(['explain', 'wait-untold'], { cwd });
    expect(stdout).toContain('untoldWait: 4 minutes');
    expect(stdout).toContain('set in the configuration');
  });

  test('guesses what was meant', async () => {
    const run = await journey(['explain', 'wait-untolt']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('there is no rule "wait-untolt"; did you mean "wait-untold"?');
  });
});

describe('the pages of the documentation', () => {
  test.each(['en', 'ja'] as const)('are there for every rule in %s, and the index leads to each', (locale) => {
    const read = (id: string): string => readFileSync(new URL(`../../${pageOf(id, locale)}`, import.meta.url), 'utf8');
    const index = read('README');
    for (const { meta } of rules) {
      expect(index).toContain(`(${meta.id}.md)`);
      const page = read(meta.id);
      for (const text of [meta.summary, meta.why, meta.remedy]) expect(page).toContain(text[locale]);
      for (const { title } of meta.sources) expect(page).toContain(title);
      expect(page.match(/```journey\n/g)).toHaveLength(2);
    }
  });
});

describe('journey power', () => {
  test('says how many and how long', async () => {
    const args = ['power', '--baseline', '5%', '--effect', '1 pt', '--traffic', '800 per day'];
    const { code, stdout } = await journey(args);
    expect(code).toBe(0);
    // One of the check values of the rule on experiments.
    expect(stdout).toContain('8,158 customers in each of 2 variants, 16,316 in all');
    expect(stdout).toContain('3 weeks');
    const japanese = await journey([...args.slice(0, -1), '1日800人', '--locale', 'ja']);
    expect(japanese.stdout).toContain('それぞれに8,158人');
    expect(japanese.stdout).toContain('3週間');
  });

  test('says what can be seen in a given time', async () => {
    const { stdout } = await journey(['power', '--baseline', '5%', '--traffic', '800/day', '--runs', '4 weeks']);
    expect(stdout).toMatch(/In 28 days \(11,200 customers in each variant\) the smallest rise .* is 0\.8\d points/);
  });

  test('judges results', async () => {
    const same = await journey(['power', '--results', '120/4000,125/4010']);
    expect(same.stdout).toContain('no significant difference');
    const other = await journey(['power', '--results', '120/4000,190/4010', '--locale', 'ja']);
    expect(other.stdout).toContain('有意な差があります');
  });

  test.each([
    [[], '--baseline needs a value such as "5%"'],
    [['--baseline', '5%'], 'say what is wanted with --effect'],
    [['--baseline', '5%', '--effect', 'much'], '--effect needs a value such as "1 pt"'],
    [['--baseline', '150%', '--effect', '1 pt'], '--baseline needs a value'],
    [['--baseline', '5%', '--effect', '1 pt', '--traffic', 'many'], '--traffic needs a value such as "800 per day"'],
    [['--baseline', '99.9%', '--effect', '1 pt'], 'name a smaller change'],
    [['--results', '5/3,1/2'], '--results needs a value such as'],
    [['--results', '5/30'], '--results needs a value such as'],
    [['--results', '5/30,6/30', '--traffic', '800/day'], '--traffic means nothing with --results'],
    [['--baseline', '5%', '--effect', '1 pt', '--runs', '4 weeks'], '--runs needs --traffic'],
  ])('%j is refused with an example', async (args, message) => {
    const run = await journey(['power', ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});
