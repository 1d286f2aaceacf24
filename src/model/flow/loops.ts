import type { Graph, GraphEdge, GraphEnd, GraphNode } from '../graph.ts';
import type { Loop } from './flow.ts';
import type { Order } from './order.ts';

/** The strongly connected components of a graph: touchpoints from each of which a way leads to each other one. */
export interface Components {
  /** By node: the number of its component. An edge between two components leads to the higher number. */
  readonly of: Int32Array;
  readonly members: readonly (readonly GraphNode[])[];
}

/** Kosaraju's algorithm: the order is the first of its two walks, and the second goes back from each node not yet taken. */
export function componentsOf(graph: Graph, order: Order): Components {
  const of = new Int32Array(graph.nodes.length).fill(-1);
  const members: GraphNode[][] = [];
  for (const index of order.nodes) {
    const root = graph.nodes[index];
    if (root === undefined || of[index] !== -1) continue;
    const component = [root];
    of[index] = members.length;
    for (const node of component) {
      for (const { from } of node.in) {
        if (of[from.index] !== -1) continue;
        of[from.index] = members.length;
        component.push(from);
      }
    }
    members.push(component.length === 1 ? component : component.toSorted((a, b) => a.index - b.index));
  }
  return { of, members };
}

export function loopsOf(components: Components): Loop[] {
  const loops: Loop[] = [];
  for (const nodes of components.members) {
    const [first, second] = nodes;
    if (second !== undefined || first?.out.some((edge) => edge.to === first) === true) {
      loops.push(loopOf(nodes, components.of));
    }
  }
  return loops.toSorted((a, b) => (a.nodes[0]?.index ?? 0) - (b.nodes[0]?.index ?? 0));
}

/** @param of the number of each node's component */
function loopOf(nodes: readonly GraphNode[], of: Int32Array): Loop {
  const inside: GraphEdge[] = [];
  const entries: GraphEdge[] = [];
  const exits: GraphEdge[] = [];
  const ends: GraphEnd[] = [];
  for (const node of nodes) {
    const own = of[node.index];
    for (const edge of node.out) (of[edge.to.index] === own ? inside : exits).push(edge);
    for (const edge of node.in) if (of[edge.from.index] !== own) entries.push(edge);
    ends.push(...node.ends);
  }
  return { nodes, inside, entries, exits, ends };
}

/**
 * The smaller ways round within a loop, the longest first: for each way back the touchpoints between which it leads round,
 * without those that are only on a longer way.
 */
export function roundsWithin({ nodes, inside }: Loop, isBack: (edge: GraphEdge) => boolean): Loop[] {
  const edges = new Set(inside);
  const rounds = inside.flatMap((back) => {
    if (!isBack(back)) return [];
    const behind = reachedFrom(back.from, back.to, edges, 'from');
    const ahead = reachedFrom(back.to, undefined, edges, 'to');
    const round = nodes.filter((node) => behind.has(node) && ahead.has(node));
    return round.length < nodes.length && round.length > 0 ? [round] : [];
  });
  return rounds.toSorted((a, b) => b.length - a.length).map(loopAmong);
}

/** Along the edges or against them, and not beyond `last`. */
function reachedFrom(
  first: GraphNode,
  last: GraphNode | undefined,
  edges: ReadonlySet<GraphEdge>,
  side: 'from' | 'to',
): ReadonlySet<GraphNode> {
  const reached = new Set([first]);
  for (const node of reached) {
    if (node === last) continue;
    for (const edge of side === 'from' ? node.in : node.out) if (edges.has(edge)) reached.add(edge[side]);
  }
  return reached;
}

function loopAmong(nodes: readonly GraphNode[]): Loop {
  const own = new Set(nodes);
  const out = nodes.flatMap((node) => node.out);
  return {
    nodes,
    inside: out.filter(({ to }) => own.has(to)),
    entries: nodes.flatMap((node) => node.in.filter(({ from }) => !own.has(from))),
    exits: out.filter(({ to }) => !own.has(to)),
    ends: nodes.flatMap(({ ends }) => ends),
  };
}

/** Which components can be reached from which, by at least one step outside of them. */
export class Closure {
  readonly #components: Components;
  readonly #words: number;
  readonly #rows: Int32Array;

  constructor(components: Components) {
    const count = components.members.length;
    this.#components = components;
    this.#words = (count + 31) >>> 5;
    this.#rows = new Int32Array(count * this.#words);
    for (let from = count - 1; from >= 0; from -= 1) {
      for (const node of components.members[from] ?? []) {
        for (const edge of node.out) {
          const to = components.of[edge.to.index] ?? 0;
          if (to !== from) this.#add(from, to);
        }
      }
    }
  }

  leadsTo(from: GraphNode, to: GraphNode): boolean {
    const target = this.#components.of[to.index] ?? 0;
    return this.#has(this.#components.of[from.index] ?? 0, target);
  }

  #has(from: number, to: number): boolean {
    return (((this.#rows[from * this.#words + (to >>> 5)] ?? 0) >>> (to & 31)) & 1) === 1;
  }

  #add(from: number, to: number): void {
    if (this.#has(from, to)) return;
    const row = from * this.#words;
    const other = to * this.#words;
    // Only components of a higher number can be reached.
    for (let word = to >>> 5; word < this.#words; word += 1) {
      this.#rows[row + word] = (this.#rows[row + word] ?? 0) | (this.#rows[other + word] ?? 0);
    }
    this.#rows[row + (to >>> 5)] = (this.#rows[row + (to >>> 5)] ?? 0) | (1 << (to & 31));
  }
}
