import type { Place } from './place.ts';

/** A value that stands in the text: `written` is the author's own spelling, to be shown wherever the value is shown. */
interface Written {
  readonly written: string;
  readonly place: Place;
}

/**
 * A length of time in seconds, never negative.
 *
 * `seconds` counts a business day as 24 hours, which is the shortest it can take. `longestSeconds` adds a weekend for
 * every five business days begun, which is what it takes at worst (public holidays are not known). For all other units
 * the two are equal. A month counts 30 days and a year 365.
 */
export interface Duration extends Written {
  readonly kind: 'duration';
  readonly seconds: number;
  readonly longestSeconds: number;
}

/** An amount of money in its currency (ISO 4217, three capitals). */
export interface Money extends Written {
  readonly kind: 'money';
  readonly amount: number;
  readonly currency: string;
}

/** A share; `ratio` is 0.3 for `30%`. `points` marks percentage points (`2 pt`), a difference between two shares. */
export interface Percentage extends Written {
  readonly kind: 'percentage';
  readonly ratio: number;
  readonly points: boolean;
}

/** A number without a unit. */
export interface PlainNumber extends Written {
  readonly kind: 'number';
  readonly value: number;
}

/** Anything that begins with a digit or a sign, read with its unit. */
export type Quantity = Duration | Money | Percentage | PlainNumber;

/** A calendar date (ISO 8601). `day` is missing when only the month is written. All numbers count from one. */
export interface CalendarDate extends Written {
  readonly kind: 'date';
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}

/** A string literal without its quotes. */
export interface Prose extends Written {
  readonly kind: 'text';
  readonly text: string;
}

/** A word from an open or closed vocabulary, such as the kind of a stage or the cause of a barrier. */
export interface Word<T extends string = string> {
  readonly value: T;
  readonly place: Place;
}

/** A name that refers to a declaration; `key` finds it in the model's map for its kind. */
export interface Reference {
  readonly key: string;
  readonly place: Place;
}

/** A marker statement that is there or not, such as `momentOfTruth`. */
export interface Mark {
  readonly place: Place;
}

/** Opening or available hours on some days of the week. Minutes count from midnight; `to` may pass 24 h (up to 48 h). */
export interface Hours extends Written {
  /** 0 is Monday, 6 is Sunday; sorted, never empty. */
  readonly days: readonly number[];
  readonly fromMinutes: number;
  readonly toMinutes: number;
}
