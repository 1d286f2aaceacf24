import type { Alignment, Move } from './align.ts';

/**
 * How a trace departs from the journey (Halvorsrud, Kvale, Følstad: Improving service quality through customer journey
 * analysis. Journal of Service Theory and Practice, 2016):
 *
 *  - `adHoc`: something happened that the journey does not have there.
 *  - `missing`: a touchpoint of the journey did not happen. `left`: so did all after it, the customer was not seen again.
 *  - `sequence`: a touchpoint happened, but at another place.
 *  - `failed`: the log says that it went wrong, or it had to be done again at once.
 */
export type DeviationKind = 'adHoc' | 'missing' | 'left' | 'sequence' | 'failed';

export type Deviation =
  | {
      readonly kind: 'adHoc';
      readonly code: number /** The node before; missing at the beginning. */;
      readonly after?: number;
    }
  | { readonly kind: 'missing' | 'left' | 'sequence' | 'failed'; readonly node: number; readonly after?: number };

/** What an alignment shows, in the order of the trace. */
export function deviationsOf({ moves }: Alignment, nodeOf: (code: number) => number | undefined): readonly Deviation[] {
  const misplaced = pairsOf(moves, nodeOf);
  const repeats = repeatsOf(moves, nodeOf);
  const end = moves.findLastIndex(({ kind }) => kind !== 'journey');
  const deviations: Deviation[] = [];
  let after: { readonly after?: number } = {};
  for (const [index, move] of moves.entries()) {
    if (move.kind === 'log') {
      const node = nodeOf(move.code);
      if (node === undefined) deviations.push({ kind: 'adHoc', code: move.code, ...after });
      else if (misplaced.has(index)) deviations.push({ kind: 'sequence', node, ...after });
      else if (repeats.has(index)) deviations.push({ kind: 'failed', node, ...after });
      else deviations.push({ kind: 'adHoc', code: move.code, ...after });
      if (move.failed && node !== undefined && !repeats.has(index)) deviations.push({ kind: 'failed', node, ...after });
    } else {
      if (move.kind === 'both' && move.failed) deviations.push({ kind: 'failed', node: move.node, ...after });
      else if (move.kind === 'journey' && !move.isFree && !misplaced.has(index)) {
        deviations.push({ kind: index > end ? 'left' : 'missing', node: move.node, ...after });
      }
      if (move.kind === 'both') after = { after: move.node };
    }
  }
  return deviations;
}

/** Places of events and of touchpoints that are the same touchpoint, once too much and once too few. */
function pairsOf(moves: readonly Move[], nodeOf: (code: number) => number | undefined): ReadonlySet<number> {
  const pairs = new Set<number>();
  const lacking = new Map<number, number[]>();
  for (const [index, move] of moves.entries()) {
    if (move.kind !== 'journey' || move.isFree) continue;
    lacking.set(move.node, [...(lacking.get(move.node) ?? []), index]);
  }
  for (const [index, move] of moves.entries()) {
    if (move.kind !== 'log') continue;
    const node = nodeOf(move.code);
    const other = node === undefined ? undefined : lacking.get(node)?.shift();
    if (other === undefined) continue;
    pairs.add(index);
    pairs.add(other);
  }
  return pairs;
}

/** Places of events that do a touchpoint once more, directly after or before it was done in its place. */
function repeatsOf(moves: readonly Move[], nodeOf: (code: number) => number | undefined): ReadonlySet<number> {
  const repeats = new Set<number>();
  let run: { readonly node: number | undefined; readonly extra: number[]; isInPlace: boolean } | undefined;
  const close = (): void => {
    if (run?.isInPlace === true) for (const index of run.extra) repeats.add(index);
  };
  for (const [index, move] of moves.entries()) {
    if (move.kind === 'journey') continue;
    const node = move.kind === 'both' ? move.node : nodeOf(move.code);
    if (run === undefined || node === undefined || run.node !== node) {
      close();
      run = { node, extra: [], isInPlace: false };
    }
    if (move.kind === 'both') run.isInPlace = true;
    else run.extra.push(index);
  }
  close();
  return repeats;
}
