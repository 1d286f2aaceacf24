import type { Graph, GraphNode } from '../graph.ts';

/** Touchpoints that a search has met, for searches that begin again and again: emptying it costs nothing. */
export class NodeSet {
  /** By the node's index, in which round it was last added. */
  readonly #rounds: Uint32Array;
  #round = 1;

  constructor({ nodes }: Graph) {
    this.#rounds = new Uint32Array(nodes.length);
  }

  clear(): void {
    this.#round += 1;
  }

  has(node: GraphNode): boolean {
    return this.#rounds[node.index] === this.#round;
  }

  /** @returns whether it was not there yet */
  add(node: GraphNode): boolean {
    if (this.has(node)) return false;
    this.#rounds[node.index] = this.#round;
    return true;
  }
}

/** The same with a value for each touchpoint, by its index. */
export class NodeMap<V> {
  readonly #rounds: Uint32Array;
  readonly #values: V[] = [];
  #round = 1;

  constructor({ nodes }: Graph) {
    this.#rounds = new Uint32Array(nodes.length);
  }

  clear(): void {
    this.#round += 1;
  }

  get(index: number): V | undefined {
    return this.#rounds[index] === this.#round ? this.#values[index] : undefined;
  }

  set(index: number, value: V): void {
    this.#rounds[index] = this.#round;
    this.#values[index] = value;
  }
}
