import { describe, expect, test } from 'vitest';
import {
  asWritten,
  countText,
  durationLike,
  durationText,
  listed,
  moneyText,
  percentText,
  quoted,
  titled,
  titles,
} from '../../src/model/phrases.ts';

test.each([
  [0, '0 seconds', '0秒'],
  [0.14, '0.1 seconds', '0.1秒'],
  [1, '1 second', '1秒'],
  [59.6, '1 minute', '1分'],
  [60, '1 minute', '1分'],
  [90, '1 minute 30 seconds', '1分30秒'],
  [3599.6, '1 hour', '1時間'],
  [12_600, '3 hours 30 minutes', '3時間30分'],
  [86_399, '1 day', '1日'],
  [86_400, '1 day', '1日'],
  [129_600, '1 day 12 hours', '1日12時間'],
  [93_600 + 1740, '1 day 2 hours', '1日2時間'],
  [86_400 * 1095, '1,095 days', '1,095日'],
])('%d seconds are %s', (seconds, en, ja) => {
  expect(durationText(seconds)).toEqual({ en, ja });
});

test.each([
  [86_400 * 98, '6 weeks', '14 weeks'],
  [86_400 * 7, '1 week', '1 week'],
  [86_400 * 10, '1週間', '1.4 weeks'],
  [86_400 * 3, '2 weeks', '3 days'],
  [86_400 * 98, '60 days', '98 days'],
  [86_400 * 120, '3 months', '4 months'],
  [86_400 * 45, '1か月', '1.5 months'],
  [86_400 * 20, '1 month', '20 days'],
])('%d seconds held against %s are %s', (seconds, written, en) => {
  expect(durationLike(seconds, { written }).en).toBe(en);
});

test.each([
  ['5 min', '5 min', '5分'],
  ['1 h 30 min', '1 h 30 min', '1時間30分'],
  ['1 day', '1 day', '1日'],
  ['3 weeks', '3 weeks', '3週間'],
  ['4 months', '4 months', '4か月'],
  ['3 businessDays', '3 business days', '3営業日'],
  ['1 businessDay', '1 business day', '1営業日'],
  ['３０分', '30 minutes', '30分'],
  ['1時間', '1 hour', '1時間'],
  ['2週間', '2 weeks', '2週間'],
  ['3 営業日', '3 business days', '3営業日'],
  ['1時間半', '1時間半', '1時間半'],
  ['30%', '30%', '30%'],
  ['1,200 JPY', '1,200 JPY', '1,200円'],
  ['16080円', '16,080 JPY', '16,080円'],
  ['３０００円', '3,000 JPY', '3,000円'],
  ['4万5千円', '45,000 JPY', '4万5千円'],
  ['1.5億円', '150,000,000 JPY', '1.5億円'],
  ['12万3456円', '123,456 JPY', '12万3,456円'],
  ['90000 USD', '90,000 USD', '90,000 USD'],
  ['9.8 EUR', '9.80 EUR', '9.80 EUR'],
  ['80.00 EUR', '80 EUR', '80 EUR'],
  ['0.015 EUR', '0.015 EUR', '0.015 EUR'],
  ['-1500 EUR', '-1,500 EUR', '-1,500 EUR'],
  ['12000人', '12,000人', '12,000人'],
  ['2026-04-01', '2026-04-01', '2026-04-01'],
  ['円', '円', '円'],
  ['9'.repeat(58), '9'.repeat(58), '9'.repeat(58)],
])('%s is said in the units of the language', (written, en, ja) => {
  expect(asWritten({ written })).toEqual({ en, ja });
});

test('a number without a unit gets commas where it cannot be a year, a text never', () => {
  expect(asWritten({ kind: 'number', written: '12000' }).ja).toBe('12,000');
  expect(asWritten({ kind: 'number', written: '2026' }).ja).toBe('2026');
  expect(asWritten({ written: '48213' }).en).toBe('48213');
});

test.each([
  [{ amount: 16_080, currency: 'JPY' }, '16,080 JPY', '16,080円'],
  [{ amount: 780_000.5, currency: 'GBP' }, '780,000.50 GBP', '780,000.50 GBP'],
  [{ amount: 0.1 + 0.2, currency: 'EUR' }, '0.30 EUR', '0.30 EUR'],
  [{ amount: 0, currency: 'USD' }, '0 USD', '0 USD'],
])('the sum %j is said as people write it', (money, en, ja) => {
  expect(moneyText(money)).toEqual({ en, ja });
});

test.each([
  [0.3, '30%'],
  [0.125, '12.5%'],
  [1 / 3, '33.3%'],
  [1, '100%'],
])('a share of %d is %s', (ratio, text) => {
  expect(percentText(ratio)).toEqual({ en: text, ja: text });
});

test('a count takes the plural that English needs', () => {
  expect(countText(1, ['finding', 'findings'], '件')).toEqual({ en: '1 finding', ja: '1件' });
  expect(countText(1200, ['finding', 'findings'], '件')).toEqual({ en: '1,200 findings', ja: '1,200件' });
});

describe('names', () => {
  test('are quoted, in the language of the reader', () => {
    const name = { id: 'name', label: 'Name', labelJa: '氏名' };
    expect(titled(name)).toEqual({ en: '"Name"', ja: '「氏名」' });
    expect(titles([name, { id: '電話' }])).toEqual({ en: '"Name" and "電話"', ja: '「氏名」「電話」' });
  });

  test('keep a message on one line, without control characters', () => {
    expect(quoted('two\n  lines\u001B[31m').en).toBe('"two lines [31m"');
  });

  test('give way with their own quotes', () => {
    expect(quoted('clicks on "forgot" 「次へ」')).toEqual({
      en: `"clicks on 'forgot' 「次へ」"`,
      ja: '「clicks on "forgot" 『次へ』」',
    });
  });

  test.each(['“Sorry?”', '"Sorry?"', '「Sorry?」', '『Sorry?』'])('are not put around %s a second time', (said) => {
    expect(quoted(said)).toEqual({ en: '"Sorry?"', ja: '「Sorry?」' });
  });

  test('stay around what only begins and ends with a quotation', () => {
    expect(quoted('“Yes” or “No”').en).toBe('"‘Yes’ or ‘No’"');
    expect(quoted('"Yes" or "No"').en).toBe(`"'Yes' or 'No'"`);
    expect(quoted('「はい」か「いいえ」').ja).toBe('「『はい』か『いいえ』」');
    expect(quoted('「保留」のまま').ja).toBe('「『保留』のまま」');
  });

  test('keep a mark that closes nothing', () => {
    expect(quoted('"').en).toBe(`"'"`);
    expect(quoted('「').ja).toBe('「『」');
  });

  test('are cut where they get too long, and never inside an emoji', () => {
    const { en } = quoted(`${'a'.repeat(58)}👩‍👩‍👧‍👦 and more`);
    expect(en).toBe(`"${'a'.repeat(58)}👩‍👩‍👧‍👦…"`);
  });
});

describe('lists', () => {
  const items = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({ en: name, ja: name }));

  test.each([
    [0, '', ''],
    [1, 'A', 'A'],
    [2, 'A and B', 'A、B'],
    [3, 'A, B and C', 'A、B、C'],
    [6, 'A, B, C, D, E and F', 'A、B、C、D、E、F'],
    [7, 'A, B, C, D, E and 2 more', 'A、B、C、D、Eほか2件'],
  ])('of %d', (count, en, ja) => {
    expect(listed(items.slice(0, count))).toEqual({ en, ja });
  });
});
