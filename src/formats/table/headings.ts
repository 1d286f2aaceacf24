import { type ColumnId, columnOf, isOfSteps } from './columns.ts';
import { linesIn, listed } from './entries.ts';
import type { Row } from './rows.ts';
import type { Lexicon } from './words.ts';

/** A table with its headings above. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  /** From one, in the file. */
  readonly headingLine: number;
  /** Whether the headings stood at the left. */
  readonly turned: boolean;
}

/** The table with its headings above. Journey maps in spreadsheets often have them at the left. */
export function upright(rows: readonly Row[]): Table {
  const [first, ...rest] = rows;
  const headings = first?.cells ?? [];
  const left = rows.map(({ cells }) => cells[0] ?? '');
  const turned = countKnown(left.slice(1)) > countKnown(headings.slice(1)) && countKnown(left.slice(1)) >= 2;
  if (!turned) return { headings, rows: rest, headingLine: first?.line ?? 1, turned };
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return {
    headings: left.map((name, index) => (index === 0 && columnOf(name) === undefined ? 'stage' : name)),
    rows: Array.from({ length: width - 1 }, (_, column) => ({
      cells: rows.map(({ cells }) => cells[column + 1] ?? ''),
      line: first?.line ?? 1,
    })).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    headingLine: first?.line ?? 1,
    turned,
  };
}

/** What the headings say; where none says which column names the touchpoint, the first unknown text does. */
export function columnsOf({ headings, rows, turned }: Table): readonly (ColumnId | undefined)[] {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  const said = Array.from({ length: width }, (_, index) => columnOf(headings[index] ?? ''));
  const isStep = said.map((column, index) => column === 'touchpoint' && isOfSteps(headings[index] ?? ''));
  const areApart = !said.includes('does') && said.some((column, index) => column === 'touchpoint' && !isStep[index]);
  const columns = said.map((column, index) => (areApart && isStep[index] === true ? 'does' : column));
  const fill = (id: ColumnId): void => {
    if (columns.includes(id)) return;
    const free = columns.indexOf(undefined);
    if (free >= 0) columns[free] = id;
  };
  if (columns.every((column) => column === undefined)) fill('stage');
  if (!turned && !columns.includes('does')) fill('touchpoint');
  return columns;
}

/** Many maps call the channels touchpoints. The cells show it where another column says what happens. */
export function contacts(
  columns: readonly (ColumnId | undefined)[],
  { rows }: Table,
  channels: Lexicon,
): readonly (ColumnId | undefined)[] {
  const at = columns.indexOf('touchpoint');
  if (at < 0 || columns.includes('channel') || !columns.includes('does')) return columns;
  const entries = rows.flatMap(({ cells }) => linesIn(cells[at] ?? '').flatMap(listed));
  const known = entries.filter((entry) => channels.find(entry) !== undefined).length;
  return known * 2 > entries.length ? columns.with(at, 'channel') : columns;
}

/** How many headings say what their column holds. */
export function countKnown(headings: readonly string[]): number {
  return headings.filter((heading) => columnOf(heading) !== undefined).length;
}
