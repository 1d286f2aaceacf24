import type { Graph, GraphEdge, GraphNode } from '../graph.ts';

/** The nodes of a graph in an order in which every edge leads forward, except those that close a loop. */
export interface Order {
  /** Indices of all nodes; those that no entry leads to stand among them. */
  readonly nodes: Int32Array;
  /** For each node its place in `nodes`. */
  readonly rank: Int32Array;
  /** For each node 1 if a way leads there from an entry. */
  readonly reachable: Uint8Array;
  /** For each edge 1 if it closes a loop. */
  readonly back: Uint8Array;
}

/**
 * Reverse post-order of a depth-first walk that starts at the entries and takes the ways as they are written. Without the
 * edges that lead to a touchpoint which the walk has not yet left, no loop remains, and all that was reachable still is.
 */
export function orderOf(graph: Graph): Order {
  const count = graph.nodes.length;
  const nodes = new Int32Array(count);
  const rank = new Int32Array(count);
  const reachable = new Uint8Array(count);
  const back = new Uint8Array(graph.edges.length);
  /** 0 not seen, 1 on the way, 2 left. */
  const state = new Uint8Array(count);
  let last = count;
  /** The nodes from the root on, and for each one which of its ways is taken next. */
  const way: GraphNode[] = [];
  const next = new Int32Array(count);

  const walk = (root: GraphNode, fromEntry: 0 | 1): void => {
    if (state[root.index] !== 0) return;
    state[root.index] = 1;
    reachable[root.index] = fromEntry;
    way.push(root);
    for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
      const taken = next[node.index] ?? 0;
      const edge: GraphEdge | undefined = node.out[taken];
      next[node.index] = taken + 1;
      if (edge === undefined) {
        state[node.index] = 2;
        last -= 1;
        nodes[last] = node.index;
        rank[node.index] = last;
        way.pop();
      } else if (state[edge.to.index] === 0) {
        state[edge.to.index] = 1;
        reachable[edge.to.index] = fromEntry;
        way.push(edge.to);
      } else if (state[edge.to.index] === 1) {
        back[edge.index] = 1;
      }
    }
  };
  for (const entry of graph.entries) walk(entry, 1);
  for (const node of graph.nodes) walk(node, 0);
  return { nodes, rank, reachable, back };
}
