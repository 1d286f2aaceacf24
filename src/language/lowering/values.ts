import { Remembered } from '../../model/remembered.ts';
import type { Place } from '../../model/place.ts';
import type { CalendarDate, Hours, Quantity } from '../../model/values.ts';
import type * as ast from '../generated/ast.ts';
import { readDate, readHours, readQuantity } from '../quantity.ts';
import { unitOf } from '../units.ts';
import { daysBetween, daysNamed } from '../weekdays.ts';

/** A quantity with its unit normalised; undefined when it cannot be understood. */
export function quantityOf(written: string, place: Place): Quantity | undefined {
  const reading = readingOf(written);
  return reading.ok ? { ...reading.value, written, place } : undefined;
}

/** A date that exists; undefined when it does not. */
export function dateOf(written: string, place: Place): CalendarDate | undefined {
  const reading = dateReadingOf(written);
  return reading.ok ? { kind: 'date', ...reading.value, written, place } : undefined;
}

/** Opening hours on some days; on every day when no day is written. */
export function hoursOf(node: ast.OpeningHours, written: string, place: Place): Hours | undefined {
  const reading = readHours(node.range ?? '');
  const days = daysOf(node);
  return reading.ok && days !== undefined ? { days, ...reading.value, written, place } : undefined;
}

/** The seconds of a period such as `day` in `800 per day`; undefined when it is no unit of time. */
export function periodOf(word: string): number | undefined {
  const unit = unitOf(word);
  return unit?.kind === 'duration' || unit?.kind === 'businessDays' ? unit.seconds : undefined;
}

/** Whether what is written is a quantity, where a string may stand as well. */
export function isQuantity(written: string): boolean {
  return /^[\p{Nd}+＋\-－−]/u.test(written);
}

const everyDay = [0, 1, 2, 3, 4, 5, 6];

function daysOf({ from, to }: ast.OpeningHours): readonly number[] | undefined {
  if (from === undefined) return everyDay;
  const first = daysNamed(from);
  if (to === undefined || first === undefined) return first;
  const last = daysNamed(to);
  return last && daysBetween(first, last);
}

/** What a quantity means, or what is wrong with it. Remembered, for the same few values stand in a journey again and again. */
export function readingOf(written: string): ReturnType<typeof readQuantity> {
  return knownQuantities.get(written, () => readQuantity(written));
}

/** The same for a date. */
export function dateReadingOf(written: string): ReturnType<typeof readDate> {
  return knownDates.get(written, () => readDate(written));
}

const knownQuantities = new Remembered<ReturnType<typeof readQuantity>>();
const knownDates = new Remembered<ReturnType<typeof readDate>>();
