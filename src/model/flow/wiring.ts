import type { Graph } from '../graph.ts';
import type { Towards, Visit } from './facts.ts';
import type { Order } from './order.ts';

/**
 * A graph as numbers, seen in the direction in which something flows: forward from the entries, or backward from the ends.
 * Only nodes that the flow arrives at take part; "before" and "after" below are in the direction of the flow.
 */
export interface Wiring {
  readonly size: number;
  /** The nodes that take part, in the order in which they are best visited. */
  readonly order: Int32Array;
  /** For each node its place in `order`, or −1. */
  readonly rank: Int32Array;
  /** For each node 1 if the flow starts there. */
  readonly starts: Uint8Array;
  /** Links into node n are at `inFirst[n]` up to `inFirst[n + 1]` in `inNode` (where from) and `inEdge` (index of the edge). */
  readonly inFirst: Int32Array;
  readonly inNode: Int32Array;
  readonly inEdge: Int32Array;
  /** Links out of node n are at `outFirst[n]` up to `outFirst[n + 1]` in `outNode`. */
  readonly outFirst: Int32Array;
  readonly outNode: Int32Array;
}

/** From the entries on. */
export function forwardWiring(graph: Graph, order: Order, visit: Visit): Wiring {
  const starts = new Uint8Array(graph.nodes.length);
  for (const entry of graph.entries) starts[entry.index] = 1;
  const edges = graph.edges.filter((edge) => visit === 'any' || order.back[edge.index] === 0);
  const ends = edges.map((edge) => [edge.from.index, edge.to.index, edge.index] as const);
  return wire(order.nodes, starts, order.reachable, ends);
}

/**
 * From the ends back. A dead end counts as an end when any end will do. A touchpoint from which none of them can be reached
 * takes no part: on the way to an end nobody comes by.
 */
export function backwardWiring(graph: Graph, order: Order, visit: Visit, towards: Towards): Wiring {
  const starts = new Uint8Array(graph.nodes.length);
  for (const node of graph.nodes) {
    const ending =
      towards === 'success'
        ? node.ends.some((end) => end.end === 'success')
        : node.ends.length > 0 || node.out.length === 0;
    if (ending) starts[node.index] = 1;
  }
  const edges = graph.edges.filter((edge) => visit === 'any' || order.back[edge.index] === 0);
  const ends = edges.map((edge) => [edge.to.index, edge.from.index, edge.index] as const);
  const part = Uint8Array.from(starts);
  const queue = graph.nodes.filter((node) => starts[node.index] === 1);
  for (const node of queue) {
    for (const edge of node.in) {
      if (part[edge.from.index] === 1 || (visit === 'first' && order.back[edge.index] === 1)) continue;
      part[edge.from.index] = 1;
      queue.push(edge.from);
    }
  }
  return wire(order.nodes.toReversed(), starts, part, ends);
}

function wire(
  order: Int32Array,
  starts: Uint8Array,
  part: Uint8Array,
  edges: readonly (readonly [from: number, to: number, edge: number])[],
): Wiring {
  const size = order.length;
  const taken = order.filter((node) => part[node] === 1);
  const rank = new Int32Array(size).fill(-1);
  for (const [place, node] of taken.entries()) rank[node] = place;
  const links = edges.filter(([from, to]) => part[from] === 1 && part[to] === 1);
  const into = grouped(size, links, 1);
  const out = grouped(size, links, 0);
  return {
    size,
    order: taken,
    rank,
    starts,
    inFirst: into.first,
    inNode: into.other,
    inEdge: into.edge,
    outFirst: out.first,
    outNode: out.other,
  };
}

/** Links grouped by the node on one side, in their order. */
function grouped(
  size: number,
  links: readonly (readonly [from: number, to: number, edge: number])[],
  side: 0 | 1,
): { readonly first: Int32Array; readonly other: Int32Array; readonly edge: Int32Array } {
  const first = new Int32Array(size + 1);
  for (const link of links) first[link[side] + 1] = (first[link[side] + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const other = new Int32Array(links.length);
  const edge = new Int32Array(links.length);
  const fill = first.slice();
  for (const link of links) {
    const at = fill[link[side]] ?? 0;
    fill[link[side]] = at + 1;
    other[at] = link[1 - side] ?? 0;
    edge[at] = link[2];
  }
  return { first, other, edge };
}
