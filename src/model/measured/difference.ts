import type { WrittenTime } from './written-time.ts';

/** When a measured value is worth saying: what is written is an estimate, and so are shares of a few cases. */

/** A median up to so many times the written time is what is written. */
const LONGER = 1.25;
/** Below this part of it, it is not. */
const SHORTER = 0.5;
/** Shares closer than this are the same for all that anybody does with them. */
const LEAST_POINTS = 0.05;
/** The standard normal deviation that 95 of 100 times stay within. */
const DEVIATION_95 = 1.96;

/**
 * How a measured time differs from the written one. `longer`: more than half of all wait longer than the longest that is
 * written, and clearly longer than usual. `tail`: more than one in ten do. `shorter`: less than half as long as is written.
 */
export function timeDifference(
  { median, p90 }: { readonly median: number; readonly p90: number },
  { typical, longest }: WrittenTime,
): 'longer' | 'tail' | 'shorter' | undefined {
  const most = Math.max(longest, typical * LONGER);
  if (median > most) return 'longer';
  if (longest > typical && p90 > most) return 'tail';
  // Nobody is misled by a minute that is half a minute.
  return median < typical * SHORTER && typical >= 60 ? 'shorter' : undefined;
}

/** Whether a share of so many cases is certainly another one than is written. */
export function shareDiffers(measured: number, written: number, cases: number): boolean {
  if (cases === 0 || Math.abs(measured - written) < LEAST_POINTS) return false;
  // Where 0 % or 100 % are written, the spread is that of what was measured.
  const spread = Math.max(written * (1 - written), measured * (1 - measured));
  return Math.abs(measured - written) > DEVIATION_95 * Math.sqrt(spread / cases);
}
