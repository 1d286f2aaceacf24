import type { Hours } from '../model/values.ts';

/** Whether two lists of hours have any moment of the week in common. An empty list means that nothing is said: then they have. */
export function haveCommonHours(a: readonly Hours[], b: readonly Hours[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((first) => b.some((second) => minutesInCommon(first, second) > 0));
}

/** Minutes of a week that both lists cover, counted once for each pair of windows. */
export function commonMinutes(a: readonly Hours[], b: readonly Hours[]): number {
  return a.reduce((sum, first) => sum + b.reduce((inner, second) => inner + minutesInCommon(first, second), 0), 0);
}

/** Minutes of a week that a list covers. */
export function minutesOf(hours: readonly Hours[]): number {
  return hours.reduce((sum, { days, fromMinutes, toMinutes }) => sum + days.length * (toMinutes - fromMinutes), 0);
}

function minutesInCommon(a: Hours, b: Hours): number {
  const days = a.days.filter((day) => b.days.includes(day)).length;
  return days * Math.max(0, Math.min(a.toMinutes, b.toMinutes) - Math.max(a.fromMinutes, b.fromMinutes));
}
