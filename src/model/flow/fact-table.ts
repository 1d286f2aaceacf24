import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Certainty, FactSource, Origin, Visit } from './facts.ts';
import type { Witness } from './flow.ts';
import { type Effects, effectsOf } from './effects.ts';
import { arriving, includes, type Solution, solve } from './solver.ts';
import type { Wiring } from './wiring.ts';
import { witnessAlong } from './ways.ts';

/** A place where a fact begins, and the shortest way between it and the touchpoint that was asked about. */
export interface Trace {
  readonly origin: Origin;
  readonly witness: Witness;
}

/** Facts that flow along the ways, `forward` from where they begin, or `backward` to whoever will come there. */
export class FactTable {
  readonly #graph: Graph;
  readonly #direction: 'forward' | 'backward';
  readonly #wiring: (visit: Visit) => Wiring;
  readonly #effects: Effects;
  readonly #solved: { [visit in Visit]?: Solved } = {};

  constructor(graph: Graph, direction: 'forward' | 'backward', source: FactSource, wiring: (visit: Visit) => Wiring) {
    this.#graph = graph;
    this.#direction = direction;
    this.#wiring = wiring;
    this.#effects = effectsOf(source, graph);
  }

  /** What holds as the flow arrives at a node. */
  arriving(node: GraphNode, fact: string, visit: Visit): Certainty | undefined {
    const id = this.#effects.ids.get(fact);
    const { wiring, may, must } = this.#solve(visit);
    if (id === undefined || wiring.rank[node.index] === -1) return undefined;
    const starts = wiring.starts[node.index] === 1;
    const given = starts && this.#effects.given.includes(id);
    let some = given;
    let all = !starts || given;
    const end = wiring.inFirst[node.index + 1] ?? 0;
    for (let link = wiring.inFirst[node.index] ?? 0; link < end; link += 1) {
      const row = (wiring.inNode[link] ?? 0) * may.words;
      const edge = wiring.inEdge[link] ?? 0;
      const certain = includes(must.out, row, id) || has(this.#effects.alwaysOnEdge, edge, id);
      some ||= certain || includes(may.out, row, id) || has(this.#effects.sometimesOnEdge, edge, id);
      all &&= certain;
    }
    return some ? (all ? 'always' : 'sometimes') : undefined;
  }

  /** What holds as the flow leaves a node. */
  leaving(node: GraphNode, fact: string, visit: Visit): Certainty | undefined {
    const id = this.#effects.ids.get(fact);
    if (id === undefined) return undefined;
    const { may, must } = this.#solve(visit);
    if (includes(must.out, node.index * must.words, id)) return 'always';
    return includes(may.out, node.index * may.words, id) ? 'sometimes' : undefined;
  }

  /** Whether the fact begins on an edge itself. */
  onEdge(edge: GraphEdge, fact: string): Certainty | undefined {
    const id = this.#effects.ids.get(fact);
    if (id === undefined) return undefined;
    if (has(this.#effects.alwaysOnEdge, edge.index, id)) return 'always';
    return has(this.#effects.sometimesOnEdge, edge.index, id) ? 'sometimes' : undefined;
  }

  allArriving(node: GraphNode, visit: Visit): ReadonlyMap<string, Certainty> {
    const { wiring, may, must } = this.#solve(visit);
    if (wiring.rank[node.index] === -1) return new Map();
    const some = new Uint32Array(may.words);
    const all = new Uint32Array(must.words);
    arriving(wiring, this.#effects, 'may', may, node.index, some);
    arriving(wiring, this.#effects, 'must', must, node.index, all);
    return this.#named(some, all, 0);
  }

  allLeaving(node: GraphNode, visit: Visit): ReadonlyMap<string, Certainty> {
    const { may, must } = this.#solve(visit);
    return this.#named(may.out, must.out, node.index * may.words);
  }

  /**
   * Where the fact began on the ways that arrive at a node, nearest first.
   *
   * @param most stop after as many
   */
  traces(node: GraphNode, fact: string, visit: Visit, most = Number.POSITIVE_INFINITY): Trace[] {
    const id = this.#effects.ids.get(fact);
    const wiring = this.#wiring(visit);
    if (id === undefined || wiring.rank[node.index] === -1) return [];
    const found: Trace[] = [];
    /** For each node that was passed, the edge towards `node`. */
    const onward = new Map<number, GraphEdge>();
    const queue = [node.index];
    for (const at of queue) {
      const end = wiring.inFirst[at + 1] ?? 0;
      for (let link = wiring.inFirst[at] ?? 0; link < end; link += 1) {
        if (found.length >= most) return found;
        const from = wiring.inNode[link] ?? 0;
        const edge = this.#graph.edges[wiring.inEdge[link] ?? 0];
        const origin = this.#graph.nodes[from];
        if (edge === undefined || origin === undefined) continue;
        if (this.onEdge(edge, fact) !== undefined) {
          found.push({ origin: { node: edge.from, edge }, witness: this.#witness(edge, at, node.index, onward) });
        }
        if (onward.has(from)) continue;
        onward.set(from, edge);
        const always = has(this.#effects.always, from, id);
        if (always || has(this.#effects.sometimes, from, id)) {
          found.push({ origin: { node: origin }, witness: this.#witness(edge, at, node.index, onward) });
        }
        if (!always && !has(this.#effects.ceasing, from, id)) queue.push(from);
      }
    }
    return found.slice(0, most);
  }

  /** The way between the place beyond `edge` and the node that was asked about, in the direction of the journey. */
  #witness(edge: GraphEdge, near: number, asked: number, onward: ReadonlyMap<number, GraphEdge>): Witness {
    const edges = [edge];
    for (let at = near; at !== asked; ) {
      const next = onward.get(at);
      if (next === undefined) break;
      edges.push(next);
      at = this.#direction === 'forward' ? next.to.index : next.from.index;
    }
    const [first, ...rest] = this.#direction === 'forward' ? edges : edges.toReversed();
    return witnessAlong(first ?? edge, rest);
  }

  #named(some: Uint32Array, all: Uint32Array, row: number): Map<string, Certainty> {
    const facts = new Map<string, Certainty>();
    for (const [name, id] of this.#effects.ids) {
      if (includes(all, row, id)) facts.set(name, 'always');
      else if (includes(some, row, id)) facts.set(name, 'sometimes');
    }
    return facts;
  }

  #solve(visit: Visit): Solved {
    const known = this.#solved[visit];
    if (known !== undefined) return known;
    const wiring = this.#wiring(visit);
    const may = solve(wiring, this.#effects, 'may');
    const must = solve(wiring, this.#effects, 'must');
    const solved = { wiring, may, must };
    this.#solved[visit] = solved;
    return solved;
  }
}

interface Solved {
  readonly wiring: Wiring;
  readonly may: Solution;
  readonly must: Solution;
}

function has(lists: ReadonlyMap<number, readonly number[]>, key: number, value: number): boolean {
  return lists.get(key)?.includes(value) ?? false;
}
