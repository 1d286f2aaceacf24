import { waitsBefore } from '../model/flow/wait-sums.ts';
import type { GraphEdge, GraphNode } from '../model/graph.ts';

/**
 * The shortest typical wait in seconds on any way from one touchpoint to a later one, counted as `Waits.between` counts the
 * longest: both waits, but not the `after` of the first. Missing when no way leads there. Dijkstra 1959.
 *
 * @param timeAlong seconds from one touchpoint to the next, not negative; infinite where that cannot be told
 */
export function leastWait(
  from: GraphNode,
  to: GraphNode,
  timeAlong: (edge: GraphEdge) => number = (edge) => timeTo(edge.to),
): number | undefined {
  const done = new Set<GraphNode>();
  const frontier = new Map<GraphNode, number>();
  let node: GraphNode | undefined = from;
  let seconds = waitAt(from);
  while (node !== undefined) {
    for (const edge of node.out) {
      const next = edge.to;
      if (done.has(next)) continue;
      const total: number = seconds + timeAlong(edge);
      frontier.set(next, Math.min(total, frontier.get(next) ?? Number.POSITIVE_INFINITY));
    }
    node = nearest(frontier);
    if (node === undefined) return undefined;
    seconds = frontier.get(node) ?? 0;
    if (node === to) return seconds;
    frontier.delete(node);
    done.add(node);
  }
  return undefined;
}

function timeTo(node: GraphNode): number {
  const [waiting, after] = [waitAt(node), node.touchpoint.after?.seconds ?? 0];
  return waitsBefore(node.touchpoint) ? Math.max(waiting, after) : waiting + after;
}

function waitAt({ touchpoint: { during, wait } }: GraphNode): number {
  return during === undefined ? (wait?.typical.seconds ?? 0) : 0;
}

/** The frontier of a journey is a handful of touchpoints: looking at each is quicker than keeping a heap. */
function nearest(frontier: ReadonlyMap<GraphNode, number>): GraphNode | undefined {
  let found: GraphNode | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [node, seconds] of frontier) {
    if (found !== undefined && seconds >= least) continue;
    found = node;
    least = seconds;
  }
  return found;
}
