import type { Timeline } from '../../history/timeline.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { safeText } from '../terminal/safe.ts';
import type { Paint } from '../terminal/style.ts';
import { tableLines } from '../terminal/table.ts';
import { wrap } from '../terminal/wrap.ts';
import { COLUMNS, rowsOf, worstText } from './rows.ts';

interface TimelineOptions {
  readonly locale: Locale;
  /** Columns of the terminal; `Infinity` where lines stay whole. */
  readonly width: number;
  readonly paint: Paint;
}

/** Each journey as a table, a row for each commit, newest last. */
export function prettyTimelines(timelines: readonly Timeline[], options: TimelineOptions): string {
  return timelines.map((timeline) => prettyTimeline(timeline, options)).join('\n');
}

const numeric: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7]);
/** What a commit says of itself. */
const message = COLUMNS.length - 1;

function prettyTimeline(timeline: Timeline, { locale, width, paint }: TimelineOptions): string {
  const table = {
    head: COLUMNS.map((column) => inLocale(column, locale)),
    rows: rowsOf(timeline, locale).map((row) => row.map(safeText)),
    numeric,
    title: message,
  };
  return [
    `${paint('◆', 'magenta')} ${paint(safeText(timeline.id), 'bold')}`,
    ...tableLines(table, {
      width,
      paint,
      headStyle: 'dim',
      rowStyle: (row) => (timeline.points[row] === timeline.worst?.point ? 'red' : undefined),
    }),
    ...wrap(safeText(inLocale(worstText(timeline), locale)), width),
    '',
  ].join('\n');
}
