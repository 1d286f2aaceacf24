import type { Graph, GraphEdge, GraphEnd, GraphNode } from '../graph.ts';
import { comparePlaces } from '../place.ts';
import type { MainPath, Witness } from './flow.ts';

/** A way as proof, from its edges. */
export function witnessAlong(first: GraphEdge, rest: readonly GraphEdge[]): Witness {
  return { nodes: [first.from, first.to, ...rest.map((edge) => edge.to)], edges: [first, ...rest] };
}

/**
 * The shortest way of one step or more from `from` to a node that is wanted; of several the one that is written first.
 *
 * @param open which edges may be taken
 * @param steps how many at most
 */
export function shortestWay(
  from: GraphNode,
  wanted: (node: GraphNode) => boolean,
  open: (edge: GraphEdge) => boolean = () => true,
  steps = Number.POSITIVE_INFINITY,
): Witness | undefined {
  const arrival = new Map<GraphNode, GraphEdge>();
  let level: readonly GraphNode[] = [from];
  for (let step = 1; step <= steps && level.length > 0; step += 1) {
    const next: GraphNode[] = [];
    for (const { out } of level) {
      for (const edge of out) {
        if (arrival.has(edge.to) || !open(edge)) continue;
        arrival.set(edge.to, edge);
        if (wanted(edge.to)) return wayBack(from, edge, arrival);
        next.push(edge.to);
      }
    }
    level = next;
  }
  return undefined;
}

function wayBack(from: GraphNode, last: GraphEdge, arrival: ReadonlyMap<GraphNode, GraphEdge>): Witness {
  const rest: GraphEdge[] = [];
  let first = last;
  while (first.from !== from) {
    const before = arrival.get(first.from);
    if (before === undefined) break;
    rest.push(first);
    first = before;
  }
  return witnessAlong(first, rest.toReversed());
}

/**
 * The way that most customers go, from the entry to the first end, never twice to the same touchpoint: the largest share; where
 * only some ways have one, the others divide what is left; where none has, the way that is written first. Failures, the ends of
 * loops and ways around optional touchpoints are not what most customers go through.
 */
export function mainPathOf(graph: Graph): MainPath {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const visited = new Set<GraphNode>();
  let node = graph.entries[0];
  while (node !== undefined) {
    nodes.push(node);
    visited.add(node);
    const way = usualWay(node, visited);
    if (way === undefined) break;
    if (!('to' in way)) return { nodes, edges, end: way };
    edges.push(way);
    node = way.to;
  }
  return { nodes, edges };
}

function usualWay(node: GraphNode, visited: ReadonlySet<GraphNode>): GraphEdge | GraphEnd | undefined {
  const [only] = node.out;
  if (only !== undefined && node.out.length === 1 && node.ends.length === 0) {
    return isUsual(only) && !visited.has(only.to) ? only : undefined;
  }
  const ways = [...node.out.filter(isUsual), ...node.ends.filter(isUsual)].toSorted((a, b) =>
    comparePlaces(a.paths[0].place, b.paths[0].place),
  );
  const shares = ways.map((way) => way.share);
  const written = shares.filter((share) => share !== undefined);
  const left = Math.max(0, 1 - written.reduce((sum, share) => sum + share, 0));
  const each = left / Math.max(1, shares.length - written.length);
  let best: GraphEdge | GraphEnd | undefined;
  let most = -1;
  for (const [index, way] of ways.entries()) {
    const share = shares[index] ?? each;
    if (share <= most || ('to' in way && visited.has(way.to))) continue;
    best = way;
    most = share;
  }
  return best;
}

function isUsual(way: GraphEdge | GraphEnd): boolean {
  return way.kind === 'next' || way.kind === 'arrow' || way.kind === 'end';
}
