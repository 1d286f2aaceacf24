import { describe, expect, test } from 'vitest';
import { type Configuration, configurationFor, ignoredBy } from '../../src/friction/configuration/configuration.ts';
import { PRESET_NAMES, PRESETS } from '../../src/friction/configuration/presets.ts';
import { readConfiguration } from '../../src/friction/configuration/read.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { defaultSettings } from '../../src/friction/settings.ts';

const durationOf = (written: string): number | undefined => {
  const [, minutes] = /^(\d+) min$/.exec(written) ?? [];
  return minutes === undefined ? undefined : Number(minutes) * 60;
};

function read(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  const { configuration, problems } = readConfiguration(text, 'file:///journey.config.json', durationOf);
  const lines = text.split('\n');
  return {
    configuration,
    problems: problems.map(({ code, message, place: { range } }) => {
      const { start, end } = range;
      return [code, lines[start.line]?.slice(start.character, end.character), message.en] as const;
    }),
  };
}

const valid = (content: unknown): Configuration => {
  const { configuration, problems } = read(content);
  expect(problems).toEqual([]);
  return configuration;
};

describe('what a configuration says', () => {
  test('nothing: the recommended rules and the default settings', () => {
    const { settings, severities } = configurationFor(valid({}))('a.journey');
    expect(settings).toEqual(defaultSettings);
    expect(severities.get('asks-again')).toBe('warning');
    expect(severities.get('persona-unused')).toBe('off');
  });

  test('rules and settings, with lengths of time as in a journey', () => {
    const configuration = valid({
      $schema: './config.schema.json',
      extends: 'all',
      rules: { 'asks-again': 'error', 'wait-untold': 'off' },
      settings: { untoldWait: '4 min', silentWait: 90, waitLimits: { phone: { warn: '2 min' } }, dip: -2 },
      jurisdiction: 'jp',
    });
    const { settings, severities } = configurationFor(configuration)('a.journey');
    expect(settings).toMatchObject({ untoldWait: 240, silentWait: 90, dip: -2, jurisdiction: 'jp' });
    expect(settings.waitLimits.phone).toEqual({ ...defaultSettings.waitLimits.phone, warn: 120 });
    expect(settings.waitLimits.chat).toEqual(defaultSettings.waitLimits.chat);
    expect([severities.get('asks-again'), severities.get('wait-untold')]).toEqual(['error', 'off']);
    expect(severities.get('persona-unused')).toBe('hint');
  });

  test('more about some files; the later one wins', () => {
    const of = configurationFor(
      valid({
        rules: { 'asks-again': 'error' },
        overrides: [
          { files: ['drafts/**', '*.draft.journey'], rules: { 'asks-again': 'hint' } },
          { files: ['drafts/old/'], rules: { 'asks-again': 'off' }, settings: { channelSwitches: 9 } },
        ],
      }),
    );
    const level = (path: string) => of(path).severities.get('asks-again');
    expect(['a.journey', 'drafts/a.journey', 'b.draft.journey', 'drafts/old/x/a.journey'].map(level)).toEqual([
      'error',
      'hint',
      'hint',
      'off',
    ]);
    expect(of('drafts/old/a.journey').settings.channelSwitches).toBe(9);
    expect(of('drafts/a.journey')).toBe(of('drafts/b.journey'));
  });

  test('which files to leave alone', () => {
    const isIgnored = ignoredBy(valid({ ignore: ['archive/', '**/*.old.journey', './a.journey'] }));
    expect(['archive/x/b.journey', 'c/d.old.journey', 'a.journey'].every(isIgnored)).toBe(true);
    expect(['b.journey', 'c/archive.journey'].some(isIgnored)).toBe(false);
    expect(ignoredBy(valid({}))('a.journey')).toBe(false);
  });
});

describe('a mistake is said at its place:', () => {
  test.each([
    ['no JSON', '{\n  "rules": {,}\n}', 'config-syntax', ',', 'This is not JSON'],
    ['an empty file', '', 'config-syntax', '', 'This is not JSON'],
    ['no object', [], 'config-invalid-value', '[]', 'an object'],
    ['an unknown key', { rulez: {} }, 'config-unknown-key', '"rulez"', 'did you mean "rules"?'],
    ['an unknown rule', { rules: { 'ask-again': 'off' } }, 'config-unknown-rule', '"ask-again"', 'mean "asks-again"?'],
    ['an unknown severity', { rules: { 'asks-again': 'warn' } }, 'config-invalid-value', '"warn"', 'one of "off"'],
    ['an unknown preset', { extends: 'strickt' }, 'config-invalid-value', '"strickt"', 'did you mean "strict"?'],
    ['an unknown setting', { settings: { untoldWaits: 1 } }, 'config-unknown-key', '"untoldWaits"', '"untoldWait"?'],
    ['a wrong type', { settings: { dip: '-1' } }, 'config-invalid-value', '"-1"', 'a number from -4 to 4'],
    ['no length of time', { settings: { untoldWait: 'long' } }, 'config-invalid-value', '"long"', 'such as "4 min"'],
    ['a part of a step', { settings: { channelSwitches: 1.5 } }, 'config-invalid-value', '1.5', 'a whole number'],
    ['a day that is none', { settings: { today: '2026-02-30' } }, 'config-invalid-value', '"2026-02-30"', 'a date'],
    ['an unknown channel', { settings: { waitLimits: { fax: 1 } } }, 'config-invalid-value', '1', 'kinds of channels'],
    ['an unknown law', { jurisdiction: 'fr' }, 'config-invalid-value', '"fr"', '"eu"'],
    ['no list', { ignore: 'a' }, 'config-invalid-value', '"a"', 'a list'],
    ['an empty path', { ignore: [''] }, 'config-invalid-value', '""', 'a path'],
    ['no files', { overrides: [{}] }, 'config-invalid-value', '{}', '"files"'],
  ])('%s', (_, content, code, marked, message) => {
    const { problems } = read(content);
    expect(problems).toEqual([[code, marked, expect.stringContaining(message)]]);
  });

  test('and the rest of the file holds', () => {
    const { configuration } = read({ extends: 'strict', rules: { nonsense: 'off', 'asks-again': 'off' }, ignore: 1 });
    expect(configuration).toMatchObject({ preset: 'strict', rules: { 'asks-again': 'off' }, ignore: [] });
  });

  test('a key that stands there twice, also behind Japanese text', () => {
    const { problems } = read('{ "ignore": ["予約"], "ignore": ["予約/**"], "予約": 1 }');
    expect(problems.map(([code, marked]) => [code, marked])).toEqual([
      ['config-duplicate-key', '"ignore"'],
      ['config-unknown-key', '"予約"'],
    ]);
  });
});

test('every preset knows every rule, and none is milder than the recommended one', () => {
  for (const { meta } of rules) {
    const [recommended, strict, all] = PRESET_NAMES.map((name) => PRESETS[name].levelOf(meta));
    expect(all).toBe(meta.severity);
    expect([meta.severity, 'off']).toContain(recommended);
    expect(strict).not.toBe('hint');
    expect(strict).not.toBe('off');
  }
});
