import { codeAt } from '../../model/code-at.ts';
import { type Font, prefixWidths } from './measure.ts';
import { isJapanese, isPhraseBoundary } from './phrases.ts';
import { simpleBreaks } from './simple-breaks.ts';
import { TEARS } from './torn-words.ts';

/** A line of a text: from where to where, without the spaces at its end. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** In pixels. */
  readonly width: number;
}

/**
 * The lines of a text whose characters are all simple, exactly as `breakText` finds them piece by piece, but by sums of widths
 * and without cutting the text up. Undefined for what needs more care: another text, a word wider than a line, more than the
 * lines there are.
 */
export function simpleLines(text: string, font: Font, maxWidth: number, maxLines: number): readonly Span[] | undefined {
  const breaks = simpleBreaks(text);
  if (breaks === undefined) return undefined;
  const sums = prefixWidths(text, font.weight);
  const bareEnd = (end: number): number => {
    let at = end;
    while (codeAt(text, at - 1) === 0x20) at -= 1;
    return at;
  };
  const widthOf = (start: number, end: number): number =>
    (((sums[bareEnd(end)] ?? 0) - (sums[start] ?? 0)) * font.size) / 1000;
  const endOf = (index: number): number => breaks[index] ?? text.length;
  const phrases = isJapanese(text);
  const isBoundary = (end: number): boolean => codeAt(text, end - 1) === 0x20 || isPhraseBoundary(text, end);
  /** The last break of a line within a phrase that does not tear a word that has room on the next one. */
  const wholeWords = (first: number, fitting: number, level = 0): number => {
    const tears = TEARS[level];
    if (tears === undefined) return fitting;
    const isWithin = (index: number): boolean => !isBoundary(endOf(index)) && tears(text, endOf(index));
    if (!isWithin(fitting)) return fitting;
    let before = fitting - 1;
    while (before >= first && isWithin(before)) before -= 1;
    let after = fitting + 1;
    while (after < breaks.length && isWithin(after)) after += 1;
    const isTorn = before < first || widthOf(endOf(before), endOf(after)) > maxWidth;
    return isTorn ? wholeWords(first, fitting, level + 1) : before;
  };
  /** The last break of a line that does not tear a phrase that has room on the next one. */
  const wholePhrases = (first: number, fitting: number): number => {
    if (isBoundary(endOf(fitting))) return fitting;
    let before = fitting - 1;
    while (before >= first && !isBoundary(endOf(before))) before -= 1;
    if (before < first) return wholeWords(first, fitting);
    let after = fitting + 1;
    while (after < breaks.length && !isBoundary(endOf(after))) after += 1;
    return widthOf(endOf(before), endOf(after)) > maxWidth ? wholeWords(first, fitting) : before;
  };

  const spans: Span[] = [];
  let start = 0;
  for (let index = 0; start < text.length; ) {
    if (spans.length === maxLines || widthOf(start, endOf(index)) > maxWidth) return undefined;
    let last = index;
    while (last < breaks.length && widthOf(start, endOf(last + 1)) <= maxWidth) last += 1;
    if (phrases && last < breaks.length) last = wholePhrases(index, last);
    const end = bareEnd(endOf(last));
    spans.push({ start, end, width: widthOf(start, end) });
    start = endOf(last);
    index = last + 1;
  }
  return spans;
}
