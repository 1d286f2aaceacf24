import { widthOf } from './cells.ts';
import type { Paint, Style } from './style.ts';
import { wrap } from './wrap.ts';

/** A table whose texts are of one line each and safe for a terminal. */
export interface TerminalTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, which stand at the right edge. */
  readonly numeric?: ReadonlySet<number>;
  /** The column that says what a row is about: the first one unless it is given. */
  readonly title?: number;
}

export interface TableOptions {
  /** Columns of the terminal; `Infinity` where lines stay whole, as for a file or another program. */
  readonly width: number;
  readonly paint: Paint;
  readonly headStyle: Style;
  /** What is special about a row, counted from zero. */
  readonly rowStyle?: (row: number) => Style | undefined;
}

/**
 * The lines of a table, each at most as wide as asked unless a single word is wider: columns under each other, as narrow as they
 * must be with their cells going on below; where that would tear texts into shreds, a block of `label: value` for each row.
 */
export function tableLines(table: TerminalTable, options: TableOptions): readonly string[] {
  const whole = naturalWidths(table);
  if (totalOf(whole) <= options.width) return printed(table, whole, options);
  const filled = withoutEmptyColumns(table);
  const widths = fittedWidths(filled, options.width);
  return widths === undefined ? blocks(filled, options) : printed(filled, widths, options);
}

const gap = 2;
/** Columns that a cell of a text gets at least: less than a word or two in a line nobody likes to read. */
const leastCell = 10;
/** Lines that a row has at most: in a higher one nobody finds what belongs together. */
const mostLines = 6;

function naturalWidths({ head, rows }: TerminalTable): readonly number[] {
  return head.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))));
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + gap, -gap);
}

/** What no row says need not take room from the rest. */
function withoutEmptyColumns({ head, rows, numeric, title = 0 }: TerminalTable): TerminalTable {
  const kept = head.flatMap((_, column) =>
    column === title || rows.some((row) => (row[column] ?? '') !== '') ? [column] : [],
  );
  return {
    head: kept.map((column) => head[column] ?? ''),
    rows: rows.map((row) => kept.map((column) => row[column] ?? '')),
    numeric: new Set(kept.flatMap((column, index) => (numeric?.has(column) === true ? [index] : []))),
    title: kept.indexOf(title),
  };
}

/** Widths with which the table fits and can be read, if there are any: as much for all as there is, and for none more than it needs. */
function fittedWidths(table: TerminalTable, width: number): readonly number[] | undefined {
  const natural = naturalWidths(table);
  const least = table.head.map((title, column) =>
    Math.max(...[title, ...table.rows.map((row) => row[column] ?? '')].map(narrowest)),
  );
  let widths = least;
  if (totalOf(widths) > width) return undefined;
  for (let share = leastCell + 1; share <= width; share += 1) {
    const wider = least.map((own, column) => Math.max(own, Math.min(natural[column] ?? 0, share)));
    if (totalOf(wider) > width) break;
    widths = wider;
  }
  const isLow = table.rows.every((row) =>
    row.every((cell, column) => wrap(cell, widths[column] ?? 0).length <= mostLines),
  );
  return isLow ? widths : undefined;
}

/** How wide a text is when it is broken wherever it may be; a word stays whole. */
function narrowest(text: string): number {
  return Math.max(...wrap(text, leastCell).map(widthOf));
}

function printed(table: TerminalTable, widths: readonly number[], options: TableOptions): readonly string[] {
  const { paint, headStyle, rowStyle } = options;
  const linesOf = (row: readonly string[]): readonly string[] => {
    const cells = row.map((cell, column) => wrap(cell, widths[column] ?? 0));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, index) =>
      cells
        .map((lines, column) => {
          const line = lines[index] ?? '';
          const space = ' '.repeat(Math.max((widths[column] ?? 0) - widthOf(line), 0));
          return table.numeric?.has(column) === true ? space + line : line + space;
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  const rows = table.rows.map(linesOf);
  const isBroken = rows.some((lines) => lines.length > 1);
  const all = linesOf(table.head).map((line) => paint(line, headStyle));
  for (const [row, lines] of rows.entries()) {
    // Otherwise nobody sees where a row ends.
    if (isBroken && row > 0) all.push('');
    all.push(...lines.map((line) => paint(line, ...stylesOf(rowStyle?.(row)))));
  }
  return all;
}

function blocks({ head, rows, title = 0 }: TerminalTable, { width, paint, rowStyle }: TableOptions): readonly string[] {
  const labelWidth = Math.max(...head.filter((_, column) => column !== title).map(widthOf)) + ': '.length;
  // Beside longer ones there is no room for values.
  const isAligned = labelWidth <= width / 3;
  const field = (label: string, value: string): readonly string[] => {
    const room = width - indent.length - labelWidth;
    const beside = isAligned ? wrap(value, room) : [];
    if (isAligned && beside.every((line) => widthOf(line) <= room)) {
      const space = ' '.repeat(labelWidth - widthOf(label) - 1);
      return beside.map((line, index) =>
        index === 0
          ? `${indent}${paint(`${label}:`, 'dim')}${space}${line}`
          : `${indent}${' '.repeat(labelWidth)}${line}`,
      );
    }
    const name = `${indent}${paint(`${label}:`, 'dim')}`;
    if (widthOf(`${indent}${label}: ${value}`) <= width) return [`${name} ${value}`];
    return [name, ...wrap(value, width - 2 * indent.length).map((line) => indent + indent + line)];
  };
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrap(row[title] ?? '', width - indent.length).map(
      (line, at) => `${at === 0 ? '• ' : indent}${paint(line, 'bold', ...stylesOf(rowStyle?.(index)))}`,
    ),
    ...head.flatMap((label, column) => {
      const value = row[column] ?? '';
      return column === title || value === '' || value === nothing ? [] : field(label, value);
    }),
  ]);
}

const indent = '  ';
/** Holds a place in a table; a block needs none. */
const nothing = '–';

function stylesOf(style: Style | undefined): readonly Style[] {
  return style === undefined ? [] : [style];
}
