import type { GraphEdge, GraphEnd } from '../model/graph.ts';
import type { LogStep } from './event-log.ts';
import { DEVIATION, type Hop, type Process, START } from './process.ts';

/**
 * What a trace and the journey have in common, in order.
 *
 *  - `both`: the event happens where the journey has its touchpoint.
 *  - `log`: the journey has nothing of the sort here.
 *  - `journey`: the journey has a touchpoint that the trace does not show. `isFree` where that is no deviation, because the
 *    touchpoint is optional or no event is mapped to it.
 *
 * `by` is the way in the journey that leads here.
 */
export type Move =
  | { readonly kind: 'both'; readonly node: number; readonly failed: boolean; readonly by?: GraphEdge }
  | { readonly kind: 'log'; readonly code: number; readonly failed: boolean }
  | { readonly kind: 'journey'; readonly node: number; readonly isFree: boolean; readonly by?: GraphEdge };

export interface Alignment {
  readonly moves: readonly Move[];
  /** The way out that was taken; missing where the journey has none. */
  readonly end?: GraphEnd;
  /** The number of deviations. */
  readonly cost: number;
  /** 1 − cost / (length of the trace + length of the shortest way through the journey): 1 is perfect, 0 nothing in common. */
  readonly fitness: number;
}

/**
 * The cheapest alignment of a trace with a journey: each event or touchpoint that the other side does not have costs one,
 * optional touchpoints and those without events cost nothing (Carmona, van Dongen, Solti, Weidlich: Conformance Checking,
 * 2018, chapter 7). It is exact. Since the process knows the cheapest passage between any two touchpoints, only the events
 * are walked through: the time grows with the length of the trace times the touchpoints.
 *
 * @param nodeOf the node of an event's code, if it has one that the persona sees
 */
export function align(
  steps: readonly LogStep[],
  process: Process,
  nodeOf: (code: number) => number | undefined,
): Alignment {
  let places: Place[] = [{ cost: 0, node: START, failed: false }];
  for (const { code, failed } of steps) {
    const node = nodeOf(code);
    const next: Place[] = places.map((place) => ({
      cost: place.cost + DEVIATION + EXTRA,
      node: place.node,
      failed: place.failed,
      before: place,
      move: { kind: 'log', code, failed },
    }));
    if (node !== undefined) {
      let best: Place | undefined;
      for (const place of places) {
        const passage = process.way(place, node);
        if (passage === undefined || (best !== undefined && place.cost + passage.cost >= best.cost)) continue;
        best = { cost: place.cost + passage.cost, node, failed, before: place, hops: passage.hops };
      }
      if (best !== undefined) keep(next, best);
    }
    places = next;
  }
  let best: { readonly place: Place; readonly cost: number; readonly hops: readonly Hop[] } | undefined;
  for (const place of places) {
    const passage = process.exit(place);
    const cost = place.cost + (passage?.cost ?? 0);
    // Where no end can be reached at all the journey goes round for ever, and a trace may stop anywhere.
    if (best === undefined || cost < best.cost) best = { place, cost, hops: passage?.hops ?? [] };
  }
  if (best === undefined) return { moves: [], cost: 0, fitness: 1 };
  const cost = Math.floor(best.cost / DEVIATION);
  const length = steps.length + process.shortest;
  const last = best.hops.at(-1)?.by;
  return {
    moves: movesOf(best.place, best.hops, process),
    ...(last !== undefined && 'end' in last && { end: last }),
    cost,
    fitness: length === 0 ? 1 : 1 - cost / length,
  };
}

/** Of two alignments with as many deviations, the one that explains more of the events is likelier. */
const EXTRA = 4;

/** A point of the search: so many events are behind, and this was the last touchpoint. */
interface Place {
  readonly cost: number;
  readonly node: number;
  readonly failed: boolean;
  readonly before?: Place;
  /** An event that the journey does not have, or… */
  readonly move?: Move;
  /** …the passage to the touchpoint of an event. */
  readonly hops?: readonly Hop[];
}

/** Puts a place among the others: of two at the same touchpoint in the same state only the cheaper one can win. */
function keep(places: Place[], place: Place): void {
  const same = places.findIndex(({ node, failed }) => node === place.node && failed === place.failed);
  const known = places[same];
  if (known === undefined) places.push(place);
  else if (place.cost < known.cost) places[same] = place;
}

function movesOf(last: Place, exit: readonly Hop[], process: Process): Move[] {
  const pieces: (readonly Move[])[] = [unseen(exit, process)];
  for (let place: Place | undefined = last; place !== undefined; place = place.before) {
    if (place.move !== undefined) pieces.push([place.move]);
    if (place.hops === undefined) continue;
    const by = edgeOf(place.hops.at(-1));
    pieces.push([
      ...unseen(place.hops.slice(0, -1), process),
      { kind: 'both', node: place.node, failed: place.failed, ...(by !== undefined && { by }) },
    ]);
  }
  return pieces.toReversed().flat();
}

function unseen(hops: readonly Hop[], process: Process): Move[] {
  return hops.flatMap((hop): Move[] => {
    if (hop.to === undefined) return [];
    const by = edgeOf(hop);
    const isFree = process.isVisible[hop.to] !== true || process.graph.nodes[hop.to]?.touchpoint.optional !== undefined;
    return [{ kind: 'journey', node: hop.to, isFree, ...(by !== undefined && { by }) }];
  });
}

function edgeOf(hop: Hop | undefined): GraphEdge | undefined {
  return hop?.by !== undefined && 'to' in hop.by ? hop.by : undefined;
}
