import { codeAt } from '../../model/code-at.ts';
import { graphemeSegments } from 'unicode-segmenter/grapheme';
import { bold, regular } from '../generated/font-widths.ts';

/** How a text is set. `size` is in pixels. */
export interface Font {
  readonly size: number;
  readonly weight: 'regular' | 'bold';
}

/**
 * Width of a text without line breaks, in pixels, in Inter with Noto Sans JP for what Inter lacks.
 *
 * Exact for both fonts without kerning, which only ever makes a text narrower by a little. Scripts that neither font has
 * count a full em for each character, which is more than they need. Inter is as wide as or wider than the fonts that a
 * reader may see instead of it (Helvetica, Arial, Segoe UI, Roboto, the Latin of Noto Sans JP and Hiragino).
 */
export function widthOf(text: string, font: Font): number {
  const table = widths[font.weight];
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = codeAt(text, index);
    if (!standsAlone(code)) return (slowWidth(text, font.weight) * font.size) / 1000;
    width += table[code] ?? fullEm;
  }
  return (width * font.size) / 1000;
}

/**
 * The width of a text up to each of its characters, in thousandths of an em, for a text without any that join with what is
 * before them.
 */
export function prefixWidths(text: string, weight: Font['weight']): readonly number[] {
  const table = widths[weight];
  const sums = [0];
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum += table[codeAt(text, index)] ?? fullEm;
    sums.push(sum);
  }
  return sums;
}

function slowWidth(text: string, weight: Font['weight']): number {
  let width = 0;
  for (const character of charactersOf(text)) width += character.width[weight];
  return width;
}

/** What people see as one character, and its width in thousandths of an em. */
export interface Character {
  readonly text: string;
  readonly width: Readonly<Record<Font['weight'], number>>;
}

/** The characters of a text one by one, so that a long text costs only as much as is looked at. */
export function* charactersOf(text: string): Generator<Character, void, undefined> {
  let simple = 0;
  while (simple < text.length && standsAlone(codeAt(text, simple))) {
    // The last one may have marks behind it.
    if (simple > 0) yield single(codeAt(text, simple - 1));
    simple += 1;
  }
  if (simple === text.length) {
    if (simple > 0) yield single(codeAt(text, simple - 1));
    return;
  }
  for (const { segment } of graphemeSegments(text.slice(Math.max(0, simple - 1)))) yield characterOf(segment);
}

/**
 * Whether a code unit never joins with what is before it: Latin, punctuation, kana, ideographs and full-width forms, which
 * is nearly all that is written. Everything else is looked up in Unicode's tables, which takes much longer.
 */
function standsAlone(code: number): boolean {
  return (
    code < 0x3_00 ||
    (code >= 0x30_30 && code <= 0x9f_ff && code !== 0x30_99 && code !== 0x30_9a) ||
    (code >= 0x30_00 && code <= 0x30_29) ||
    (code >= 0x20_10 && code <= 0x20_27) ||
    (code >= 0xff_01 && code <= 0xff_9d)
  );
}

const fullEm = 1000;
/** Colour emoji are wider than an em in every font that has them: 1.25 in Noto, 1.37 in Segoe. */
const emojiWidth = 1400;

const widths = { regular: decode(regular), bold: decode(bold) };
const singles = new Map<number, Character>();

function single(code: number): Character {
  let found = singles.get(code);
  if (found === undefined) {
    found = {
      text: String.fromCodePoint(code),
      width: { regular: widths.regular[code] ?? fullEm, bold: widths.bold[code] ?? fullEm },
    };
    singles.set(code, found);
  }
  return found;
}

function characterOf(segment: string): Character {
  const first = segment.codePointAt(0) ?? 0;
  if (segment.length === 1) return single(first);
  const codes = Array.from(segment, (character) => character.codePointAt(0) ?? 0);
  if (codes.some(isPictogram)) return { text: segment, width: { regular: emojiWidth, bold: emojiWidth } };
  // Marks stand over or under their letter; letters that merge take no more than the widest of them twice.
  const widest = codes.map((code) => single(code).width);
  return {
    text: segment,
    width: {
      regular: Math.max(...widest.map((width) => width.regular)),
      bold: Math.max(...widest.map((width) => width.bold)),
    },
  };
}

/** Emoji, flags, keycaps and what turns a symbol into one. Blocks, because the blocks do not change between versions. */
function isPictogram(code: number): boolean {
  return code === 0xfe_0f || code === 0x20_e3 || (code >= 0x1_f0_00 && code <= 0x1_fa_ff);
}

/** Widths by code unit. What is not in the table, and all that has no place in it, is a full em wide. */
function decode(table: string): Uint16Array {
  const result = new Uint16Array(0x1_00_00).fill(fullEm);
  let code = 0;
  for (const run of table.split(' ')) {
    const [gap = 0, length = 0, width = 0] = run.split('.').map((part) => Number.parseInt(part, 36));
    code += gap;
    result.fill(width, code, code + length);
    code += length;
  }
  return result;
}
