import type { Range } from '../../model/place.ts';
import { type Cell, cellsOf, plainWidth } from './cells.ts';

/** A line of source and, under it, the marks that show which part is meant. */
export interface FramedLine {
  /** Counted from one. */
  readonly number: number;
  readonly code: string;
  /** Spaces up to the place, then the marks. Empty when the line is shown without any. */
  readonly marks: string;
}

/** From this many lines on only the first and the last line of a range are shown. */
const longest = 4;
const ellipsis = '…';

/**
 * The lines of a range with marks under exactly its characters, each at most `width` columns wide. Positions outside of
 * the text are moved to its nearest end. An empty range gets one mark.
 */
export function framedLines(
  lines: readonly string[],
  range: Range,
  mark: string,
  width: number,
): readonly FramedLine[] {
  const first = Math.min(range.start.line, lines.length - 1);
  const last = Math.max(first, Math.min(lastLine(range), lines.length - 1));
  const framedAt = (number: number): FramedLine => framedLine(lines[number] ?? '', number, range, mark, width);
  if (last === first) return [framedAt(first)];
  if (last - first + 1 > longest) return [framedAt(first), framedAt(last)];
  return Array.from({ length: last - first + 1 }, (_, index) => framedAt(first + index));
}

function framedLine(line: string, number: number, range: Range, mark: string, width: number): FramedLine {
  const from = number === range.start.line ? range.start.character : line.length - line.trimStart().length;
  const to = number === range.end.line ? range.end.character : line.trimEnd().length;
  const start = Math.min(from, line.length);
  const piece = pieceAround(line, start);
  const [own, end] = [start - piece.start, to - piece.start];
  const { code, marks } = framedPlain(piece.text, own, end, mark, width) ?? framed(piece.text, own, end, mark, width);
  return { number: number + 1, code, marks };
}

/** Longer lines are cut around the place before their characters are measured: a line may be the whole file. */
const longestLine = 4000;

function pieceAround(line: string, from: number): { readonly text: string; readonly start: number } {
  if (line.length <= longestLine) return { text: line, start: 0 };
  const start = Math.max(0, Math.min(from - longestLine / 4, line.length - longestLine));
  const end = start + longestLine;
  const [left, right] = [start > 0 ? ellipsis : '', end < line.length ? ellipsis : ''];
  return { text: left + line.slice(start, end) + right, start: start - left.length };
}

/** A range that ends before the first character of a line does not reach it. */
function lastLine({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** Of a line in which nothing combines, as nearly all are: there is no need to take it apart. */
function framedPlain(line: string, from: number, to: number, mark: string, width: number): Framed | undefined {
  const left = plainWidth(line, 0, from);
  const marked = plainWidth(line, from, to);
  const right = plainWidth(line, Math.max(from, to));
  if (left === undefined || marked === undefined || right === undefined) return undefined;
  const [columns, total] = [{ from: left, to: left + marked }, left + marked + right];
  const { start, end } = shownColumns(columns, total, width);
  const isWhole = start === 0 && end === total;
  return drawn(isWhole ? { text: line, cut: 0, start, end } : plainPart(line, start, end), columns, total, mark);
}

/** What stands between two columns of such a line. */
function plainPart(line: string, start: number, end: number): Shown {
  let first: number | undefined;
  let last = 0;
  let cut = 0;
  let column = 0;
  for (let at = 0; column < end && at < line.length; at += 1) {
    const next = column + (plainWidth(line, at, at + 1) ?? 0);
    if (column >= start && next <= end) {
      if (first === undefined) [first, cut] = [at, column];
      last = at + 1;
    }
    column = next;
  }
  return { text: line.slice(first ?? 0, last), cut, start, end };
}

type Framed = Omit<FramedLine, 'number'>;

function framed(line: string, from: number, to: number, mark: string, width: number): Framed {
  const cells = cellsOf(line);
  const columns = columnsOf(cells, from, to);
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const { start, end } = shownColumns(columns, total, width);
  const shown: string[] = [];
  let column = 0;
  let cut = 0;
  for (const cell of cells) {
    if (column >= start && column + cell.width <= end) {
      if (shown.length === 0) cut = column;
      shown.push(cell.text);
    }
    column += cell.width;
  }
  return drawn({ text: shown.join(''), cut, start, end }, columns, total, mark);
}

/** What is shown of a line: its columns from `start` to `end`. */
interface Shown {
  readonly text: string;
  /** The column of the first character. A wide one at the left edge is left out whole, and the marks move with it. */
  readonly cut: number;
  readonly start: number;
  readonly end: number;
}

function drawn({ text, cut, start, end }: Shown, columns: Columns, total: number, mark: string): Framed {
  const before = start > 0 ? ellipsis : '';
  const after = end < total ? ellipsis : '';
  const left = Math.max(columns.from - cut, 0) + before.length;
  const right = Math.min(Math.max(columns.to - cut + before.length, left + 1), end - cut + before.length);
  return {
    code: `${before}${text}${after}`.trimEnd(),
    marks: ' '.repeat(left) + mark.repeat(Math.max(right - left, 1)),
  };
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

/** The columns of a piece of a line that is given in code units. A character is in it when any part of it is. */
function columnsOf(cells: readonly Cell[], from: number, to: number): Columns {
  let column = 0;
  let first: number | undefined;
  let end = 0;
  for (const cell of cells) {
    if (first === undefined && cell.start + cell.length > from) first = column;
    column += cell.width;
    if (cell.start < to) end = column;
  }
  // After the last character, or in an empty line, there is none to stand under.
  first ??= column;
  return { from: first, to: Math.max(end, first) };
}

/** Which columns to show of a line that is too long: as much as possible of the place, and a little before it. */
function shownColumns(place: Columns, total: number, width: number): { start: number; end: number } {
  if (total <= width) return { start: 0, end: total };
  if (place.to < width) return { start: 0, end: width - 1 };
  const room = width - 2 * ellipsis.length;
  const context = Math.max(Math.floor(room / 4), 0);
  const start = Math.max(0, Math.min(place.from - context, total - room));
  return { start, end: Math.min(total, start + room) };
}
