import { Rules } from '@cto.af/linebreak';
import { charactersOf, type Font, widthOf } from './measure.ts';
import { isJapanese, isPhraseBoundary } from './phrases.ts';
import { simpleBreaks } from './simple-breaks.ts';
import { simpleLines } from './simple-lines.ts';
import { TEARS } from './torn-words.ts';

/** A text broken into lines for a box. */
export interface BrokenText {
  readonly lines: readonly Line[];
  /** Something did not fit and ends in "…". */
  readonly cut: boolean;
}

interface Line {
  readonly text: string;
  /** In pixels. */
  readonly width: number;
}

/**
 * Breaks a text into lines no wider than `maxWidth` pixels, at most `maxLines` of them.
 *
 * Lines break where Unicode allows it (UAX #14), which in Japanese text are the kinsoku rules: no 、。」 or small kana at
 * the beginning of a line, no 「 at its end. Japanese breaks between phrases as long as nothing is lost by it, and a phrase
 * that is wider than a line between its words. A word that is wider than a line is broken between two characters. What does not fit ends in "…". Nothing beyond the last line is
 * looked at, however long the text is.
 */
export function breakText(text: string, font: Font, maxWidth: number, maxLines: number): BrokenText {
  // Most texts of a map are short and stand on one line.
  if (text.length * font.size * narrowest <= maxWidth && !text.includes('\n')) {
    const width = widthOf(text, font);
    if (width <= maxWidth) return { lines: text === '' ? [] : [{ text, width }], cut: false };
  }
  if (text.length <= longestKept) {
    const spans = simpleLines(text, font, maxWidth, maxLines);
    if (spans !== undefined) {
      return { lines: spans.map(({ start, end, width }) => ({ text: text.slice(start, end), width })), cut: false };
    }
  }
  return breakPieces(text, font, maxWidth, maxLines);
}

/** The same for every text, piece by piece. */
export function breakPieces(text: string, font: Font, maxWidth: number, maxLines: number): BrokenText {
  const phrases = text.length > longestKept || !isJapanese(text) ? undefined : phrasesOf(text);
  if (phrases !== undefined) {
    const broken = fill(partsThatFit(phrases, font, maxWidth), font, maxWidth, maxLines);
    return broken.cut ? fill(phrases.flat(), font, maxWidth, maxLines) : broken;
  }
  return fill(piecesOf(text), font, maxWidth, maxLines);
}

function fill(pieces: Iterable<Piece>, font: Font, maxWidth: number, maxLines: number): BrokenText {
  const lines: Line[] = [];
  let line = '';
  let width = 0;
  for (const { piece, required } of pieces) {
    const bare = piece.trimEnd();
    const bareWidth = widthOf(bare, font);
    if (line !== '' && width + bareWidth > maxWidth) {
      if (lines.length + 1 === maxLines) return cutAt(lines, line + piece, font, maxWidth);
      lines.push(finished(line, font));
      line = '';
      width = 0;
    }
    if (bareWidth > maxWidth) {
      const rest = splitLong(piece, font, maxWidth, lines, maxLines);
      if (rest === undefined)
        return cutAt(lines.slice(0, maxLines - 1), lines.at(maxLines - 1)?.text + piece, font, maxWidth);
      line = rest;
      width = widthOf(rest, font);
    } else {
      line += piece;
      width += widthOf(piece, font);
    }
    if (required) {
      if (lines.length + 1 === maxLines) return cutAt(lines, `${line}…`, font, maxWidth);
      lines.push(finished(line, font));
      line = '';
      width = 0;
    }
  }
  if (line.trim() !== '') lines.push(finished(line, font));
  return { lines, cut: false };
}

/** In ems; used only to see at once that a text is too long for a line. */
const narrowest = 0.2;
const rules = new Rules();

interface Piece {
  readonly piece: string;
  readonly required: boolean;
}

/**
 * Pieces of short texts are kept: a preview lays out the same texts again and again. All are dropped when there are too
 * many, so that nothing grows without end.
 */
const kept = new Map<string, readonly Piece[]>();
const keptPhrases = new Map<string, readonly Phrase[]>();
const mostKept = 4000;
const longestKept = 400;

function piecesOf(text: string): Iterable<Piece> {
  if (text.length > longestKept) return findPieces(text);
  let pieces = kept.get(text);
  if (pieces === undefined) {
    if (kept.size >= mostKept) kept.clear();
    pieces = [...findPieces(text)];
    kept.set(text, pieces);
  }
  return pieces;
}

/** Pieces that a reader takes in at once. */
type Phrase = readonly Piece[];

function phrasesOf(text: string): readonly Phrase[] {
  let phrases = keptPhrases.get(text);
  if (phrases === undefined) {
    if (keptPhrases.size >= mostKept) keptPhrases.clear();
    phrases = findPhrases(text);
    keptPhrases.set(text, phrases);
  }
  return phrases;
}

function findPhrases(text: string): readonly Phrase[] {
  const phrases: Piece[][] = [[]];
  let end = 0;
  for (const piece of findPieces(text)) {
    phrases.at(-1)?.push(piece);
    end += piece.piece.length + (piece.required ? 1 : 0);
    // Between Latin words there is always a boundary.
    if (piece.required || piece.piece.endsWith(' ') || isPhraseBoundary(text, end)) phrases.push([]);
  }
  return phrases;
}

/** Phrases as one piece each; one that is wider than a line in its words, and a word that is wider in its parts. */
function* partsThatFit(phrases: readonly Phrase[], font: Font, maxWidth: number): Generator<Piece, void, undefined> {
  for (const phrase of phrases) if (phrase.length > 0) yield* inLargest(phrase, font, maxWidth, 0);
}

/** In one piece if that fits a line, otherwise in as few as tear nothing of that level, and so on. */
function* inLargest(pieces: Phrase, font: Font, maxWidth: number, level: number): Generator<Piece, void, undefined> {
  const piece = pieces.map((part) => part.piece).join('');
  if (widthOf(piece.trimEnd(), font) <= maxWidth) yield { piece, required: pieces.at(-1)?.required ?? false };
  else if (level === TEARS.length) yield* pieces;
  else for (const parts of untorn(pieces, level)) yield* inLargest(parts, font, maxWidth, level + 1);
}

function untorn(pieces: Phrase, level: number): readonly Phrase[] {
  const groups: Piece[][] = [];
  let before = '';
  for (const each of pieces) {
    const group = groups.at(-1);
    if (group !== undefined && TEARS[level]?.(before + each.piece, before.length) === true) group.push(each);
    else groups.push([each]);
    before = each.piece;
  }
  return groups;
}

function* findPieces(text: string): Generator<Piece, void, undefined> {
  let start = 0;
  // It looks at the whole text at once.
  const simple = text.length > longestKept ? undefined : simpleBreaks(text);
  if (simple !== undefined) {
    for (const position of [...simple, text.length]) {
      yield { piece: text.slice(start, position), required: false };
      start = position;
    }
    return;
  }
  for (const { position, required } of rules.breaks(text)) {
    const piece = text.slice(start, position);
    start = position;
    // The end of the text counts as required, too.
    yield { piece: piece.replaceAll('\n', ''), required: required && piece.endsWith('\n') };
  }
}

function finished(line: string, font: Font): Line {
  const text = line.trimEnd();
  return { text, width: widthOf(text, font) };
}

/** Fills whole lines with a word that is wider than a line; what is left begins the next one, or nothing fits any more. */
function splitLong(word: string, font: Font, maxWidth: number, lines: Line[], maxLines: number): string | undefined {
  let line = '';
  let width = 0;
  for (const { text, width: advance } of charactersOf(word)) {
    const own = (advance[font.weight] * font.size) / 1000;
    if (line !== '' && width + own > maxWidth) {
      lines.push({ text: line, width });
      if (lines.length === maxLines) return undefined;
      line = '';
      width = 0;
    }
    line += text;
    width += own;
  }
  return line;
}

function cutAt(lines: readonly Line[], last: string, font: Font, maxWidth: number): BrokenText {
  const dots = '…';
  const room = maxWidth - widthOf(dots, font);
  let text = '';
  let width = 0;
  for (const character of charactersOf(last.trimEnd())) {
    const own = (character.width[font.weight] * font.size) / 1000;
    if (width + own > room) break;
    text += character.text;
    width += own;
  }
  text = `${text.trimEnd().replace(/[、。,.…「(（“"]+$/u, '')}${dots}`;
  return { lines: [...lines, { text, width: widthOf(text, font) }], cut: true };
}
