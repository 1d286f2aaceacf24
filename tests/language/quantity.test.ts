import * as fc from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { readDate, readHours, readQuantity } from '../../src/language/quantity.ts';
import { UNITS } from '../../src/language/units.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('quantities', () => {
  it.each([
    ['4min', 240],
    ['4 min', 240],
    ['４ 分', 240],
    ['1.5h', 5400],
    ['1 h 30 min', 5400],
    ['1時間30分', 5400],
    ['2 weeks', 14 * DAY],
    ['3か月', 90 * DAY],
    ['1時間半', 5400],
    ['２日半', 60 * HOUR],
    ['1 year', 365 * DAY],
    ['0 min', 0],
  ])('%s lasts %i seconds', (written, seconds) => {
    expect(readQuantity(written)).toEqual({
      ok: true,
      value: { kind: 'duration', seconds, longestSeconds: seconds },
    });
  });

  it.each([
    ['1 businessDay', DAY, 3 * DAY],
    ['5 営業日', 5 * DAY, 7 * DAY],
    ['6 businessDays', 6 * DAY, 10 * DAY],
    ['0 businessDays', 0, 0],
  ])('%s may take weekends too', (written, seconds, longestSeconds) => {
    expect(readQuantity(written)).toEqual({ ok: true, value: { kind: 'duration', seconds, longestSeconds } });
  });

  it.each([
    ['1200 JPY', { kind: 'money', amount: 1200, currency: 'JPY' }],
    ['1,200円', { kind: 'money', amount: 1200, currency: 'JPY' }],
    ['1,234,567.5 EUR', { kind: 'money', amount: 1_234_567.5, currency: 'EUR' }],
    ['12万3,456円', { kind: 'money', amount: 123_456, currency: 'JPY' }],
    ['4万5千円', { kind: 'money', amount: 45_000, currency: 'JPY' }],
    ['1億2000万円', { kind: 'money', amount: 120_000_000, currency: 'JPY' }],
    ['3千円', { kind: 'money', amount: 3000, currency: 'JPY' }],
    ['1.5万円', { kind: 'money', amount: 15_000, currency: 'JPY' }],
    ['30%', { kind: 'percentage', ratio: 0.3, points: false }],
    ['３０％', { kind: 'percentage', ratio: 0.3, points: false }],
    ['+2 pt', { kind: 'percentage', ratio: 0.02, points: true }],
    ['-1', { kind: 'number', value: -1 }],
    ['−２', { kind: 'number', value: -2 }],
    ['- 0', { kind: 'number', value: 0 }],
    ['800件', { kind: 'number', value: 800 }],
  ])('%s', (written, value) => {
    expect(readQuantity(written)).toEqual({ ok: true, value });
  });

  it.each([
    ['5 fortnights', { kind: 'unknownUnit', unit: 'fortnights', offset: 2 }],
    ['5YEN', { kind: 'unknownUnit', unit: 'YEN', offset: 1 }],
    ['30分以内', { kind: 'unknownUnit', unit: '分以内', offset: 2 }],
    ['1 h 3 cats', { kind: 'unknownUnit', unit: 'cats', offset: 6 }],
    ['-5 min', { kind: 'negativeDuration' }],
    ['min', { kind: 'notANumber' }],
    ['', { kind: 'notANumber' }],
    ['9'.repeat(400), { kind: 'notANumber' }],
  ])('%s is refused', (written, problem) => {
    expect(readQuantity(written)).toEqual({ ok: false, problem });
  });

  it('reads every unit of the table after any number, with and without a space', () => {
    const written = UNITS.flatMap(({ unit, spellings }) => spellings.map((spelling) => ({ unit, spelling })));
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.constantFrom(...written),
        fc.constantFrom('', ' ', '\u3000'),
        (number, { unit, spelling }, space) => {
          const reading = readQuantity(`${number}${space}${spelling}`);
          const kinds = { count: 'number', businessDays: 'duration' } as const;
          const kind = unit.kind === 'count' || unit.kind === 'businessDays' ? kinds[unit.kind] : unit.kind;
          expect(reading).toMatchObject({ ok: true, value: { kind } });
        },
      ),
    );
  });

  it('gives a business day no less than a day and no more than three', () => {
    fc.assert(
      fc.property(fc.nat(400), (days) => {
        const reading = readQuantity(`${days} businessDays`);
        if (!reading.ok || reading.value.kind !== 'duration') throw new Error('not a duration');
        expect(reading.value.seconds).toBe(days * DAY);
        expect(reading.value.longestSeconds).toBeGreaterThanOrEqual(days * DAY);
        expect(reading.value.longestSeconds).toBeLessThanOrEqual(3 * days * DAY);
      }),
    );
  });

  it('never throws and never gives a number that is none', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const reading = readQuantity(written);
        expect(reading.ok ? Object.values(reading.value) : []).not.toContain(Number.NaN);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-03', { year: 2026, month: 3 }],
    ['2026-03-31', { year: 2026, month: 3, day: 31 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['２０２６-０３-３１', { year: 2026, month: 3, day: 31 }],
  ])('%s', (written, value) => {
    expect(readDate(written)).toEqual({ ok: true, value });
  });

  it.each([
    ['2026-3-1', { kind: 'format', suggestion: '2026-03-01' }],
    ['2026/03/31', { kind: 'format', suggestion: '2026-03-31' }],
    ['2026年3月', { kind: 'format', suggestion: '2026-03' }],
    ['2026-02-30', { kind: 'impossible' }],
    ['2025-02-29', { kind: 'impossible' }],
    ['1900-02-29', { kind: 'impossible' }],
    ['2026-13', { kind: 'impossible' }],
    ['2026-00-10', { kind: 'impossible' }],
    ['2026-04-0', { kind: 'impossible' }],
    ['tomorrow', { kind: 'format' }],
  ])('%s is refused', (written, problem) => {
    expect(readDate(written)).toEqual({ ok: false, problem });
  });

  it('knows the same dates as the calendar of JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(14), fc.nat(34), (year, month, day) => {
        const written = `${year}-${two(month)}-${two(day)}`;
        const date = new Date(`${written}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
        expect(readDate(written).ok).toBe(exists);
      }),
    );
  });
});

describe('hours', () => {
  it.each([
    ['9:00-18:00', 540, 1080],
    ['09:30 – 17:00', 570, 1020],
    ['９：００〜１８：００', 540, 1080],
    ['22:00-2:00', 1320, 1560],
    ['22:00-26:00', 1320, 1560],
    ['0:00-24:00', 0, 1440],
  ])('%s', (written, fromMinutes, toMinutes) => {
    expect(readHours(written)).toEqual({ ok: true, value: { fromMinutes, toMinutes } });
  });

  it.each([
    ['9:00', 'format'],
    ['9:60-10:00', 'impossible'],
    ['25:00-26:00', 'impossible'],
    ['9:00-49:00', 'impossible'],
    ['9:00-9:00', 'impossible'],
  ])('%s is refused', (written, kind) => {
    expect(readHours(written)).toEqual({ ok: false, problem: { kind } });
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
