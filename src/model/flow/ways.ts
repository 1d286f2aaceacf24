import type { Graph, GraphEdge, GraphEnd, GraphNode } from '../graph.ts';
import { comparePlaces } from '../place.ts';
import type { MainPath } from './flow.ts';
import type { Witness } from './witness.ts';
import { NodeSet } from './node-set.ts';

/** A way as proof, from its edges and the first of them. */
export function witnessAlong({ from }: GraphEdge, edges: readonly GraphEdge[]): Witness {
  const nodes: [GraphNode, ...GraphNode[]] = [from];
  for (const { to } of edges) nodes.push(to);
  return { nodes, edges };
}

/** Looks for ways through one graph, again and again. */
export class WaySearch {
  readonly #met: NodeSet;
  /** The edges by which touchpoints were first reached, and for each of them the place here of the one before. */
  readonly #taken: GraphEdge[] = [];
  readonly #before: number[] = [];

  constructor(graph: Graph) {
    this.#met = new NodeSet(graph);
  }

  /**
   * The shortest way of one step or more from `from` to a node that is wanted; of several the one that is written first.
   *
   * @param open which edges may be taken
   * @param steps how many at most
   */
  shortest(
    from: GraphNode,
    wanted: (node: GraphNode) => boolean,
    open: (edge: GraphEdge) => boolean = () => true,
    steps = Number.POSITIVE_INFINITY,
  ): Witness | undefined {
    const met = this.#met;
    met.clear();
    let count = 0;
    let node = from;
    let level = 0;
    for (let step = 1; step <= steps; step += 1) {
      const end = count;
      for (let at = step === 1 ? -1 : level; at < end; at += 1) {
        if (at >= 0) node = this.#taken[at]?.to ?? from;
        for (const edge of node.out) {
          if (met.has(edge.to) || !open(edge)) continue;
          met.add(edge.to);
          this.#taken[count] = edge;
          this.#before[count] = at;
          count += 1;
          if (wanted(edge.to)) return this.#wayTo(count - 1);
        }
      }
      if (count === end) return undefined;
      level = end;
    }
    return undefined;
  }

  /** @param last the place of its last edge among those taken */
  #wayTo(last: number): Witness | undefined {
    let count = 0;
    for (let at = last; at >= 0; at = this.#before[at] ?? -1) count += 1;
    const edges = this.#taken.slice(0, count);
    for (let at = last; at >= 0; at = this.#before[at] ?? -1) {
      const edge = this.#taken[at];
      count -= 1;
      if (edge !== undefined) edges[count] = edge;
    }
    const [first] = edges;
    return first && witnessAlong(first, edges);
  }
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
  const ways: (GraphEdge | GraphEnd)[] = [];
  let unwritten = 0;
  let written = 0;
  for (const way of [...node.out, ...node.ends]) {
    if (!isUsual(way)) continue;
    ways.push(way);
    if (way.share === undefined) unwritten += 1;
    else written += way.share;
  }
  const each = Math.max(0, 1 - written) / Math.max(1, unwritten);
  let best: GraphEdge | GraphEnd | undefined;
  let most = -1;
  for (const way of ways) {
    const share = way.share ?? each;
    if (share < most || ('to' in way && visited.has(way.to))) continue;
    if (share === most && best !== undefined && comparePlaces(best.paths[0].place, way.paths[0].place) <= 0) continue;
    best = way;
    most = share;
  }
  return best;
}

function isUsual(way: GraphEdge | GraphEnd): boolean {
  return way.kind === 'next' || way.kind === 'arrow' || way.kind === 'end';
}
