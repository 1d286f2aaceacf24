import type { Effects, FactLists } from './effects.ts';
import type { Wiring } from './wiring.ts';

/** Sets of facts, one for each node: as the flow leaves it. */
export interface Solution {
  /** Number of 32-bit words in a set. */
  readonly words: number;
  /**
   * The set of node n begins at `n * words`. Empty for nodes that take no part. Signed words, because half of the unsigned
   * ones are no small integers to the engine.
   */
  readonly out: Int32Array;
}

/**
 * The least sets of facts that may hold (`may`: what holds on any way) or the greatest that must hold (`must`: what holds on
 * all ways), by visiting nodes until nothing changes. Sets only ever grow (`may`) or shrink (`must`), so it comes to an end on
 * every graph; on journeys with loops a node is visited two or three times. Because of the wiring's order something is known of
 * at least one way to a node when it is first visited, so a set that must hold never begins too small.
 */
export function solve(wiring: Wiring, effects: Effects<unknown>, meet: 'may' | 'must'): Solution {
  const words = (effects.ids.size + 31) >>> 5;
  const solution = { words, out: new Int32Array(wiring.size * words) };
  if (words === 0) return solution;
  const set = new Int32Array(words);
  const visited = new Uint8Array(wiring.size);
  const waiting = new Waiting(wiring.order.length);

  for (let place = waiting.next(); place >= 0; place = waiting.next()) {
    const node = wiring.order[place] ?? 0;
    arriving(wiring, effects, meet, solution, node, set, visited);
    leave(effects, meet, node, set);
    const changed = replace(solution, node, set);
    if (!changed && visited[node] === 1) continue;
    visited[node] = 1;
    const end = wiring.outFirst[node + 1] ?? 0;
    for (let link = wiring.outFirst[node] ?? 0; link < end; link += 1) {
      waiting.add(wiring.rank[wiring.outNode[link] ?? 0] ?? 0);
    }
  }
  return solution;
}

/** Keeps a set as what holds on leaving a node, and tells whether it is another than before. */
function replace({ words, out }: Solution, node: number, set: Int32Array): boolean {
  const row = node * words;
  let changed = false;
  for (let word = 0; word < words; word += 1) {
    if (out[row + word] === set[word]) continue;
    out[row + word] = set[word] ?? 0;
    changed = true;
  }
  return changed;
}

/**
 * Writes into `set` what holds as the flow arrives at a node.
 *
 * @param visited while solving: nodes with 0 here are not known yet and do not count
 */
export function arriving(
  wiring: Wiring,
  effects: Effects<unknown>,
  meet: 'may' | 'must',
  { words, out }: Solution,
  node: number,
  set: Int32Array,
  visited?: Uint8Array,
): void {
  let first = true;
  for (let word = 0; word < words; word += 1) set[word] = 0;
  if (wiring.starts[node] === 1) {
    for (const fact of effects.given) include(set, fact);
    first = false;
  }
  const end = wiring.inFirst[node + 1] ?? 0;
  for (let link = wiring.inFirst[node] ?? 0; link < end; link += 1) {
    const from = wiring.inNode[link] ?? 0;
    if (visited?.[from] === 0) continue;
    const edge = wiring.inEdge[link] ?? 0;
    const row = from * words;
    if (meet === 'may' || first) {
      for (let word = 0; word < words; word += 1) set[word] = (set[word] ?? 0) | (out[row + word] ?? 0);
      includeAll(set, effects.alwaysOnEdge, edge);
      if (meet === 'may') includeAll(set, effects.sometimesOnEdge, edge);
    } else {
      const onEdge = factsIn(effects.alwaysOnEdge, edge);
      // A fact of the edge holds whether or not it held before.
      const kept = onEdge && heldOf(onEdge, set);
      for (let word = 0; word < words; word += 1) set[word] = (set[word] ?? 0) & (out[row + word] ?? 0);
      if (kept !== undefined) for (const fact of kept) include(set, fact);
    }
    first = false;
  }
}

/** In a function of its own, because one that captures the set would cost the hot one above more than all the rest. */
function heldOf(facts: readonly number[], set: Int32Array): readonly number[] {
  return facts.filter((fact) => includes(set, 0, fact));
}

function leave(effects: Effects<unknown>, meet: 'may' | 'must', node: number, set: Int32Array): void {
  const ceasing = factsIn(effects.ceasing, node);
  if (ceasing !== undefined) {
    for (const fact of ceasing) set[fact >>> 5] = (set[fact >>> 5] ?? 0) & ~(1 << (fact & 31));
  }
  includeAll(set, effects.always, node);
  if (meet === 'may') includeAll(set, effects.sometimes, node);
}

function includeAll(set: Int32Array, lists: FactLists, index: number): void {
  const facts = factsIn(lists, index);
  if (facts !== undefined) for (const fact of facts) include(set, fact);
}

/** The facts that a node or an edge brings. */
export function factsIn(lists: FactLists, index: number): readonly number[] | undefined {
  return lists.length === 0 ? undefined : lists[index];
}

function include(set: Int32Array, fact: number): void {
  set[fact >>> 5] = (set[fact >>> 5] ?? 0) | (1 << (fact & 31));
}

/** Whether the set that begins at word `row` has the fact. */
export function includes(set: Int32Array, row: number, fact: number): boolean {
  return (((set[row + (fact >>> 5)] ?? 0) >>> (fact & 31)) & 1) === 1;
}

/**
 * Places that wait to be visited, all of them at first. They are visited in rounds, each time in their order: what lies ahead
 * is still visited in the same round, what lies behind in the next one. So a place that many others lead back to does not have
 * to be visited after each of them.
 */
class Waiting {
  #now: Int32Array;
  #later: Int32Array;
  /** No place in a word before these is waiting. */
  #word = 0;
  #laterWord: number;
  #place = -1;

  constructor(count: number) {
    const words = (count + 31) >>> 5;
    this.#now = new Int32Array(words).fill(-1);
    if ((count & 31) !== 0) this.#now[words - 1] = 2 ** (count & 31) - 1;
    this.#later = new Int32Array(words);
    this.#laterWord = words;
  }

  add(place: number): void {
    const word = place >>> 5;
    const ahead = place > this.#place;
    const round = ahead ? this.#now : this.#later;
    round[word] = (round[word] ?? 0) | (1 << (place & 31));
    if (!ahead && word < this.#laterWord) this.#laterWord = word;
  }

  /** Takes the next place out, or gives −1. */
  next(): number {
    for (let round = 1; round <= 2; round += 1) {
      for (; this.#word < this.#now.length; this.#word += 1) {
        const bits = this.#now[this.#word] ?? 0;
        if (bits === 0) continue;
        this.#now[this.#word] = bits & (bits - 1);
        this.#place = this.#word * 32 + 31 - Math.clz32(bits & -bits);
        return this.#place;
      }
      [this.#now, this.#later] = [this.#later, this.#now];
      this.#word = this.#laterWord;
      this.#laterWord = this.#now.length;
    }
    return -1;
  }
}
