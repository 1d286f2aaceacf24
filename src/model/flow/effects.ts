import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Certainty, FactMarker, FactSource } from './facts.ts';

/** Facts as numbers, and where they begin and cease. */
export interface Effects {
  /** The number of each fact. */
  readonly ids: ReadonlyMap<string, number>;
  /** By node: facts that begin for everybody. */
  readonly always: ReadonlyMap<number, readonly number[]>;
  /** By node: facts that begin for some. */
  readonly sometimes: ReadonlyMap<number, readonly number[]>;
  /** By node: facts that cease; what begins at the same node wins. */
  readonly ceasing: ReadonlyMap<number, readonly number[]>;
  /** By edge: facts that begin for everybody, or for some, who take it. */
  readonly alwaysOnEdge: ReadonlyMap<number, readonly number[]>;
  readonly sometimesOnEdge: ReadonlyMap<number, readonly number[]>;
  /** Facts at the start of the flow. */
  readonly given: readonly number[];
}

export function effectsOf(source: FactSource, graph: Graph): Effects {
  const collector = new Collector();
  source(collector, graph);
  return collector.effects();
}

class Collector implements FactMarker {
  readonly #ids = new Map<string, number>();
  readonly #always = new Map<number, number[]>();
  readonly #sometimes = new Map<number, number[]>();
  readonly #alwaysOnEdge = new Map<number, number[]>();
  readonly #sometimesOnEdge = new Map<number, number[]>();
  readonly #ceasing: { readonly node: number; readonly fact: string }[] = [];
  readonly #given: number[] = [];

  begins(node: GraphNode, fact: string, certainty: Certainty = 'always'): void {
    append(certainty === 'always' ? this.#always : this.#sometimes, node.index, this.#id(fact));
  }

  beginsOn(edge: GraphEdge, fact: string, certainty: Certainty = 'always'): void {
    append(certainty === 'always' ? this.#alwaysOnEdge : this.#sometimesOnEdge, edge.index, this.#id(fact));
  }

  ceases(node: GraphNode, fact: string): void {
    this.#ceasing.push({ node: node.index, fact });
  }

  given(fact: string): void {
    this.#given.push(this.#id(fact));
  }

  effects(): Effects {
    const ceasing = new Map<number, number[]>();
    for (const { node, fact } of this.#ceasing) {
      const id = this.#ids.get(fact);
      if (id !== undefined) append(ceasing, node, id);
    }
    return {
      ids: this.#ids,
      always: this.#always,
      sometimes: this.#sometimes,
      ceasing,
      alwaysOnEdge: this.#alwaysOnEdge,
      sometimesOnEdge: this.#sometimesOnEdge,
      given: this.#given,
    };
  }

  #id(fact: string): number {
    const known = this.#ids.get(fact);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(fact, id);
    return id;
  }
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
