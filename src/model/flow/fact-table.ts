import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import { type Effects, effectsOf, type FactLists } from './effects.ts';
import type { Certainty, FactSource, Origin, Visit } from './facts.ts';
import type { Witness } from './witness.ts';
import { NodeMap } from './node-set.ts';
import { arriving, factsIn, includes, type Solution, solve } from './solver.ts';
import type { Wiring } from './wiring.ts';
import { witnessAlong } from './ways.ts';

/** A place where a fact begins, and the shortest way between it and the touchpoint that was asked about. */
export interface Trace {
  readonly origin: Origin;
  readonly witness: () => Witness;
}

/** A step of a search, away from the node that was asked about. */
interface Step {
  readonly at: number;
  /** What is looked for. */
  readonly ids: readonly number[];
  /** How it goes on towards that node; −1 when it is the node itself. */
  readonly edge: number;
  readonly next: Step | undefined;
}

/** Facts that flow along the ways, `forward` from where they begin, or `backward` to whoever will come there. */
export class FactTable<F = string> {
  readonly #graph: Graph;
  readonly #direction: 'forward' | 'backward';
  readonly #wiring: (visit: Visit) => Wiring;
  readonly #effects: Effects<F>;
  readonly #solved: { [visit in Visit]?: Solved } = {};
  /** For each search, which facts were looked for where. */
  #seen: NodeMap<readonly number[]> | undefined;

  constructor(
    graph: Graph,
    direction: 'forward' | 'backward',
    source: FactSource<F>,
    wiring: (visit: Visit) => Wiring,
  ) {
    this.#graph = graph;
    this.#direction = direction;
    this.#wiring = wiring;
    this.#effects = effectsOf(source, graph);
  }

  /** What holds as the flow arrives at a node. */
  arriving(node: GraphNode, fact: F, visit: Visit): Certainty | undefined {
    const id = this.#effects.ids.get(fact);
    if (id === undefined) return undefined;
    const { wiring, may, must } = this.#solve(visit);
    if (wiring.rank[node.index] === -1) return undefined;
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
  leaving(node: GraphNode, fact: F, visit: Visit): Certainty | undefined {
    const id = this.#effects.ids.get(fact);
    if (id === undefined) return undefined;
    const { may, must } = this.#solve(visit);
    if (includes(must.out, node.index * must.words, id)) return 'always';
    return includes(may.out, node.index * may.words, id) ? 'sometimes' : undefined;
  }

  /** What holds for somebody who is on an edge, in the direction of the journey. */
  along(edge: GraphEdge, fact: F, visit: Visit): Certainty | undefined {
    const id = this.#effects.ids.get(fact);
    const before = this.leaving(this.#direction === 'forward' ? edge.from : edge.to, fact, visit);
    if (id === undefined || before === 'always') return before;
    if (this.#wiring(visit).rank[edge.from.index] === -1) return undefined;
    if (has(this.#effects.alwaysOnEdge, edge.index, id)) return 'always';
    return has(this.#effects.sometimesOnEdge, edge.index, id) ? 'sometimes' : before;
  }

  allArriving(node: GraphNode, visit: Visit): ReadonlyMap<F, Certainty> {
    if (this.#effects.ids.size === 0) return new Map();
    const { wiring, may, must } = this.#solve(visit);
    if (wiring.rank[node.index] === -1) return new Map();
    const some = new Int32Array(may.words);
    const all = new Int32Array(must.words);
    arriving(wiring, this.#effects, 'may', may, node.index, some);
    arriving(wiring, this.#effects, 'must', must, node.index, all);
    return this.#named(some, all, 0);
  }

  allLeaving(node: GraphNode, visit: Visit): ReadonlyMap<F, Certainty> {
    const { may, must } = this.#solve(visit);
    return this.#named(may.out, must.out, node.index * may.words);
  }

  /**
   * Where the fact began on the ways that arrive at a node, nearest first. Of several facts it is where any of them began: they
   * are looked for together, each as far as it did not cease.
   *
   * @param isLast told of each place, until it has seen enough; it must not search this table itself, which has one memory for it
   */
  search(node: GraphNode, facts: readonly F[], visit: Visit, isLast: (trace: Trace) => boolean): void {
    const ids = facts.flatMap((fact) => this.#effects.ids.get(fact) ?? []);
    const wiring = this.#wiring(visit);
    if (ids.length === 0 || wiring.rank[node.index] === -1) return;
    const { always, sometimes, ceasing, alwaysOnEdge, sometimesOnEdge } = this.#effects;
    const seen = (this.#seen ??= new NodeMap(this.#graph));
    seen.clear();
    let found: Set<number> | undefined;
    const queue: Step[] = [{ at: node.index, ids, edge: -1, next: undefined }];
    for (const step of queue) {
      const end = wiring.inFirst[step.at + 1] ?? 0;
      for (let link = wiring.inFirst[step.at] ?? 0; link < end; link += 1) {
        const from = wiring.inNode[link] ?? 0;
        const edge = wiring.inEdge[link] ?? 0;
        if (meets(alwaysOnEdge, edge, step.ids) || meets(sometimesOnEdge, edge, step.ids)) {
          if (isLast(this.#trace(from, edge, edge, step))) return;
        }
        const before = seen.get(from);
        if (before === step.ids || (before !== undefined && areIn(before, step.ids))) continue;
        seen.set(from, before === undefined ? step.ids : [...before, ...step.ids]);
        const sure = meets(always, from, step.ids);
        if ((sure || meets(sometimes, from, step.ids)) && !(found?.has(from) ?? false)) {
          (found ??= new Set()).add(from);
          if (isLast(this.#trace(from, undefined, edge, step))) return;
        }
        if (sure) continue;
        const gone = factsIn(ceasing, from);
        const left = gone === undefined ? step.ids : without(gone, step.ids);
        if (left.length > 0) queue.push({ at: from, ids: left, edge, next: step });
      }
    }
  }

  #named(some: Int32Array, all: Int32Array, row: number): Map<F, Certainty> {
    const facts = new Map<F, Certainty>();
    for (const [fact, id] of this.#effects.ids) {
      if (includes(all, row, id)) facts.set(fact, 'always');
      else if (includes(some, row, id)) facts.set(fact, 'sometimes');
    }
    return facts;
  }

  /** @param along the edge on which the fact began, if it was not at the node `from` */
  #trace(from: number, along: number | undefined, edge: number, step: Step): Trace {
    return { origin: this.#origin(from, along), witness: () => this.#witness(edge, step) };
  }

  #origin(from: number, along: number | undefined): Origin {
    const edge = along === undefined ? undefined : this.#graph.edges[along];
    const node = edge?.from ?? this.#graph.nodes[from];
    if (node === undefined) throw new Error(`There is no touchpoint ${from}`);
    return edge === undefined ? { node } : { node, edge };
  }

  /** The way between the place beyond `edge` and the node that was asked about, in the direction of the journey. */
  #witness(edge: number, step: Step): Witness {
    const indices = [edge];
    for (let at: Step | undefined = step; at !== undefined && at.edge !== -1; at = at.next) indices.push(at.edge);
    const forward = this.#direction === 'forward' ? indices : indices.toReversed();
    const edges = forward.flatMap((index) => this.#graph.edges[index] ?? []);
    const [first] = edges;
    if (first === undefined) throw new Error(`There is no edge ${edge}`);
    return witnessAlong(first, edges);
  }

  #solve(visit: Visit): Solved {
    const known = this.#solved[visit];
    if (known !== undefined) return known;
    const wiring = this.#wiring(visit);
    const other = this.#solved[visit === 'any' ? 'first' : 'any'];
    const solved =
      other?.wiring === wiring
        ? other
        : { wiring, may: solve(wiring, this.#effects, 'may'), must: solve(wiring, this.#effects, 'must') };
    this.#solved[visit] = solved;
    return solved;
  }
}

interface Solved {
  readonly wiring: Wiring;
  readonly may: Solution;
  readonly must: Solution;
}

function has(lists: FactLists, index: number, id: number): boolean {
  return factsIn(lists, index)?.includes(id) ?? false;
}

function areIn(list: readonly number[], ids: readonly number[]): boolean {
  return ids.every((id) => list.includes(id));
}

function without(list: readonly number[], ids: readonly number[]): readonly number[] {
  return ids.filter((id) => !list.includes(id));
}

/** Whether one of the facts is in a list. */
function meets(lists: FactLists, index: number, ids: readonly number[]): boolean {
  const list = factsIn(lists, index);
  if (list === undefined) return false;
  for (const id of ids) if (list.includes(id)) return true;
  return false;
}
