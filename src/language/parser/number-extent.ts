import { isTimeUnit, unitOf } from '../units.ts';
import { digitAt, endOfWord, isIdPart, isIdStart, kindAt, SPACE } from './characters.ts';

/** Where numbers, dates and opening hours end. All functions take the index of the first digit. */

const DATE = /[0-9０-９]{4}(?:[-/][0-9０-９]+(?:[-/][0-9０-９]+)?|年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)/y;
const HOURS =
  /[0-9０-９]{1,2}[:：][0-9０-９]{2}(?:[^\S\r\n]*[-–—〜～~－−][^\S\r\n]*[0-9０-９]{1,2}[:：][0-9０-９]{2})?/y;
const NUMBER = /(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?/y;
/** What follows the first number in `12万3,456円`: a comma ends a word elsewhere. */
const REST_OF_YEN = /[億万](?:[0-9０-９]+[万千])*[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+円/uy;
const LETTERS = /[\p{L}\p{M}]+/uy;

/** Dates that are not as they should be count as well, so that a check can say how to write them. 0 when it is none. */
export function endOfDate(text: string, start: number): number {
  // Most numbers are shorter.
  return digitAt(text, start + 3) < 0 ? 0 : matchEnd(DATE, text, start);
}

/** The same for opening hours. */
export function endOfHours(text: string, start: number): number {
  const colon = text.charAt(digitAt(text, start + 1) < 0 ? start + 1 : start + 2);
  return colon === ':' || colon === '：' ? matchEnd(HOURS, text, start) : 0;
}

/** A number with its unit, or several as in `1 h 30 min`. A keyword with a space before it is no unit. */
export function endOfQuantity(text: string, start: number, isKeyword: (word: string) => boolean): number {
  let end = matchEnd(NUMBER, text, start);
  const unit = unitAfter(text, end, isKeyword);
  if (unit === undefined) return end;
  end = unit.end;
  for (let time = unit.time; time; ) {
    const next = skipBlanks(text, end);
    if (digitAt(text, next) < 0) break;
    const part = unitAfter(text, matchEnd(NUMBER, text, next), isKeyword);
    time = part?.time === true;
    if (part !== undefined && time) end = part.end;
  }
  return end;
}

/** The next character on the line that is not white space. */
export function skipBlanks(text: string, start: number): number {
  let index = start;
  while (kindAt(text, index) === SPACE) index++;
  return index;
}

/** Where the match of a sticky pattern ends, or 0. */
export function matchEnd(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

function unitAfter(
  text: string,
  index: number,
  isKeyword: (word: string) => boolean,
): { readonly end: number; readonly time: boolean } | undefined {
  const start = skipBlanks(text, index);
  const character = text.charAt(start);
  if (character === '%' || character === '％') return { end: start + 1, time: false };
  if (!isIdStart(text, start)) return undefined;
  const letters = matchEnd(LETTERS, text, start);
  if (letters > 0 && (!isIdPart(text, letters) || digitAt(text, letters) >= 0)) {
    const spelling = text.substring(start, letters);
    if (unitOf(spelling) !== undefined) return { end: letters, time: isTimeUnit(spelling) };
  }
  const end = Math.max(endOfWord(text, start), matchEnd(REST_OF_YEN, text, start));
  // An unknown word is taken for a unit, so that the check of values can say that it is not one.
  return start > index && isKeyword(text.substring(start, end)) ? undefined : { end, time: false };
}
