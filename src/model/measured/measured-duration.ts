import { durationText } from '../phrases.ts';
import type { Text } from '../text.ts';

/** From so many seconds on, rounded to so many: nobody needs the seconds of three quarters of an hour. */
const ROUNDING: readonly (readonly [from: number, to: number])[] = [
  [10 * 86_400, 86_400],
  [10 * 3600, 3600],
  [600, 60],
];

/** A length of time that was measured, as exact as anybody needs it: `45 minutes`, `5 hours 23 minutes`, `3 days 4 hours`. */
export function measuredDuration(seconds: number): Text {
  const [, to = 1] = ROUNDING.find(([from]) => seconds >= from) ?? [];
  return durationText(to === 1 ? seconds : Math.round(seconds / to) * to);
}
