import type { CalendarDate, Duration, Hours, Money, Percentage, PlainNumber } from '../model/values.ts';
import { isTimeUnit, type Unit, unitOf } from './units.ts';

type Bare<T> = Omit<T, 'written' | 'place'>;

/** What a QUANTITY token means; see model/values.ts for the numbers. */
export type QuantityValue = Bare<Duration> | Bare<Money> | Bare<Percentage> | Bare<PlainNumber>;

/** Either a value, or what is wrong with what is written. */
export type Reading<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export type QuantityProblem =
  /** `offset` is where the unit begins in what is written. */
  | { readonly kind: 'unknownUnit'; readonly unit: string; readonly offset: number }
  | { readonly kind: 'negativeDuration' }
  | { readonly kind: 'notANumber' };

export type DateValue = Pick<CalendarDate, 'year' | 'month' | 'day'>;

export type DateProblem =
  /** Not as ISO 8601 has it; `suggestion` is the date as it should be written, if it can be told. */
  { readonly kind: 'format'; readonly suggestion?: string } | { readonly kind: 'impossible' };

export type HoursValue = Pick<Hours, 'fromMinutes' | 'toMinutes'>;

export interface HoursProblem {
  /** `format`: not from–to; `impossible`: no such time of day. */
  readonly kind: 'format' | 'impossible';
}

/** Reads a number with its unit: `4 min`, `1 h 30 min`, `1,200 JPY`, `30%`, `2 pt`, `3 営業日`, `1時間半`, `1.5万円`, `4万5千円`, `-1`. */
export function readQuantity(written: string): Reading<QuantityValue, QuantityProblem> {
  const text = toAscii(written);
  const sign = /^\s*([+-]?)\s*/.exec(text);
  const parts: { readonly number: number; readonly unit: string; readonly offset: number }[] = [];
  const part = /\s*(\d[\d,]*(?:\.\d+)?)\s*([^\d\s]*)/y;
  part.lastIndex = sign?.[0].length ?? 0;
  while (part.lastIndex < text.trimEnd().length) {
    const match = part.exec(text);
    if (match === null) return wrong({ kind: 'notANumber' });
    const [whole, number = '', unit = ''] = match;
    // The unit comes from what is written: the signs and digits that were made ASCII have the same length.
    const offset = match.index + whole.length - unit.length;
    const spelling = written.substring(offset, part.lastIndex);
    const hasHalf = spelling.endsWith('半') && isTimeUnit(spelling.slice(0, -1));
    const amount = Number(number.replaceAll(',', ''));
    parts.push(
      hasHalf
        ? { number: amount + 0.5, unit: spelling.slice(0, -1), offset }
        : { number: amount, unit: spelling, offset },
    );
  }
  const negative = sign?.[1] === '-';
  if (!parts.every(({ number }) => Number.isFinite(number))) return wrong({ kind: 'notANumber' });
  const [first, ...more] = parts;
  if (first === undefined) return wrong({ kind: 'notANumber' });
  if (more.length > 0) return readYen(parts, negative) ?? readTimes(parts, negative);
  if (first.unit === '') return right({ kind: 'number', value: signed(first.number, negative) });
  const unit = unitOf(first.unit);
  if (unit === undefined) return wrong({ kind: 'unknownUnit', unit: first.unit, offset: first.offset });
  return measured(first.number, unit, negative);
}

/** Reads an ISO 8601 date: year and month, and perhaps the day. The date must exist. */
export function readDate(written: string): Reading<DateValue, DateProblem> {
  const match = /^(\d{4})(?:[-/](\d+)(?:[-/](\d+))?|年(\d+)月(?:(\d+)日)?)$/.exec(toAscii(written));
  if (match === null) return wrong({ kind: 'format' });
  const [, year = '', month = match[4] ?? '', day = match[5]] = match;
  const value = { year: Number(year), month: Number(month), ...(day === undefined ? {} : { day: Number(day) }) };
  if (!exists(value)) return wrong({ kind: 'impossible' });
  const iso = [year, pad(value.month), ...(value.day === undefined ? [] : [pad(value.day)])].join('-');
  return toAscii(written) === iso ? right(value) : wrong({ kind: 'format', suggestion: iso });
}

/** Reads `9:00-18:00`. Hours past midnight may be written as `22:00-2:00` or `22:00-26:00`; both give 26 h. */
export function readHours(written: string): Reading<HoursValue, HoursProblem> {
  const match = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/.exec(toAscii(written));
  if (match === null) return wrong({ kind: 'format' });
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  const toMinutes = to > from ? to : to + DAY_MINUTES;
  const possible =
    fromMinute < 60 && toMinute < 60 && from < DAY_MINUTES && toMinutes <= 2 * DAY_MINUTES && to !== from;
  return possible ? right({ fromMinutes: from, toMinutes }) : wrong({ kind: 'impossible' });
}

const DAY_MINUTES = 24 * 60;

/** `4万5千円`: the parts of one amount of yen. Undefined if they are none. */
function readYen(
  parts: readonly { readonly number: number; readonly unit: string }[],
  negative: boolean,
): Reading<QuantityValue, QuantityProblem> | undefined {
  let amount = 0;
  for (const [index, { number, unit }] of parts.entries()) {
    const [, name = ''] = (index === parts.length - 1 ? /^(.?)円$/ : /^(.)$/).exec(unit) ?? [undefined, 'none'];
    const factor = name === '' ? 1 : YEN_FACTORS[name];
    if (factor === undefined) return undefined;
    amount += number * factor;
  }
  return right({ kind: 'money', amount: signed(amount, negative), currency: 'JPY' });
}

const YEN_FACTORS: Readonly<Record<string, number | undefined>> = { 千: 1000, 万: 10_000, 億: 100_000_000 };

/** Several numbers are the parts of one time, as in `1 h 30 min`. */
function readTimes(
  parts: readonly { readonly number: number; readonly unit: string; readonly offset: number }[],
  negative: boolean,
): Reading<QuantityValue, QuantityProblem> {
  let seconds = 0;
  let longestSeconds = 0;
  for (const { number, unit: spelling, offset } of parts) {
    const unit = unitOf(spelling);
    if (unit?.kind !== 'duration' && unit?.kind !== 'businessDays') {
      return wrong({ kind: 'unknownUnit', unit: spelling, offset });
    }
    const time = timeOf(number, unit);
    seconds += time.seconds;
    longestSeconds += time.longestSeconds;
  }
  if (negative && seconds > 0) return wrong({ kind: 'negativeDuration' });
  return right({ kind: 'duration', seconds, longestSeconds });
}

function measured(number: number, unit: Unit, negative: boolean): Reading<QuantityValue, QuantityProblem> {
  if (unit.kind === 'money') {
    return right({ kind: 'money', amount: signed(number * unit.factor, negative), currency: unit.currency });
  }
  if (unit.kind === 'percentage') {
    return right({ kind: 'percentage', ratio: signed(number / 100, negative), points: unit.points });
  }
  if (unit.kind === 'count') return right({ kind: 'number', value: signed(number, negative) });
  if (negative && number > 0) return wrong({ kind: 'negativeDuration' });
  return right({ kind: 'duration', ...timeOf(number, unit) });
}

/** Business days take at worst one weekend for every five begun. */
function timeOf(
  number: number,
  unit: { readonly kind: 'duration' | 'businessDays'; readonly seconds: number },
): { readonly seconds: number; readonly longestSeconds: number } {
  const seconds = number * unit.seconds;
  const weekends = unit.kind === 'businessDays' ? Math.ceil(number / 5) : 0;
  return { seconds, longestSeconds: seconds + weekends * 2 * unit.seconds };
}

function exists({ year, month, day }: DateValue): boolean {
  if (month < 1 || month > 12) return false;
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day === undefined || (day >= 1 && day <= (days[month - 1] ?? 0));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Input methods write digits, signs and separators in full width. One code unit stays one code unit. */
function toAscii(written: string): string {
  // Nearly all are.
  if (!/[^\0-\x7F]/.test(written)) return written;
  return written
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('＋', '+')
    .replaceAll(/[－−–—〜～~]/g, '-')
    .replaceAll('．', '.')
    .replaceAll('，', ',')
    .replaceAll('：', ':');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Without turning zero into -0. */
function signed(number: number, negative: boolean): number {
  return negative && number !== 0 ? -number : number;
}

function right<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

function wrong<Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** Seconds of a length of time as a journey writes it, such as `4 min`; undefined if it is none. */
export function secondsOf(written: string): number | undefined {
  const reading = readQuantity(written);
  return reading.ok && reading.value.kind === 'duration' ? reading.value.seconds : undefined;
}
