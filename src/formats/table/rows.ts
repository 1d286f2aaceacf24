import { dsvFormat } from 'd3-dsv';

/** A row of a table as it is written; the first may be the headings. */
export interface Row {
  readonly cells: readonly string[];
  /** Counted from one. */
  readonly line: number;
}

const delimiters = [',', '\t', ';', '|'] as const;

/** Reads comma, tab or semicolon separated values; which of them it is, the text shows. */
export function readDelimited(text: string): readonly Row[] {
  const delimiter = guessDelimiter(text);
  let line = 1;
  // Positions are counted from the cells: d3-dsv does not tell them.
  return dsvFormat(delimiter)
    .parseRows(text.replace(/\r\n?/g, '\n'))
    .map((cells) => {
      const row = { cells: cells.map(unguarded), line };
      line += 1 + cells.join('').split('\n').length - 1;
      return row;
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** The one that parts the first lines into as many cells each. */
function guessDelimiter(text: string): string {
  const sample = text.split(/\r\n?|\n/, 30).join('\n');
  const scored = delimiters.map((delimiter) => {
    const widths = dsvFormat(delimiter)
      .parseRows(sample)
      .map((cells) => cells.length);
    const [first = 1] = widths;
    const same = widths.filter((width) => width === first).length / widths.length;
    return { delimiter, score: first > 1 ? first * same * same : 0 };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

/** A text that was guarded against being taken for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\n])/, '');
}

/** The tables of a Markdown file, each with its rows. */
export function markdownTables(markdown: string): readonly (readonly Row[])[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const tables: Row[][] = [];
  for (let index = 1; index < lines.length; index += 1) {
    if (!isRule(lines[index] ?? '') || !(lines[index - 1] ?? '').includes('|')) continue;
    const rows: Row[] = [{ cells: cellsOf(lines[index - 1] ?? ''), line: index }];
    for (index += 1; index < lines.length && (lines[index] ?? '').includes('|'); index += 1) {
      rows.push({ cells: cellsOf(lines[index] ?? ''), line: index + 1 });
    }
    tables.push(rows);
  }
  return tables;
}

function isRule(line: string): boolean {
  return /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes('|');
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/<!-- -->/g, '')
      .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/^\*\*(.*)\*\*$/s, '$1'),
  );
}
