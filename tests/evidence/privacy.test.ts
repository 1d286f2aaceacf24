// Small groups stay hidden: what is told is true, no small count is among it, and no difference gives one away.
import { expect, it } from 'vitest';
import { Privacy } from '../../src/evidence/privacy.ts';
import { atLeast, type Count, shareOf, shownCount } from '../../src/model/measured/count.ts';
import { array, assert, integer, nat, property } from '../support/properties.ts';

const least = 5;

it('tells the parts of a whole so that none can be had by subtraction', () => {
  assert(
    property(array(nat({ max: 30 }), { minLength: 1, maxLength: 6 }), (counts) => {
      const told = new Privacy(least).parts(counts);
      expect(counts.every((count, index) => isTrue(told[index], count))).toBe(true);
      const hidden = told.filter((count) => typeof count === 'string');
      // One unknown in a known sum would be known.
      const isAlone = hidden.length === 1 && counts.some((count) => count >= least);
      expect(isAlone).toBe(false);
    }),
  );
});

it('tells of a whole neither a few nor all but a few', () => {
  assert(
    property(integer({ min: least, max: 200 }), nat({ max: 200 }), (whole, some) => {
      const count = Math.min(some, whole);
      const told = new Privacy(least).of(count, whole);
      expect(isTrue(told, count)).toBe(true);
      const others = whole - count;
      expect(typeof told === 'number' && others > 0 && others < least && count > 0).toBe(false);
    }),
  );
});

it('tells what some parts have in common so that the hidden part stays hidden', () => {
  const privacy = new Privacy(least);
  // 3 customers by post, 1 of them satisfied: 30 − 20 − 9 would say so.
  expect(privacy.parts([60, 37, 3])).toEqual([60, '>35', '<5']);
  expect(privacy.partsLike([20, 9, 1], [60, 37, 3])).toEqual([20, '>5', '<5']);
  expect(privacy.parts([60, 37, 0])).toEqual([60, 37, 0]);
});

it('does not tell how often a few came back', () => {
  const privacy = new Privacy(least);
  expect(privacy.times(103, 100)).toBe('>100');
  expect(privacy.times(140, 100)).toBe(140);
  expect(privacy.times(100, 100)).toBe(100);
  expect(privacy.times(4, '<5')).toBe('>0');
});

it('is never taken for none', () => {
  expect(['<5' as const, '>95' as const, 0, 1434].map(shownCount)).toEqual(['<5', '>95', '0', '1,434']);
  expect(['<5' as const, '>95' as const, 7].map(atLeast)).toEqual([1, 96, 7]);
  expect(shareOf('<5', 100)).toEqual({ sign: '<', ratio: 0.05 });
  expect(shareOf(3, '<5')).toBeUndefined();
});

/** What is told is true, and no exact number is small. */
function isTrue(said: Count | undefined, count: number): boolean {
  if (typeof said === 'number') return said === count && (said === 0 || said >= least);
  const bound = Number(said?.slice(1));
  return said?.startsWith('<') === true ? count > 0 && count < bound : count > bound;
}
