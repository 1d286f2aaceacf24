import chiSquared from '@stdlib/stats-base-dists-chisquare-cdf';
import hypergeometric from '@stdlib/stats-base-dists-hypergeometric-pmf';
import type { Outcome } from '../../friction/experiment-statistics.ts';

/**
 * The probability of a difference between two rates at least as unlikely as the one that was seen, if there is none in
 * truth: Fisher's exact test, two-sided, for numbers that are too small for the normal approximation.
 */
export function fisherExact(first: Outcome, second: Outcome): number {
  const visitors = first.visitors + second.visitors;
  const conversions = first.conversions + second.conversions;
  const probability = (count: number): number => hypergeometric(count, visitors, conversions, first.visitors);
  const seen = probability(first.conversions);
  const least = Math.max(0, conversions - second.visitors);
  const most = Math.min(first.visitors, conversions);
  let sum = 0;
  for (let count = least; count <= most; count += 1) {
    const each = probability(count);
    // The same table from the other side differs by rounding only.
    if (each <= seen * (1 + 1e-7)) sum += each;
  }
  return Math.min(1, sum);
}

/** Cochran's rule: with an expected count below five the normal approximation misleads. */
export function needsExactTest(first: Outcome, second: Outcome): boolean {
  const visitors = first.visitors + second.visitors;
  const conversions = first.conversions + second.conversions;
  const smaller = Math.min(first.visitors, second.visitors);
  return (smaller * Math.min(conversions, visitors - conversions)) / visitors < 5;
}

/**
 * The probability of so uneven a split of customers among variants, if it was made as planned: the χ² test of goodness of
 * fit. A small one is a sample ratio mismatch: customers were lost or counted twice on one side, and no result can be trusted
 * (Fabijan et al.: Diagnosing Sample Ratio Mismatch in Online Controlled Experiments. KDD 2019).
 *
 * @param visitors of each variant
 * @param split planned parts, in the same order, in any unit
 */
export function sampleRatioProbability(visitors: readonly number[], split: readonly number[]): number {
  const whole = visitors.reduce((sum, each) => sum + each, 0);
  const parts = split.reduce((sum, each) => sum + each, 0);
  let statistic = 0;
  for (const [index, seen] of visitors.entries()) {
    const expected = (whole * (split[index] ?? 0)) / parts;
    if (expected > 0) statistic += (seen - expected) ** 2 / expected;
    else if (seen > 0) return 0;
  }
  return visitors.length < 2 ? 1 : 1 - chiSquared(statistic, visitors.length - 1);
}
