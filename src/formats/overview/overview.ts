import type { VersionFile } from '../../history/snapshot.ts';
import { moneyText } from '../../model/phrases.ts';
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

/** What is not written is `undefined`; a number or a sum of money is shown as `text` to people and as itself to programs. */
export type OverviewCell =
  | string
  | undefined
  | { readonly value: number | Sum | readonly Sum[]; readonly text: string };

interface Sum {
  readonly amount: number;
  readonly currency: string;
}

/** A sum in one currency. */
export function sumCell({ amount, currency }: Sum, locale: Locale): OverviewCell {
  const value = { amount: withoutNoise(amount), currency };
  return { value, text: inLocale(moneyText(value), locale) };
}

/** Costs together; currencies are not added to each other. */
export function sumsCell(costs: readonly Sum[], locale: Locale): OverviewCell {
  const sums = new Map<string, number>();
  for (const { amount, currency } of costs) sums.set(currency, withoutNoise((sums.get(currency) ?? 0) + amount));
  if (sums.size === 0) return undefined;
  const value = [...sums].map(([currency, amount]) => ({ amount, currency }));
  return { value, text: value.map((each) => inLocale(moneyText(each), locale)).join('\n') };
}

/** 0.1 + 0.2 is 0.3, and 1.1万円 is 11000, for programs as well. */
function withoutNoise(amount: number): number {
  return Number(amount.toFixed(4));
}

/** A file with what it means and what was found in it. */
export type OverviewFile = VersionFile;

/** For spreadsheets: numbers as numbers, sums as a journey writes them (`1200 JPY`), and no text a formula. */
export function overviewCsv({ columns, rows }: Overview, locale: Locale): string {
  return csvOf([
    columns.map(({ heading }) => inLocale(heading, locale)),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'object' ? plain(cell.value) : (cell ?? '')))),
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

function plain(value: number | Sum | readonly Sum[]): string {
  if (typeof value === 'number') return String(value);
  return [value]
    .flat()
    .map(({ amount, currency }) => `${amount} ${currency}`)
    .join('\n');
}

function shown(cell: OverviewCell): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}
