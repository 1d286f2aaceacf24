import { expect, test } from 'vitest';
import { Ages } from '../../src/friction/ages.ts';
import * as fc from '../support/properties.ts';

const day = 86_400_000;
const start = Date.UTC(2020, 0, 1);

function isoDay(index: number): string {
  return new Date(start + index * day).toISOString().slice(0, 10);
}

test('what is said of ages holds until the last day, and no longer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(300), limit: fc.nat(300) }), { minLength: 1 }),
      fc.nat(600),
      fc.nat(600),
      (asked, from, later) => {
        const judge = (ages: Ages): readonly boolean[] =>
          asked.map(({ at, limit }) => ages.isOver(start + at * day, limit * 86_400));
        const ages = new Ages({ today: isoDay(from) });
        const first = judge(ages);
        const again = judge(new Ages({ today: isoDay(from + later) }));
        const holds = ages.lastDay === undefined || isoDay(from + later) <= ages.lastDay;
        expect(again.every((answer, index) => answer === first[index])).toBe(holds);
      },
    ),
  );
});

test('where the day is not known, nothing is too old', () => {
  expect(new Ages({ today: '' }).isOver(0, 0)).toBe(false);
});

test('an age that is never reached sets no last day', () => {
  const ages = new Ages({ today: '2026-11-22' });
  expect(ages.isOver(start, Number.MAX_SAFE_INTEGER)).toBe(false);
  expect(ages.lastDay).toBeUndefined();
});
