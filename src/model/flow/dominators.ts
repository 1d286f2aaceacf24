import type { Wiring } from './wiring.ts';

/**
 * Which nodes every way from the start of the flow to a node goes through. Seen backward from the ends these are the nodes
 * that every way on goes through.
 */
export class DominatorTree {
  /** For each node the last one before it that cannot be avoided; the start itself is `size`; −1 for nodes that take no part. */
  readonly #parent: Int32Array;
  readonly #start: number;
  /** Numbers of a walk around the tree: those whom a node dominates are numbered from its own number up to its last one. */
  readonly #begin: Int32Array;
  readonly #last: Int32Array;

  constructor(wiring: Wiring) {
    this.#start = wiring.size;
    this.#parent = immediateDominators(wiring);
    this.#begin = new Int32Array(wiring.size + 1);
    this.#last = new Int32Array(wiring.size + 1);
    this.#number(wiring.order);
  }

  /** Whether every way to `node` goes through `first`; false when no way leads to `node`. */
  dominates(first: number, node: number): boolean {
    if (this.#parent[first] === -1 || this.#parent[node] === -1) return false;
    return at(this.#begin, first) <= at(this.#begin, node) && at(this.#begin, node) <= at(this.#last, first);
  }

  /** What every way to any of these nodes goes through, the last one first; nodes that no way leads to do not count. */
  common(nodes: readonly number[]): number[] {
    const led = nodes.filter((node) => this.#parent[node] !== -1);
    const [first] = led;
    const chain: number[] = [];
    for (let node = first ?? this.#start; node !== this.#start; node = at(this.#parent, node)) {
      if (led.every((other) => this.dominates(node, other))) chain.push(node);
    }
    return chain;
  }

  /** @param order who dominates a node stands before it */
  #number(order: Int32Array): void {
    /** How many nodes each one dominates, itself counted. */
    const sizes = new Int32Array(this.#begin.length).fill(1);
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const node = at(order, place);
      const parent = at(this.#parent, node);
      sizes[parent] = at(sizes, parent) + at(sizes, node);
    }
    this.#last[this.#start] = at(sizes, this.#start) - 1;
    /** The next number for somebody whom a node dominates. */
    const next = new Int32Array(this.#begin.length);
    next[this.#start] = 1;
    for (const node of order) {
      const parent = at(this.#parent, node);
      const begin = at(next, parent);
      next[parent] = begin + at(sizes, node);
      next[node] = begin + 1;
      this.#begin[node] = begin;
      this.#last[node] = begin + at(sizes, node) - 1;
    }
  }
}

/**
 * The Semi-NCA algorithm: Georgiadis, "Linear-Time Algorithms for Dominators and Related Problems", 2005. In practice linear,
 * for graphs of any shape. All arrays below count nodes as the depth-first walk meets them; 0 is the start.
 */
function immediateDominators(wiring: Wiring): Int32Array {
  const { node, number, parent } = depthFirst(wiring);
  const count = node.length;
  const semi = Int32Array.from({ length: count }, (_, index) => index);
  const label = semi.slice();
  const ancestor = new Int32Array(count).fill(-1);

  for (let v = count - 1; v > 0; v -= 1) {
    const original = at(node, v);
    let lowest = wiring.starts[original] === 1 ? 0 : at(parent, v);
    const end = at(wiring.inFirst, original + 1);
    for (let link = at(wiring.inFirst, original); link < end; link += 1) {
      const u = at(number, at(wiring.inNode, link));
      if (u === -1) continue;
      lowest = Math.min(lowest, at(semi, evaluate(u, v, ancestor, label, semi)));
    }
    semi[v] = lowest;
    ancestor[v] = at(parent, v);
  }

  const dominator = parent.slice();
  for (let v = 1; v < count; v += 1) {
    let candidate = at(parent, v);
    while (candidate > at(semi, v)) candidate = at(dominator, candidate);
    dominator[v] = candidate;
  }
  const result = new Int32Array(wiring.size).fill(-1);
  for (let v = 1; v < count; v += 1) {
    const above = at(dominator, v);
    result[at(node, v)] = above === 0 ? wiring.size : at(node, above);
  }
  return result;
}

/** The node with the lowest semidominator on the way up from `u` among those later than `v`, shortening the way for the next time. */
function evaluate(u: number, v: number, ancestor: Int32Array, label: Int32Array, semi: Int32Array): number {
  if (u <= v || at(ancestor, u) === -1) return u;
  const way: number[] = [];
  for (let top = u; at(ancestor, top) > v; top = at(ancestor, top)) way.push(top);
  for (const lower of way.toReversed()) {
    const upper = at(ancestor, lower);
    if (at(semi, at(label, upper)) < at(semi, at(label, lower))) label[lower] = at(label, upper);
    ancestor[lower] = at(ancestor, upper);
  }
  return at(label, u);
}

/** Numbers nodes as a depth-first walk from the start meets them; the start is a node of its own before all entries. */
function depthFirst(wiring: Wiring): {
  /** By number; that of the start is the wiring's size. */
  readonly node: Int32Array;
  /** By node; −1 when it takes no part. */
  readonly number: Int32Array;
  /** By number. */
  readonly parent: Int32Array;
} {
  const node = new Int32Array(wiring.order.length + 1);
  const number = new Int32Array(wiring.size).fill(-1);
  const parent = new Int32Array(wiring.order.length + 1);
  node[0] = wiring.size;
  let count = 1;
  const enter = (met: number, from: number): void => {
    node[count] = met;
    number[met] = count;
    parent[count] = from;
    count += 1;
  };
  /** The nodes from the start on, and for each one the link that is followed next. */
  const way: number[] = [];
  const links = wiring.outFirst.slice();
  for (const root of wiring.order) {
    if (wiring.starts[root] !== 1 || number[root] !== -1) continue;
    enter(root, 0);
    way.push(root);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const link = at(links, top);
      if (link === at(wiring.outFirst, top + 1)) {
        way.pop();
        continue;
      }
      const next = at(wiring.outNode, link);
      links[top] = link + 1;
      if (number[next] !== -1) continue;
      enter(next, at(number, top));
      way.push(next);
    }
  }
  return { node, number, parent };
}

/** An entry that is known to be there. */
function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
