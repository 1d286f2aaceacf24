import { csvFormat } from 'd3-dsv';
import type { Timeline } from '../../history/timeline.ts';

/**
 * The figures for a spreadsheet: RFC 4180, numbers as numbers, waits in seconds. Texts that a spreadsheet would take for a
 * formula begin with an apostrophe.
 */
export function timelineCsv(timelines: readonly Timeline[]): string {
  const rows = timelines.flatMap(({ id, points }) =>
    points.map(({ commit, date, subject, figures }) => ({
      journey: text(id),
      date,
      commit,
      score: figures.score,
      touchpoints: figures.touchpoints,
      wait_seconds: figures.wait ?? '',
      emotion_mean: figures.mean ?? '',
      emotion_lowest: figures.lowest ?? '',
      message: text(subject),
    })),
  );
  return `${csvFormat(rows)}\n`;
}

/** Negative numbers are no formulas, so only what somebody has written is made safe. */
function text(written: string): string {
  return /^[=+\-@\t\r\n]/.test(written) ? `'${written}` : written;
}
