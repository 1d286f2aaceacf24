import type { Imported } from '../formats/import/imported.ts';
import { importMermaid } from '../formats/mermaid/import.ts';
import { importTable } from '../formats/table/import.ts';
import { markdownTables, readDelimited, type Row } from '../formats/table/rows.ts';
import { libraryTerms } from '../language/library/terms.ts';

/**
 * A journey from what somebody has copied from another program: the cells of a spreadsheet or of a table in a document, a table
 * in Markdown, a Mermaid journey.
 *
 * @param title where the text has none itself
 * @param delimited it comes from a file whose cells are parted by commas or semicolons
 * @returns undefined when it is none of these, or a table of which no heading is understood
 */
export function foreignJourney(text: string, title: string, delimited = false): Imported | undefined {
  const mermaid = importMermaid(text, 'markdown') ?? (MERMAID.test(text) ? importMermaid(text, 'mermaid') : undefined);
  if (mermaid !== undefined) return mermaid;
  const rows = rowsIn(text, delimited);
  if (rows.length < 2) return undefined;
  const vocabulary = { channels: libraryTerms('channel'), emotions: libraryTerms('emotion') };
  const imported = importTable(rows, title, vocabulary);
  return imported.problems.some(({ code }) => code === 'table/headings-not-known') ? undefined : imported;
}

/** The keyword alone on its line: in our own language a name stands behind it. */
const MERMAID = /^[ \t]*journey[ \t]*$/m;

/** A tab between cells, and not only at the beginning of a line. */
const CELLS = /\S\t+\S/;

function rowsIn(text: string, delimited: boolean): readonly Row[] {
  if (delimited || CELLS.test(text)) return readDelimited(text);
  return markdownTables(text)[0] ?? [];
}
