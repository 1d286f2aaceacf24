import { codeAt } from '../../model/code-at.ts';
import { eastAsianWidth } from 'get-east-asian-width';
import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { safeText } from './safe.ts';

/** One character as people see it, which may be several code points, made safe for a terminal. */
export interface Cell {
  /** Where it begins in the line, in UTF-16 code units. */
  readonly start: number;
  /** How many code units of the line it stands for. */
  readonly length: number;
  readonly text: string;
  /** Columns that it takes in a terminal. */
  readonly width: number;
}

/** Columns between tab stops. Four keeps deep blocks on a narrow terminal. */
const tabStop = 4;

/** The characters of a line with the columns they take. Tabs become spaces up to the next stop. */
export function cellsOf(line: string): readonly Cell[] {
  if (asciiOnly.test(line)) return line.split('').map((text, start) => ({ start, length: 1, text, width: 1 }));
  const cells: Cell[] = [];
  let start = 0;
  let column = 0;
  for (const grapheme of splitGraphemes(line)) {
    const text = grapheme === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : safeText(grapheme);
    const width = widthOf(text);
    cells.push({ start, length: grapheme.length, text, width });
    start += grapheme.length;
    column += width;
  }
  return cells;
}

/**
 * Columns that a text without control characters takes in a terminal: two for full-width characters and emoji, none for
 * what combines with the character before it.
 *
 * The same as the package string-width, which a test compares with. That one asks the regular expressions and the
 * segmenter of the JavaScript engine, which take 40 ms to load; the whole check of a small file takes not much more.
 */
export function widthOf(text: string): number {
  const plain = plainWidth(text);
  if (plain !== undefined) return plain;
  let width = 0;
  for (const grapheme of splitGraphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/**
 * Columns of a text in which each code unit is a character of its own that a terminal shows as it is: Western and Japanese
 * letters and signs, as nearly all texts are. Otherwise undefined. Of the part from one index up to another, if they are given.
 */
export function plainWidth(text: string, from = 0, to = text.length): number | undefined {
  let width = 0;
  const end = Math.min(to, text.length);
  for (let at = from; at < end; at += 1) {
    const code = codeAt(text, at);
    if ((code >= 0x20 && code <= 0x7e) || isPlainNarrow(code)) width += 1;
    else if (isPlainWide(code)) width += 2;
    else return undefined;
  }
  return width;
}

/** Letters of Western languages, dashes and quotes, arrows and signs of arithmetic, frames and shapes as before a severity. */
function isPlainNarrow(code: number): boolean {
  return (
    (code >= 0xae && code <= 0x2ff) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2190 && code <= 0x22ff) ||
    (code >= 0x2500 && code <= 0x25fc)
  );
}

/** Ideographs, kana, Japanese punctuation and full-width letters. */
function isPlainWide(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a0 && code <= 0x30ff) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0xff01 && code <= 0xff5e)
  );
}

function graphemeWidth(grapheme: string): number {
  const visible = Array.from(grapheme).filter((character) => !invisible.test(character));
  const [first] = visible;
  if (first === undefined) return 0;
  if (emojiSequence.test(grapheme)) return 2;
  // A Japanese half-width voicing mark belongs to its letter and still takes a column of its own.
  const marks = visible.slice(1).filter((character) => ownColumn.test(character));
  return columns(first) + marks.reduce((sum, mark) => sum + columns(mark), 0);
}

function columns(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

const asciiOnly = /^[\u0020-\u007E]*$/;
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]/u;
/** Made an emoji by what follows it: a picture selector, a keycap, a second half of a flag, or a joined picture. */
const emojiSequence =
  /\p{Extended_Pictographic}.*\uFE0F|[#*0-9]\uFE0F?\u20E3|\p{RI}{2}|\p{Extended_Pictographic}.*\u200D\p{Extended_Pictographic}/u;
const ownColumn = /[\p{Mc}\uFF00-\uFFEF]/u;
