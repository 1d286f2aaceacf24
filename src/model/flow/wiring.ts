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
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly edge: Int32Array;
}

function linksOf(graph: Graph, order: Order, visit: Visit, start: 'from' | 'to', target: 'from' | 'to'): Links {
  const most = graph.edges.length;
  const [from, to, edge] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  let count = 0;
  for (const each of graph.edges) {
    if (visit === 'first' && order.back[each.index] === 1) continue;
    from[count] = each[start].index;
    to[count] = each[target].index;
    edge[count] = each.index;
    count += 1;
  }
  return count === most
    ? { from, to, edge }
    : { from: from.subarray(0, count), to: to.subarray(0, count), edge: edge.subarray(0, count) };
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
  const isKept = (_: number, link: number): boolean =>
    rank[links.from[link] ?? 0] !== -1 && rank[links.to[link] ?? 0] !== -1;
  return { from: links.from.filter(isKept), to: links.to.filter(isKept), edge: links.edge.filter(isKept) };
}

/** Every node that a depth-first walk meets, and before each one, if it is no start, at least one that leads to it. */
function reversePostOrder(starts: Uint8Array, first: Int32Array, other: Int32Array): Int32Array {
  const order = new Int32Array(starts.length);
  /** Filled from its end, as the walk leaves nodes. */
  let begin = order.length;
  const seen = new Uint8Array(starts.length);
  /** The nodes on the way, and for each one the link that is followed next. */
  const way = new Int32Array(starts.length);
  const next = first.slice();
  for (let root = 0; root < starts.length; root += 1) {
    if (starts[root] === 0 || seen[root] === 1) continue;
    seen[root] = 1;
    way[0] = root;
    let length = 1;
    while (length > 0) {
      const node = way[length - 1] ?? 0;
      const link = next[node] ?? 0;
      if (link === first[node + 1]) {
        length -= 1;
        begin -= 1;
        order[begin] = node;
        continue;
      }
      next[node] = link + 1;
      const met = other[link] ?? 0;
      if (seen[met] === 1) continue;
      seen[met] = 1;
      way[length] = met;
      length += 1;
    }
  }
  return order.subarray(begin);
}

/** Links grouped by the node on one side, in their order. */
function grouped(
  size: number,
  one: Int32Array,
  other: Int32Array,
  edge: Int32Array,
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
