import { shortTitleOf } from './declaration.ts';
import type { Called } from './declaration.ts';
import { grouped, groupedDigits } from './grouped.ts';
import { lazyFor } from './lazy.ts';
import { Remembered } from './remembered.ts';
import { inLocale, type Locale, type Text } from './text.ts';

/** How values and names are said in messages, in both languages. The only place that knows quotes, plurals and commas. */

/**
 * A value as its author has put it, digits as in the rest of the sentence (30分 for ３０分), a length of time and a sum of money
 * with their units in the language of the sentence: `5 min` / `5分`, `1,200 JPY` / `1,200円`, whichever of the two is written.
 */
export function asWritten(value: { readonly written: string; readonly kind?: string }): Text {
  const text = tidy(value.written).replace(fullWidth, (sign) => sign.normalize('NFKC'));
  return lengthInBoth(text) ?? moneyInBoth(text) ?? same(countOf(text, value.kind === 'number'));
}

/** The same in one language, for what is made in one. */
export function writtenIn(value: { readonly written: string }, locale: Locale): string {
  return inLocale(asWritten(value), locale);
}

interface TimeUnit {
  readonly en: string;
  readonly ja: string;
  readonly spellings: RegExp;
}

/** As they are written in the language; the first group is what stays as it is in an English sentence. */
const timeUnits: readonly TimeUnit[] = [
  { en: 'business day', ja: '営業日', spellings: /^(?:businessDays?|営業日)$/ },
  { en: 'second', ja: '秒', spellings: /^(?:(s|secs?|seconds?)|秒間?)$/ },
  { en: 'minute', ja: '分', spellings: /^(?:(mins?|minutes?)|分間?)$/ },
  { en: 'hour', ja: '時間', spellings: /^(?:(h|hrs?|hours?)|時間)$/ },
  { en: 'day', ja: '日', spellings: /^(?:(d|days?)|日間?)$/ },
  { en: 'week', ja: '週間', spellings: /^(?:(w|weeks?)|週間?)$/ },
  { en: 'month', ja: 'か月', spellings: /^(?:(months?)|[かヶカヵケ箇]月間?)$/ },
  { en: 'year', ja: '年', spellings: /^(?:(years?)|年間?)$/ },
];

/** Undefined of what is no length of time, or one that is said in another way, as 1時間半. */
function lengthInBoth(text: string): Text | undefined {
  const parts = [...text.matchAll(amountOfTime)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined;
  const en: string[] = [];
  const ja: string[] = [];
  for (const [part, amount = '', spelling = ''] of parts) {
    const unit = timeUnits.find(({ spellings }) => spellings.test(spelling));
    if (unit === undefined) return undefined;
    const isEnglish = unit.spellings.exec(spelling)?.[1] !== undefined;
    en.push(isEnglish ? part.trim() : `${amount} ${amount === '1' ? unit.en : `${unit.en}s`}`);
    ja.push(`${amount}${unit.ja}`);
  }
  return { en: en.join(' '), ja: ja.join('') };
}

const amountOfTime = /\s*(\d[\d,.]*)\s*(\p{L}+)/gu;

const fullWidth = /[０-９．，％]/g;

/** Undefined of what is no sum. The large units of yen stay where they are read every day: `4万5千円` / `45,000 JPY`. */
function moneyInBoth(text: string): Text | undefined {
  const [, sign = '', digits = '', currency = '', yen = ''] = sum.exec(text) ?? [];
  if (yen === '' && currency === '') return undefined;
  const parts = [...yen.matchAll(partOfYen)];
  const amount =
    yen === ''
      ? amountIn(digits)
      : parts.reduce((all, [, part = '', unit = '']) => all + amountIn(part) * (yenUnits[unit] ?? 1), 0);
  if (!Number.isFinite(amount)) return undefined;
  const { en, ja } = moneyText({ amount, currency: currency === '' ? 'JPY' : currency });
  const isLarge = parts.some(([, , unit]) => unit !== '');
  const inYen = parts.map(([, part = '', unit = '']) => `${groupedDigits(part.replaceAll(',', ''))}${unit}`).join('');
  return { en: `${sign}${en}`, ja: `${sign}${isLarge ? `${inYen}円` : ja}` };
}

/** `1,200 JPY`, or `1,200円` with its parts. */
const sum =
  /^([+\-−]?)\s*(?:(\d[\d,]*(?:\.\d+)?)\s*([A-Z]{3})|((?:\d[\d,]*(?:\.\d+)?\s*[千万億]\s*)*(?:\d[\d,]*(?:\.\d+)?\s*)?)円)$/u;
const partOfYen = /(\d[\d,]*(?:\.\d+)?)\s*([千万億]?)/gu;
const yenUnits: Readonly<Record<string, number | undefined>> = { 千: 1000, 万: 10_000, 億: 100_000_000 };

function amountIn(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

/**
 * A sum of money: `1,200 JPY` / `1,200円`, `9.80 EUR`. Yen are 円 in Japanese; every other currency keeps its code, which says
 * which dollar it is.
 */
export function moneyText({ amount, currency }: { readonly amount: number; readonly currency: string }): Text {
  // Adding leaves 0.30000000000000004; a hundredth of a cent is the least that anybody pays for a click.
  const rounded = Math.round(amount * 10_000) / 10_000;
  const isYen = currency === 'JPY';
  const text = Number.isInteger(rounded) || isYen ? grouped(rounded) : withCents(grouped(rounded));
  return { en: `${text} ${currency}`, ja: isYen ? `${text}円` : `${text} ${currency}` };
}

/** `9.80`, as on a bill. */
function withCents(text: string): string {
  return text.replace(/\.(?<tenths>\d)$/, '.$<tenths>0');
}

/**
 * Commas between thousands, if it counts something (`12000人`) or is known to be a number. One without a unit only above 9999:
 * `2026` may be a year.
 */
function countOf(text: string, isNumber: boolean): string {
  const [, sign = '', digits = '', unit = ''] = counted.exec(text) ?? [];
  if (digits === '' || (unit === '' && (!isNumber || digits.length < 5))) return text;
  return `${sign}${groupedDigits(digits)}${unit}`;
}

const counted = /^([+\-−]?)([1-9]\d{3,})(\s*[人名件回個点台社通])?$/u;

/**
 * A length of time that was computed and so has no spelling of its own: `4 minutes` / `4分`, `1 day 12 hours` / `1日12時間`.
 *
 * The two largest units that fit, the smaller one rounded to the nearest whole; below ten seconds one decimal. Days are
 * the largest unit, because weeks and months are not what a wait is measured in.
 */
export function durationText(seconds: number): Text {
  const parts = durationParts(seconds);
  return {
    en: parts.map(({ amount, unit }) => `${number(amount)} ${amount === 1 ? unit.en : `${unit.en}s`}`).join(' '),
    ja: parts.map(({ amount, unit }) => `${number(amount)}${unit.ja}`).join(''),
  };
}

/** A length of time to be held against one that is written: in weeks or months if that one is, so that nobody has to reckon. */
export function durationLike(seconds: number, { written }: { readonly written: string }): Text {
  const months = Math.round((seconds / 2_592_000) * 10) / 10;
  if (months >= 1 && /months?$|[かヶカヵケ箇]月間?$/iu.test(written.trim())) {
    return { en: `${number(months)} ${months === 1 ? 'month' : 'months'}`, ja: `${number(months)}か月` };
  }
  const weeks = Math.round((seconds / 604_800) * 10) / 10;
  if (weeks < 1 || !/w(?:eek)?s?$|週間?$/iu.test(written.trim())) return durationText(seconds);
  return { en: `${number(weeks)} ${weeks === 1 ? 'week' : 'weeks'}`, ja: `${number(weeks)}週間` };
}

/** A share between 0 and 1 with at most one decimal: `30%`, `12.5%`. */
export function percentText(ratio: number): Text {
  const text = `${number(Math.round(ratio * 1000) / 10)}%`;
  return same(text);
}

/** How many of something, with the plural that English needs: `3 touchpoints` / `3件のタッチポイント`. */
export function countText(count: number, en: readonly [singular: string, plural: string], ja: string): Text {
  return { en: `${number(count)} ${count === 1 ? en[0] : en[1]}`, ja: `${number(count)}${ja}` };
}

/**
 * A name or a quotation: `"x"` / `「x」`. Quotes inside it give way, as print does it: `'`, `‘’` and `『』`; what its author put
 * into quotation marks as a whole gets no second pair.
 */
export function quoted(text: string | Text): Text {
  if (typeof text === 'string') return quotedInBoth(text);
  const { en, ja } = text;
  return en === ja ? quotedInBoth(en) : { en: quotedInBoth(en).en, ja: quotedInBoth(ja).ja };
}

/** Remembered, for a journey's findings name the same few things again and again. */
function quotedInBoth(text: string): Text {
  return knownQuoted.get(text, () => {
    const line = tidy(withoutMarks(text.trim()));
    return {
      en: `"${line.replaceAll('"', "'").replaceAll('“', '‘').replaceAll('”', '’')}"`,
      ja: `「${line.replaceAll('「', '『').replaceAll('」', '』')}」`,
    };
  });
}

const knownQuoted = new Remembered<Text>();

const closingMarks: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』' };

/** A quotation without its marks, if one pair of them holds all of it: not `"Yes" or "No"`. */
function withoutMarks(text: string): string {
  const opening = text.charAt(0);
  const closing = closingMarks[opening];
  if (closing === undefined || text.length < 3 || !text.endsWith(closing)) return text;
  const inside = text.slice(1, -1);
  let depth = 0;
  for (const sign of inside) {
    if (sign === closing) depth -= 1;
    else if (sign === opening) depth += 1;
    if (depth < 0) return text;
  }
  return depth === 0 ? inside : text;
}

/** What people call a thing, quoted: its title in their language, its title, or its id; a persona without a description in brackets. */
export const titled = lazyFor(
  (thing: Called): Text => quoted({ en: shortTitleOf(thing, 'en'), ja: shortTitleOf(thing, 'ja') }),
);

/** The titles of several things, quoted: `"A", "B" and "C"` / `「A」「B」「C」`. */
export function titles(things: readonly Called[]): Text {
  return joined(things.map(titled), '');
}

/** Phrases in a row: `A, B and C` / `A、B、C`. Above six the rest is only counted. */
export function listed(items: readonly Text[]): Text {
  return joined(items, '、');
}

interface Unit {
  readonly seconds: number;
  readonly en: string;
  readonly ja: string;
}

const second: Unit = { seconds: 1, en: 'second', ja: '秒' };
const units: readonly Unit[] = [
  { seconds: 86_400, en: 'day', ja: '日' },
  { seconds: 3600, en: 'hour', ja: '時間' },
  { seconds: 60, en: 'minute', ja: '分' },
  second,
];

/** More names than this in one sentence are not read. */
const longestList = 6;
const longestTitle = 60;

function durationParts(seconds: number): readonly { readonly amount: number; readonly unit: Unit }[] {
  if (seconds < 10) return [{ amount: Math.round(seconds * 10) / 10, unit: second }];
  const large = units.findIndex((unit) => Math.round(seconds) >= unit.seconds);
  const unit = units[large] ?? second;
  const smaller = units[large + 1];
  if (smaller === undefined) return [{ amount: Math.round(seconds), unit }];
  // Rounded first, so that 59 min 59.6 s becomes an hour and not "60 minutes".
  const rounded = Math.round(seconds / smaller.seconds) * smaller.seconds;
  if (units[large - 1]?.seconds === rounded) return durationParts(rounded);
  const amount = Math.floor(rounded / unit.seconds);
  const rest = Math.round((rounded - amount * unit.seconds) / smaller.seconds);
  return rest === 0
    ? [{ amount, unit }]
    : [
        { amount, unit },
        { amount: rest, unit: smaller },
      ];
}

function joined(items: readonly Text[], comma: string): Text {
  const [only] = items;
  if (only !== undefined && items.length === 1) return only;
  const shown = items.length > longestList ? items.slice(0, longestList - 1) : items;
  const more = items.length - shown.length;
  const en = [...shown.map((item) => item.en), ...(more > 0 ? [`${more} more`] : [])];
  const last = en.pop() ?? '';
  return {
    en: en.length === 0 ? last : `${en.join(', ')} and ${last}`,
    ja: shown.map((item) => item.ja).join(comma) + (more > 0 ? `ほか${more}件` : ''),
  };
}

/** On one line, without control characters, and not longer than a reader of a message wants. */
function tidy(text: string): string {
  // Most texts are on one line already.
  const line = untidy.test(text) ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : text;
  if (line.length <= longestTitle) return line;
  // Made when it is first needed: it takes 16 ms, and most texts have no title so long.
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle - 1).join('')}…` : line;
}

/** Anything but single spaces between words. */
const untidy = /[^\S ]|\p{Cc}| {2}|^ | $/u;

/** An emoji or an accented letter is not cut in two. */
let graphemes: Intl.Segmenter | undefined;

/** With commas between thousands and at most one decimal. */
function number(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  // As nearly all.
  return Number.isInteger(rounded) && Math.abs(rounded) < 1000 ? String(rounded) : grouped(rounded);
}

function same(text: string): Text {
  return { en: text, ja: text };
}
