import type { VersionFile } from '../../history/snapshot.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { jsonText } from '../json-text.ts';
import { safeText } from '../terminal/safe.ts';
import type { Paint } from '../terminal/style.ts';
import { tableLines } from '../terminal/table.ts';
import { csvOf, markdownTable } from '../table/export.ts';

/** A table about the journeys of a workspace. */
export interface Overview {
  /** The id of the column that says what a row is about. */
  readonly title: string;
  readonly columns: readonly OverviewColumn[];
  readonly rows: readonly (readonly OverviewCell[])[];
}

export interface OverviewColumn {
  /** The name in JSON. */
  readonly id: string;
  readonly heading: Text;
}

/** What is not written is `undefined`; a number is shown as `text` to people and as itself to programs. */
export type OverviewCell = string | undefined | { readonly value: number; readonly text: string };

/** A file with what it means and what was found in it. */
export type OverviewFile = VersionFile;

/** For spreadsheets: numbers as numbers, and no text a formula. */
export function overviewCsv({ columns, rows }: Overview, locale: Locale): string {
  return csvOf([
    columns.map(({ heading }) => inLocale(heading, locale)),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'object' ? String(cell.value) : (cell ?? '')))),
  ]);
}

export function overviewMarkdown({ columns, rows }: Overview, locale: Locale): string {
  return markdownTable([columns.map(({ heading }) => inLocale(heading, locale)), ...rows.map((row) => row.map(shown))]);
}

/** A list of objects; what is not written is missing. */
export function overviewJson({ columns, rows }: Overview): string {
  return jsonText(
    rows.map((row) =>
      Object.fromEntries(
        columns.flatMap(({ id }, index) => {
          const cell = row[index];
          return cell === undefined ? [] : [[id, typeof cell === 'object' ? cell.value : cell]];
        }),
      ),
    ),
  );
}

/** For a terminal of so many columns: a table, or a block for each row where that has no room. */
export function overviewText(
  { columns, rows, title }: Overview,
  locale: Locale,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const table = {
    head: columns.map(({ heading }) => safeText(inLocale(heading, locale))),
    rows: rows.map((row) => row.map((cell) => safeText(shown(cell).replace(/\s*\n\s*/g, ' / ')))),
    numeric: new Set(
      columns.flatMap((_, column) => (rows.some((row) => typeof row[column] === 'object') ? [column] : [])),
    ),
    title: columns.findIndex(({ id }) => id === title),
  };
  return `${tableLines(table, { width, paint, headStyle: 'bold' }).join('\n')}\n`;
}

function shown(cell: OverviewCell): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}
