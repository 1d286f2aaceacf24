// Small groups stay hidden: what is told is true, no small count is among it, and no difference gives one away.
import { describe, expect, it } from 'vitest';
import { conformanceOf } from '../../src/evidence/comparing.ts';
import type { Conformance } from '../../src/evidence/conformance.ts';
import { Privacy } from '../../src/evidence/privacy.ts';
import { analysisOf } from '../../src/model/analysis.ts';
import { ownJourneys } from '../../src/model/model.ts';
import { atLeast, type Count, shareOf, shownCount } from '../../src/model/measured/count.ts';
import { fileOf } from '../support/documents.ts';
import { array, assert, integer, nat, property } from '../support/properties.ts';
import { booking } from './journeys.ts';
import { logOf, type TestEvent } from './logs.ts';

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

it('tells what some parts have in common so that nobody’s part is had by subtraction from their sum', () => {
  const privacy = new Privacy(least);
  // 23 of 97 customers finished, which is told: 23 − 20 = 3.
  expect(privacy.partsLike([20, 3], [60, 37])).toEqual(['>18', '<5']);
  // 57 of 97: all that finished are of the first part, so 3 of it did not.
  expect(privacy.partsLike([57, 0], [60, 37])).toEqual(['>55', '<5']);
});

describe('a report of whatever log', () => {
  it('gives no group of a few away by subtraction', async () => {
    const { model } = await fileOf(booking);
    const [journey] = ownJourneys(model);
    if (journey === undefined) throw new Error('No journey');
    const analysis = analysisOf(model, journey);
    const numberOf = nat({ max: 12 });
    assert(
      property(array(numberOf, { minLength: WAYS.length * 3, maxLength: WAYS.length * 3 }), (counts) => {
        const events = counts.flatMap((cases, index) => customers(cases, index));
        if (counts.reduce((sum, cases) => sum + cases, 0) < least) return;
        const result = conformanceOf(analysis, logOf(analysis.journey, events), { leastGroup: least });
        for (const { whole, parts } of sumsOf(result)) expect(givenAway(whole, parts)).toEqual([]);
      }),
    );
  });
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

const WAYS = [
  'search call form confirmation visit',
  'search call message callback form confirmation visit',
  'search call form confirmation cancel',
  'search call form',
  'search',
  'search form confirmation visit',
];

function customers(cases: number, index: number): TestEvent[] {
  const segment = ['Post', 'Web', 'Phone'][index % 3] ?? '';
  const way = WAYS[Math.floor(index / 3)] ?? '';
  return Array.from({ length: cases }, (_, nth) =>
    way.split(' ').map((activity, at) => ({ case: `${index}-${nth}`, activity, time: at * 600_000, segment })),
  ).flat();
}

/** Counts that are told beside their sum. A part that is not told at all is unknown. */
function sumsOf(result: Conformance): readonly { readonly whole: Count; readonly parts: readonly Count[] }[] {
  const { cases, conforming, finished, repeated, switched, segments, stages, mainVariants } = result;
  const unnamed = segments.some(({ cases: own }) => typeof own === 'string') || segments.length < 3;
  const rest: readonly Count[] = unnamed ? ['>0'] : [];
  const unfinished = typeof finished === 'number' ? cases - finished : undefined;
  const asWritten = mainVariants.filter(({ fitness }) => fitness === 1);
  return [
    { whole: cases, parts: [...segments.map((each) => each.cases), ...rest] },
    { whole: conforming, parts: [...segments.map((each) => each.conforming), ...rest] },
    { whole: finished, parts: [...segments.map((each) => each.finished), ...rest] },
    { whole: repeated, parts: [...segments.map((each) => each.repeated), ...rest] },
    { whole: switched, parts: [...segments.map((each) => each.switched), ...rest] },
    ...(unfinished === undefined ? [] : [{ whole: unfinished, parts: stages.map(({ left }) => left) }]),
    { whole: conforming, parts: [...asWritten.map((each) => each.cases), '>0'] },
  ];
}

/** The hidden parts of which a reader who subtracts would know that they are few. */
function givenAway(whole: Count, parts: readonly Count[]): readonly number[] {
  if (typeof whole === 'string') return [];
  const known = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0);
  const hidden = parts.filter((part) => typeof part === 'string');
  const [only, ...others] = hidden;
  const rest = whole - known;
  return only !== undefined && others.length === 0 && rest > 0 && rest < least ? [rest] : [];
}
