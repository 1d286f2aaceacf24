import { describe, expect, test } from 'vitest';
import { defaultSettings, originOf, SETTINGS, waitLimitOrigin } from '../../src/friction/settings.ts';
import { CHANNEL_KINDS } from '../../src/model/words.ts';

test.each(Object.entries(SETTINGS))('%s is explained in both languages', (_, { meaning, source }) => {
  for (const { en, ja } of [meaning, source]) {
    expect(en).not.toBe('');
    expect(ja).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
  }
});

describe('where a number comes from', () => {
  test('is the default with its source, or the configuration', () => {
    expect(originOf('untoldWait', defaultSettings).en).toBe('default, after Nielsen 1993');
    expect(originOf('untoldWait', { ...defaultSettings, untoldWait: 20 }).en).toBe('set in the configuration');
  });

  test('is told for each kind of channel', () => {
    const waitLimits = { ...defaultSettings.waitLimits, phone: { warn: 120 } };
    const settings = { ...defaultSettings, waitLimits };
    expect(waitLimitOrigin('phone', settings).en).toBe('set in the configuration');
    expect(waitLimitOrigin('email', settings).en).toBe('default, after ICMI');
  });
});

test('a note comes before a warning', () => {
  const limits = CHANNEL_KINDS.flatMap((kind) => defaultSettings.waitLimits[kind] ?? []);
  for (const { note = 0, warn, upTo = Number.POSITIVE_INFINITY } of limits) {
    expect(note).toBeLessThan(warn);
    expect(warn).toBeLessThan(upTo);
  }
});
