import type { Timeline } from '../../history/timeline.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { widthOf } from '../terminal/cells.ts';
import { safeText } from '../terminal/safe.ts';
import type { Paint } from '../terminal/style.ts';
import { COLUMNS, rowsOf, worstText } from './rows.ts';

/** Each journey as a table, a line for each commit, newest last. */
export function prettyTimelines(timelines: readonly Timeline[], locale: Locale, paint: Paint): string {
  return timelines.map((timeline) => prettyTimeline(timeline, locale, paint)).join('\n');
}

/** Numbers stand at the right edge of their column. */
const numeric: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7]);

function prettyTimeline(timeline: Timeline, locale: Locale, paint: Paint): string {
  const head = COLUMNS.map((column) => inLocale(column, locale));
  const rows = rowsOf(timeline, locale).map((row) => row.map(safeText));
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return numeric.has(column) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const lines = rows.map((row, index) => {
    const line = lineOf(row);
    return timeline.points[index] === timeline.worst?.point ? paint(line, 'red') : line;
  });
  return [
    `${paint('◆', 'magenta')} ${paint(safeText(timeline.id), 'bold')}`,
    paint(lineOf(head), 'dim'),
    ...lines,
    safeText(inLocale(worstText(timeline), locale)),
    '',
  ].join('\n');
}
