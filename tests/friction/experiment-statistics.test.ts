import { assert, double, integer, property } from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { compareOutcomes, detectableEffect, sampleSize } from '../../src/friction/experiment-statistics.ts';

describe('sampleSize', () => {
  test.each([
    [0.03, 0.036, 13_914],
    [0.05, 0.06, 8158],
    [0.1, 0.12, 3841],
    [0.2, 0.22, 6510],
    [0.03, 0.033, 53_211],
  ])('to tell %d from %d takes %d in each variant', (baseline, expected, size) => {
    expect(sampleSize({ baseline, expected, alpha: 0.05, power: 0.8 })).toBe(size);
  });

  test.each([
    [0, 0.1],
    [0.1, 0.1],
    [0.5, 1],
  ])('cannot be said for %d against %d', (baseline, expected) => {
    expect(sampleSize({ baseline, expected, alpha: 0.05, power: 0.8 })).toBeUndefined();
  });
});

test('the smallest detectable effect is the one that the sample size is enough for', () => {
  const share = double({ min: 0.01, max: 0.6, noNaN: true });
  assert(
    property(share, integer({ min: 200, max: 200_000 }), (baseline, size) => {
      const plan = { baseline, alpha: 0.05, power: 0.8 };
      const effect = detectableEffect(plan, size);
      if (effect === undefined) return;
      expect(sampleSize({ ...plan, expected: baseline + effect })).toBeLessThanOrEqual(size);
    }),
  );
});

describe('compareOutcomes', () => {
  test('gives the interval of the published example (Newcombe 1998, table II, 56/70 against 48/80)', () => {
    const comparison = compareOutcomes({ conversions: 48, visitors: 80 }, { conversions: 56, visitors: 70 }, 0.05);
    expect(comparison?.difference).toBeCloseTo(0.2, 4);
    expect(comparison?.low).toBeCloseTo(0.0524, 4);
    expect(comparison?.high).toBeCloseTo(0.3339, 4);
  });

  test('sees no difference between equal rates, and cannot compare what nobody saw', () => {
    expect(compareOutcomes({ conversions: 5, visitors: 50 }, { conversions: 10, visitors: 100 }, 0.05)?.pValue).toBe(1);
    expect(compareOutcomes({ conversions: 0, visitors: 0 }, { conversions: 1, visitors: 2 }, 0.05)).toBeUndefined();
  });
});
