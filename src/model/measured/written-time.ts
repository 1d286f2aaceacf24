import type { Touchpoint } from '../journey.ts';
import type { Duration } from '../values.ts';

/**
 * The time that a journey says passes before a touchpoint is done, counted from the touchpoint before: `after`, then
 * `waits`, then `takes`. It is what lies between two events of a log. In seconds.
 */
export interface WrittenTime {
  readonly typical: number;
  /** With `max` where it is written, and business days at their longest. */
  readonly longest: number;
  /** The durations that it is the sum of, as they are written. */
  readonly parts: readonly Duration[];
}

/** Missing where neither `waits` nor `after` is written: how long a customer is busy is no promise. */
export function writtenTime({ after, wait, takes }: Touchpoint): WrittenTime | undefined {
  if (after === undefined && wait === undefined) return undefined;
  const typical = [after, wait?.typical, takes].filter((part) => part !== undefined);
  const longest = [after, wait?.longest ?? wait?.typical, takes].filter((part) => part !== undefined);
  return {
    typical: typical.reduce((sum, { seconds }) => sum + seconds, 0),
    longest: longest.reduce((sum, { longestSeconds }) => sum + longestSeconds, 0),
    parts: typical,
  };
}
