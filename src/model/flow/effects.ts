import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Certainty, FactMarker, FactSource } from './facts.ts';

/** Numbers of facts, by the index of a node or an edge. Empty where a source has no facts of the sort at all, as most have. */
export type FactLists = readonly (readonly number[] | undefined)[];

/** Facts as numbers, and where they begin and cease. */
export interface Effects<F = string> {
  /** The number of each fact. */
  readonly ids: ReadonlyMap<F, number>;
  /** By node: facts that begin for everybody. */
  readonly always: FactLists;
  /** By node: facts that begin for some. */
  readonly sometimes: FactLists;
  /** By node: facts that cease; what begins at the same node wins. */
  readonly ceasing: FactLists;
  /** By edge: facts that begin for everybody, or for some, who take it. */
  readonly alwaysOnEdge: FactLists;
  readonly sometimesOnEdge: FactLists;
  /** Facts at the start of the flow. */
  readonly given: readonly number[];
}

export function effectsOf<F = string>(source: FactSource<F>, graph: Graph): Effects<F> {
  const collector = new Collector<F>(graph);
  source(collector, graph);
  return collector.effects();
}

class Collector<F> implements FactMarker<F> {
  readonly #ids = new Map<F, number>();
  readonly #always: Lists;
  readonly #sometimes: Lists;
  readonly #alwaysOnEdge: Lists;
  readonly #sometimesOnEdge: Lists;
  readonly #ceasing: { readonly node: number; readonly fact: F }[] = [];
  readonly #given: number[] = [];
  readonly #nodes: number;

  constructor({ nodes, edges }: Graph) {
    this.#nodes = nodes.length;
    this.#always = new Lists(nodes.length);
    this.#sometimes = new Lists(nodes.length);
    this.#alwaysOnEdge = new Lists(edges.length);
    this.#sometimesOnEdge = new Lists(edges.length);
  }

  begins(node: GraphNode, fact: F, certainty: Certainty = 'always'): void {
    (certainty === 'always' ? this.#always : this.#sometimes).add(node.index, this.#id(fact));
  }

  beginsOn(edge: GraphEdge, fact: F, certainty: Certainty = 'always'): void {
    (certainty === 'always' ? this.#alwaysOnEdge : this.#sometimesOnEdge).add(edge.index, this.#id(fact));
  }

  ceases(node: GraphNode, fact: F): void {
    this.#ceasing.push({ node: node.index, fact });
  }

  given(fact: F): void {
    this.#given.push(this.#id(fact));
  }

  effects(): Effects<F> {
    const ceasing = new Lists(this.#nodes);
    for (const { node, fact } of this.#ceasing) {
      const id = this.#ids.get(fact);
      if (id !== undefined) ceasing.add(node, id);
    }
    return {
      ids: this.#ids,
      always: this.#always.all,
      sometimes: this.#sometimes.all,
      ceasing: ceasing.all,
      alwaysOnEdge: this.#alwaysOnEdge.all,
      sometimesOnEdge: this.#sometimesOnEdge.all,
      given: this.#given,
    };
  }

  #id(fact: F): number {
    const known = this.#ids.get(fact);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(fact, id);
    return id;
  }
}

class Lists {
  readonly #size: number;
  readonly all: (number[] | undefined)[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  add(index: number, fact: number): void {
    if (this.all.length === 0) this.all.length = this.#size;
    const list = this.all[index];
    if (list === undefined) this.all[index] = [fact];
    else if (!list.includes(fact)) list.push(fact);
  }
}
