import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** What an A/B test on a rate is planned with. */
export interface TestPlan {
  /** The rate now, 0…1. */
  readonly baseline: number;
  /** The rate that the test must be able to tell from it, 0…1. */
  readonly expected: number;
  /** Risk of seeing a difference where there is none, two-sided, 0…1. */
  readonly alpha: number;
  /** Chance of seeing the difference if it is there, 0…1. */
  readonly power: number;
}

/**
 * How many customers each variant needs so that the test can tell two rates apart, rounded up.
 *
 * n = (z₁₋α/₂·√(2·p̄(1−p̄)) + z_power·√(p₁(1−p₁) + p₂(1−p₂)))² / (p₂−p₁)², with p̄ the mean of the two rates: the normal
 * approximation for two independent proportions with a pooled variance under the null hypothesis (Fleiss, Levin, Paik:
 * Statistical Methods for Rates and Proportions, 3rd ed., 2003, chapter 4, without the continuity correction).
 *
 * @returns undefined when a rate is not strictly between 0 and 1, when the two are equal, or when a probability is not
 */
export function sampleSize({ baseline, expected, alpha, power }: TestPlan): number | undefined {
  if (![baseline, expected, alpha, power].every((share) => share > 0 && share < 1) || baseline === expected) {
    return undefined;
  }
  const mean = (baseline + expected) / 2;
  const underNull = quantile(1 - alpha / 2, 0, 1) * Math.sqrt(2 * mean * (1 - mean));
  const underEffect = quantile(power, 0, 1) * Math.sqrt(baseline * (1 - baseline) + expected * (1 - expected));
  return Math.ceil((underNull + underEffect) ** 2 / (expected - baseline) ** 2);
}

/**
 * The smallest rise of the rate, in percentage points as 0…1, that so many customers in each variant can show.
 * Found by halving, to a hundredth of a point. Undefined when no rise below certainty can be shown.
 */
export function detectableEffect(plan: Omit<TestPlan, 'expected'>, perVariant: number): number | undefined {
  const isEnough = (effect: number): boolean =>
    (sampleSize({ ...plan, expected: plan.baseline + effect }) ?? Number.POSITIVE_INFINITY) <= perVariant;
  let low = 0;
  let high = 1 - plan.baseline - 1e-6;
  if (high <= 0 || !isEnough(high)) return undefined;
  while (high - low > 1e-5) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** How many of how many. */
export interface Outcome {
  readonly conversions: number;
  readonly visitors: number;
}

export interface Comparison {
  /** Rate of the second less rate of the first. */
  readonly difference: number;
  /** Probability of a difference at least so large if there is none in truth, two-sided. */
  readonly pValue: number;
  /** Interval that holds the true difference with the confidence 1 − α. */
  readonly low: number;
  readonly high: number;
}

/**
 * What the results of two variants say: the two-sided z test for two proportions with pooled variance, and Newcombe's
 * hybrid score interval for the difference (method 10 in Newcombe: Interval estimation for the difference between
 * independent proportions. Statistics in Medicine, 1998), which stays right for small numbers and rates near 0 or 1.
 *
 * @returns undefined when a variant has no visitors, or more conversions than visitors
 */
export function compareOutcomes(first: Outcome, second: Outcome, alpha: number): Comparison | undefined {
  if ([first, second].some(({ conversions, visitors }) => visitors <= 0 || conversions < 0 || conversions > visitors)) {
    return undefined;
  }
  const [p1, p2] = [first.conversions / first.visitors, second.conversions / second.visitors];
  const difference = p2 - p1;
  const pooled = (first.conversions + second.conversions) / (first.visitors + second.visitors);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.visitors + 1 / second.visitors));
  const pValue = error === 0 ? 1 : 2 * (1 - cdf(Math.abs(difference) / error, 0, 1));
  const z = quantile(1 - alpha / 2, 0, 1);
  const [a, b] = [scoreInterval(p1, first.visitors, z), scoreInterval(p2, second.visitors, z)];
  return {
    difference,
    pValue,
    low: difference - Math.hypot(p2 - b.low, a.high - p1),
    high: difference + Math.hypot(b.high - p2, p1 - a.low),
  };
}

/** Wilson's score interval for one rate, with the confidence 1 − α. There must be visitors. */
export function wilsonInterval(
  { conversions, visitors }: Outcome,
  alpha: number,
): { readonly low: number; readonly high: number } {
  return scoreInterval(conversions / visitors, visitors, quantile(1 - alpha / 2, 0, 1));
}

function scoreInterval(rate: number, visitors: number, z: number): { readonly low: number; readonly high: number } {
  const squared = z * z;
  const middle = rate + squared / (2 * visitors);
  const spread = z * Math.sqrt((rate * (1 - rate)) / visitors + squared / (4 * visitors * visitors));
  const scale = 1 + squared / visitors;
  return { low: (middle - spread) / scale, high: (middle + spread) / scale };
}
