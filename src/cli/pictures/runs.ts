import bidiFactory from 'bidi-js';
import type { TextBlock } from '../../map/scene.ts';
import { charactersOf } from '../../map/text/measure.ts';
import type { PictureFont, PictureFonts } from './fonts.ts';

/** A piece of a line in one font that is read in one direction; the letters in a piece are in the order of reading. */
export interface Run {
  readonly text: string;
  readonly font: PictureFont;
  /** Where it begins, from the left. */
  readonly x: number;
}

/**
 * Cuts a line into pieces from left to right as they are seen, for renderers that know neither a list of fonts nor how
 * directions mix (UAX #9).
 */
export function runsOf(line: string, block: TextBlock, fonts: PictureFonts): readonly Run[] {
  const runs: { text: string; font: PictureFont; isRightToLeft: boolean }[] = [];
  for (const { text, isRightToLeft } of asSeen(line, block.rightToLeft)) {
    const font = fonts.of(text);
    const last = runs.at(-1);
    if (last?.font !== font || last.isRightToLeft !== isRightToLeft) runs.push({ text, font, isRightToLeft });
    else last.text = isRightToLeft ? text + last.text : last.text + text;
  }
  const widths = runs.map(({ text, font }) => font.widthOf(text, block.font));
  let x = leftOf(block, widths);
  return runs.map(({ text, font }, index) => {
    const run = { text, font, x };
    x += widths[index] ?? 0;
    return run;
  });
}

/** Where a line of such pieces begins: as in the SVG, in line with what stands above and below it, whichever way it is read. */
function leftOf({ x, width, align }: TextBlock, widths: readonly number[]): number {
  let free = width;
  for (const used of widths) free -= used;
  return x + { start: 0, middle: free / 2, end: free }[align];
}

interface Seen {
  readonly text: string;
  /** A letter that a renderer sets from right to left by itself, together with its neighbours. */
  readonly isRightToLeft: boolean;
}

/** The characters of a line from left to right. */
function asSeen(line: string, rightToLeft: boolean): readonly Seen[] {
  const characters = Array.from(charactersOf(line), ({ text }) => text);
  if (!rightToLeft && !mayTurn.test(line)) return characters.map((text) => ({ text, isRightToLeft: false }));
  bidi ??= bidiFactory();
  const { levels } = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr');
  let at = 0;
  const placed = characters.map((text) => {
    const level = levels[at] ?? 0;
    at += text.length;
    return { text, level };
  });
  return reordered(placed).map(({ text, level }) => seen(text, level));
}

/** Letters from right to left, and digits and marks among them. */
const mayTurn = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

let bidi: ReturnType<typeof bidiFactory> | undefined;

function seen(text: string, level: number): Seen {
  if (level % 2 === 0 || bidi === undefined) return { text, isRightToLeft: false };
  const [first = ''] = text;
  const type = bidi.getBidiCharTypeName(first);
  if (type === 'R' || type === 'AL') return { text, isRightToLeft: true };
  return { text: bidi.getMirroredCharacter(text) ?? text, isRightToLeft: false };
}

/** Rule L2: from the highest level to the lowest odd one, whatever stands on it or above is turned round. */
function reordered<T extends { readonly level: number }>(placed: readonly T[]): readonly T[] {
  const result = [...placed];
  const highest = Math.max(0, ...placed.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < result.length; start += 1) {
      let end = start;
      while ((result[end]?.level ?? -1) >= level) end += 1;
      if (end > start) result.splice(start, end - start, ...result.slice(start, end).toReversed());
      start = Math.max(start, end);
    }
  }
  return result;
}
