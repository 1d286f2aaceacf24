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
  let width = 0;
  for (const character of charactersOf(text)) width += character.width[font.weight];
  return (width * font.size) / 1000;
}

/** What people see as one character, and its width in thousandths of an em. */
export interface Character {
  readonly text: string;
  readonly width: Readonly<Record<Font['weight'], number>>;
}

/** The characters of a text one by one, so that a long text costs only as much as is looked at. */
export function* charactersOf(text: string): Generator<Character, void, undefined> {
  let simple = 0;
  // Below U+0300 nothing joins with what is before it.
  while (simple < text.length && text.charCodeAt(simple) < 0x3_00) simple += 1;
  if (simple < text.length && simple > 0) simple -= 1;
  for (let index = 0; index < simple; index += 1) yield single(text.charCodeAt(index));
  if (simple === text.length) return;
  for (const { segment } of graphemeSegments(text.slice(simple))) yield characterOf(segment);
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
      width: { regular: widths.regular.get(code) ?? fullEm, bold: widths.bold.get(code) ?? fullEm },
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

function decode(table: string): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  let code = 0;
  for (const run of table.split(' ')) {
    const [gap = 0, length = 0, width = 0] = run.split('.').map((part) => Number.parseInt(part, 36));
    code += gap;
    for (const end = code + length; code < end; code += 1) result.set(code, width);
  }
  return result;
}
