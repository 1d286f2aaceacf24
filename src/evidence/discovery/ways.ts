import type { LogStep, LogVariant } from '../event-log.ts';

/** A sequence of events that customers went, however else they differ. */
export interface CustomerWay {
  readonly steps: readonly LogStep[];
  readonly cases: number;
  /** How many of them came over which channel, if the log says so. */
  readonly channels: ReadonlyMap<string, number>;
}

/** The ways of all customers, the most frequent first. The segment of a variant is its channel here. */
export function waysOf(variants: readonly LogVariant[]): readonly CustomerWay[] {
  const ways = new Map<string, { steps: readonly LogStep[]; cases: number; channels: Map<string, number> }>();
  for (const { steps, cases, segment } of variants) {
    const id = steps.map(({ code, failed }) => `${code}${failed ? '!' : ''}`).join(' ');
    const way = ways.get(id) ?? { steps, cases: 0, channels: new Map<string, number>() };
    way.cases += cases;
    if (segment !== undefined) way.channels.set(segment, (way.channels.get(segment) ?? 0) + cases);
    ways.set(id, way);
  }
  return [...ways.values()].toSorted((a, b) => b.cases - a.cases);
}

export interface MainWayOptions {
  /** How many; missing: as many as are needed for `COVERAGE`, at most `MOST_WAYS`. */
  readonly count?: number;
  /** A way that fewer cases went could be that of one person. */
  readonly leastGroup: number;
}

/** So many of the cases a draft should show; what lies beyond are exceptions. */
const COVERAGE = 0.8;
/** More than these nobody can read. */
const MOST_WAYS = 12;

/**
 * The ways that a draft is made of: the most frequent, and at least one of each type of customer.
 *
 * @param ways the most frequent first
 * @param groups places of the ways of each type of customer
 * @returns places in `ways`
 */
export function mainWays(
  ways: readonly CustomerWay[],
  groups: readonly (readonly number[])[],
  { count, leastGroup }: MainWayOptions,
): ReadonlySet<number> {
  const main = new Set<number>();
  const whole = ways.reduce((sum, { cases }) => sum + cases, 0);
  let covered = 0;
  for (const [place, { cases }] of ways.entries()) {
    const isEnough = count === undefined ? covered >= COVERAGE * whole || main.size >= MOST_WAYS : main.size >= count;
    if (isEnough || cases < leastGroup) break;
    main.add(place);
    covered += cases;
  }
  for (const [first] of groups) {
    if (first !== undefined && (ways[first]?.cases ?? 0) >= leastGroup) main.add(first);
  }
  return main;
}
