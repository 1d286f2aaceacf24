import type { MapContent, StageContent, TouchpointContent } from '../content/content.ts';
import { type Font, widthOf } from '../text/measure.ts';
import { chevronWidth } from './chevron.ts';
import { round } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** A column of the matrix: one touchpoint, a whole stage that is folded, or the place of a stage without touchpoints. */
export interface Column {
  readonly stage: StageContent;
  readonly touchpoints: readonly TouchpointContent[];
  readonly folded: boolean;
  readonly x: number;
  readonly width: number;
}

/**
 * Columns from left to right, beginning at x.
 *
 * @param steady whether they grow in steps: then a letter more in one of them seldom moves all that are right of it
 */
export function columnsOf(
  content: MapContent,
  stages: readonly StageContent[],
  folded: (stage: StageContent) => boolean,
  left: number,
  steady = false,
): readonly Column[] {
  let x = left;
  return stages.flatMap((stage) => {
    const groups =
      folded(stage) || stage.touchpoints.length === 0
        ? [stage.touchpoints]
        : stage.touchpoints.map((touchpoint) => [touchpoint]);
    // A stage's own name needs some room, too.
    const least = Math.max(SIZES.columnLeast, chevronWidth(stage, content.locale) / groups.length);
    return groups.map((touchpoints) => {
      const natural = columnWidth(content, touchpoints, least);
      const width = steady ? stepped(natural) : natural;
      const column = { stage, touchpoints, folded: touchpoints.length !== 1, x, width };
      x += width;
      return column;
    });
  });
}

/** Columns of one stage, each with its neighbours: what a stage's header and background span. */
export function stageSpans(
  columns: readonly Column[],
): readonly { readonly stage: StageContent; readonly x: number; readonly width: number; readonly folded: boolean }[] {
  const spans: { stage: StageContent; x: number; width: number; folded: boolean }[] = [];
  for (const { stage, x, width, folded } of columns) {
    const last = spans.at(-1);
    if (last?.stage === stage) last.width += width;
    else spans.push({ stage, x, width, folded });
  }
  return spans;
}

export function centre({ x, width }: Column): number {
  return x + width / 2;
}

/**
 * A word should not have to be broken. Of Japanese only what is written in katakana is a word in this sense, with the letters before
 * a bracket: SMS(ショートメッセージ).
 */
function longestWord(title: string, font: Font): number {
  const words = title.slice(0, 120).match(unbroken) ?? [];
  return Math.max(0, ...words.map((word) => widthOf(word, font)));
}

function stepped(width: number): number {
  const { columnLeast, columnStep } = SIZES;
  return columnLeast + Math.ceil((width - columnLeast) / columnStep) * columnStep;
}

const unbroken = /[A-Za-z0-9(]*[\u30A1-\u30FA\u30FC]{6,12}\)?|[A-Za-z0-9.\u00C0-\u024F-]{8,}/g;

/** In characters. */
const shortName = 9;

/** Wide enough that the fullest cell has about five lines, within limits. */
function columnWidth(content: MapContent, touchpoints: readonly TouchpointContent[], least: number): number {
  let longest = 0;
  for (const touchpoint of touchpoints) {
    longest = Math.max(
      longest,
      widthOf(touchpoint.title.slice(0, 120), FONTS.card) / 2.4,
      longestWord(touchpoint.title, FONTS.card),
    );
    for (const { name } of [...touchpoint.channels, ...touchpoint.alternatives]) {
      // A short name, such as アプリ, is one word in Japanese, too.
      const word = name.length <= shortName ? widthOf(name, FONTS.small) : longestWord(name, FONTS.small);
      longest = Math.max(longest, word + 19);
    }
    for (const lane of content.lanes) {
      if (lane === 'friction' || lane === 'owner') continue;
      for (const { text } of touchpoint.cells[lane] ?? []) {
        longest = Math.max(longest, widthOf(text.slice(0, 200), FONTS.body) / 3.6);
      }
    }
  }
  const wanted = longest + 2 * SIZES.columnPadding + 22;
  return round(Math.max(least, Math.min(SIZES.columnMost, wanted)));
}
