import type { ImportProblem } from '../import/imported.ts';
import type { Row } from './rows.ts';

/**
 * Rows with more cells than the first one: a comma within a text has parted it, as in `3,000円`, and every cell behind it
 * stands under the wrong heading. Empty cells at the end are usual and mean nothing, unless a number was parted.
 */
export function tooWide([first, ...rows]: readonly Row[]): readonly ImportProblem[] {
  const width = first?.cells.length ?? 0;
  const goesOn = ({ cells }: Row): boolean => cells.slice(width).some((cell) => cell.trim() !== '');
  // A column that has no heading is not a mistake of one row.
  const hasMoreColumns = rows.length > 1 && rows.every(goesOn);
  return rows.flatMap((row): ImportProblem[] => {
    const { cells, line } = row;
    const parted = cells.length > width ? partedNumber(cells) : undefined;
    if (parted === undefined && (hasMoreColumns || !goesOn(row))) return [];
    const example = parted ?? '3,000円';
    return [
      {
        code: 'table/row-too-wide',
        line,
        severity: 'warning',
        message: {
          en: `This row has ${cells.length} cells, the row of headings only ${width}: its texts may stand in the wrong columns.`,
          ja: `この行のセルは${cells.length}個ありますが、見出しの行は${width}個だけです。内容が列からずれているおそれがあります。`,
        },
        help: {
          en: `Put a text that holds the sign between the cells in quotes, such as "${example}" (in Markdown, write \\|), and import again.`,
          ja: `区切りの記号を含む内容は、"${example}" のように引用符で囲み(Markdownでは \\| と書き)、取り込み直してください。`,
        },
      },
    ];
  });
}

/** An amount that its own comma has parted into two cells. */
function partedNumber(cells: readonly string[]): string | undefined {
  for (const [index, cell] of cells.entries()) {
    const next = cells[index + 1] ?? '';
    if (/(^|[^\d.])\d{1,3}$/.test(cell) && /^\d{3}(?!\d)\s*\S/.test(next)) {
      return `${/\d+$/.exec(cell)?.[0] ?? ''},${/^\d{3}\s*[^\s\d]{1,4}/.exec(next)?.[0] ?? next}`;
    }
  }
  return undefined;
}
