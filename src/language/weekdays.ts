/** Names of days and of groups of days as they stand in opening hours, each with its days: 0 is Monday, 6 is Sunday. */
const DAY_NAMES: readonly (readonly [days: readonly number[], names: string])[] = [
  [[0], 'mon monday 月 月曜 月曜日'],
  [[1], 'tue tues tuesday 火 火曜 火曜日'],
  [[2], 'wed weds wednesday 水 水曜 水曜日'],
  [[3], 'thu thur thurs thursday 木 木曜 木曜日'],
  [[4], 'fri friday 金 金曜 金曜日'],
  [[5], 'sat saturday 土 土曜 土曜日'],
  [[6], 'sun sunday 日 日曜 日曜日'],
  [[0, 1, 2, 3, 4], 'weekday weekdays 平日'],
  [[5, 6], 'weekend weekends 土日 週末'],
  [[0, 1, 2, 3, 4, 5, 6], 'daily everyday 毎日 年中無休'],
];

const byName = new Map(DAY_NAMES.flatMap(([days, names]) => names.split(' ').map((name) => [name, days] as const)));

/** All names, for completion and for the help of a message. */
export const WEEKDAY_NAMES: readonly string[] = [...byName.keys()];

/**
 * The days of a name, in any case of its letters; undefined when it is no day. Japanese signs put days together, as in
 * `月水金` and `土日祝`; public holidays (祝) are not known, so they add nothing.
 */
export function daysNamed(name: string): readonly number[] | undefined {
  return byName.get(name.toLowerCase()) ?? (/^[月火水木金土日]{2,}祝?$/.test(name) ? daysIn(name) : undefined);
}

function daysIn(signs: string): readonly number[] {
  const days = new Set(signs.split('').flatMap((sign) => byName.get(sign) ?? []));
  return [...days].toSorted((a, b) => a - b);
}

/** The days from one to another, round the end of the week where needed: `sat-mon` is Saturday, Sunday and Monday. */
export function daysBetween(from: readonly number[], to: readonly number[]): readonly number[] {
  const first = from[0] ?? 0;
  const last = to.at(-1) ?? first;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => (first + index) % 7).toSorted((a, b) => a - b);
}
