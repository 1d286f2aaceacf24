import type { GraphNode } from '../graph.ts';
import type { Touchpoint } from '../journey.ts';

/** What is written about the time before a touchpoint, in one form: `after 1 h, waits 3 min max 10 min`. Empty: nothing. */
export function timeAsWritten({ after, wait, takes }: Touchpoint): string {
  if (after === undefined && wait === undefined) return '';
  const longest = wait?.longest === undefined ? '' : ` max ${plain(wait.longest.written)}`;
  return [
    ...(after === undefined ? [] : [`after ${plain(after.written)}`]),
    ...(wait === undefined ? [] : [`waits ${plain(wait.typical.written)}${longest}`]),
    ...(takes === undefined ? [] : [`takes ${plain(takes.written)}`]),
  ].join(', ');
}

/**
 * Where a touchpoint stands, for everybody together: what comes before and after it, and whether it may be left out. What a
 * log says of touchpoints that are missing or out of sequence is true of this place only.
 */
export function placeAsWritten({ in: ways, out, ends, touchpoint }: GraphNode): string {
  const before = ways.filter(({ kind }) => kind !== 'skip').map(({ from }) => from.touchpoint.id);
  const after = out.filter(({ kind }) => kind !== 'skip').map(({ to }) => to.touchpoint.id);
  const last = ends.filter(({ kind }) => kind !== 'skip').map(({ end }) => `end:${end}`);
  const optional = touchpoint.optional === undefined ? '' : ' optional';
  return `${names(before)} > ${names([...after, ...last])}${optional}`;
}

function names(all: readonly string[]): string {
  return [...new Set(all)].toSorted().join(' ');
}

function plain(written: string): string {
  return written.replace(/\s+/gu, ' ').trim();
}
