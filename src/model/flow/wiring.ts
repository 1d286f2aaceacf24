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
  return wire(starts, linksOf(graph, order, visit, 'from', 'to'));
}

/**
 * From the ends back. A dead end counts as an end when any end will do. A touchpoint from which none of them can be reached
 * takes no part: on the way to an end nobody comes by.
 */
export function backwardWiring(graph: Graph, order: Order, visit: Visit, towards: Towards): Wiring {
  return wire(endsIn(graph, towards), linksOf(graph, order, visit, 'to', 'from'));
}

/** Whether every end is one in success, so that ways to any end and to success are the same. */
export function endsInSuccess(graph: Graph): boolean {
  const any = endsIn(graph, 'end');
  return endsIn(graph, 'success').every((starts, node) => starts === any[node]);
}

/** For each node 1 if the flow back starts there. */
function endsIn(graph: Graph, towards: Towards): Uint8Array {
  const starts = new Uint8Array(graph.nodes.length);
  for (const node of graph.nodes) {
    const ending =
      towards === 'success'
        ? node.ends.some((end) => end.end === 'success')
        : node.ends.length > 0 || node.out.length === 0;
    if (ending) starts[node.index] = 1;
  }
  return starts;
}

/** Link n leads from `from[n]` to `to[n]` along the edge `edge[n]`. */
interface Links {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly edge: readonly number[];
}

function linksOf(graph: Graph, order: Order, visit: Visit, start: 'from' | 'to', target: 'from' | 'to'): Links {
  const from: number[] = [];
  const to: number[] = [];
  const edge: number[] = [];
  for (const each of graph.edges) {
    if (visit === 'first' && order.back[each.index] === 1) continue;
    from.push(each[start].index);
    to.push(each[target].index);
    edge.push(each.index);
  }
  return { from, to, edge };
}

function wire(starts: Uint8Array, links: Links): Wiring {
  const size = starts.length;
  const all = grouped(size, links.from, links.to, links.edge);
  const order = reversePostOrder(starts, all.first, all.other);
  const rank = new Int32Array(size).fill(-1);
  for (let place = 0; place < order.length; place += 1) rank[order[place] ?? 0] = place;
  const kept = between(links, rank);
  const into = grouped(size, kept.to, kept.from, kept.edge);
  const out = kept === links ? all : grouped(size, kept.from, kept.to, kept.edge);
  return {
    size,
    order,
    rank,
    starts,
    inFirst: into.first,
    inNode: into.other,
    inEdge: into.edge,
    outFirst: out.first,
    outNode: out.other,
  };
}

/** The links between nodes that take part; nearly always all. */
function between(links: Links, rank: Int32Array): Links {
  if (!rank.includes(-1)) return links;
  const kept = links.edge.flatMap((_, link) =>
    rank[links.from[link] ?? 0] === -1 || rank[links.to[link] ?? 0] === -1 ? [] : [link],
  );
  const only = (numbers: readonly number[]): number[] => kept.map((link) => numbers[link] ?? 0);
  return { from: only(links.from), to: only(links.to), edge: only(links.edge) };
}

/** Every node that a depth-first walk meets, and before each one, if it is no start, at least one that leads to it. */
function reversePostOrder(starts: Uint8Array, first: Int32Array, other: Int32Array): Int32Array {
  const seen = new Uint8Array(starts.length);
  const left: number[] = [];
  for (const root of starts.keys()) {
    if (starts[root] === 0 || seen[root] === 1) continue;
    seen[root] = 1;
    const way = [{ node: root, link: first[root] ?? 0 }];
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      if (top.link === first[top.node + 1]) {
        left.push(top.node);
        way.pop();
        continue;
      }
      const next = other[top.link] ?? 0;
      top.link += 1;
      if (seen[next] === 1) continue;
      seen[next] = 1;
      way.push({ node: next, link: first[next] ?? 0 });
    }
  }
  return Int32Array.from(left.toReversed());
}

/** Links grouped by the node on one side, in their order. */
function grouped(
  size: number,
  one: readonly number[],
  other: readonly number[],
  edge: readonly number[],
): { readonly first: Int32Array; readonly other: Int32Array; readonly edge: Int32Array } {
  const first = new Int32Array(size + 1);
  for (const node of one) first[node + 1] = (first[node + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const others = new Int32Array(one.length);
  const edges = new Int32Array(one.length);
  const fill = first.slice();
  for (let link = 0; link < one.length; link += 1) {
    const node = one[link] ?? 0;
    const at = fill[node] ?? 0;
    fill[node] = at + 1;
    others[at] = other[link] ?? 0;
    edges[at] = edge[link] ?? 0;
  }
  return { first, other: others, edge: edges };
}
