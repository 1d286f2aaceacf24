import type { Graph, GraphNode } from '../graph.ts';
import type { Touchpoint } from '../journey.ts';
import type { Duration } from '../values.ts';
import type { Components } from './loops.ts';
import type { Order } from './order.ts';
import type { WaitPart, Waits, WaitSum, WaitSums } from './waits.ts';
import { WaySearch } from './ways.ts';

/** The longest ways through a graph, counted in waiting time. */
export class LongestWaits implements Waits {
  readonly #graph: Graph;
  /** Single touchpoints in their order. */
  readonly #touchpoints: Components;
  readonly #components: Components;
  #toEnds: Waits['toEnds'] | undefined;

  constructor(graph: Graph, order: Order, components: Components) {
    this.#graph = graph;
    const members = Array.from(order.nodes, (index) => graph.nodes.slice(index, index + 1));
    this.#touchpoints = { of: order.rank, members };
    this.#components = components;
  }

  get toEnds(): Waits['toEnds'] {
    this.#toEnds ??= this.#computeToEnds();
    return this.#toEnds;
  }

  between(from: GraphNode, to: GraphNode): WaitSums | undefined {
    const longest = this.#longest([from], to).to(to);
    if (longest === undefined) return undefined;
    // Where only a loop leads back there, the shortest way is the one that goes round nothing else.
    const typical = this.#typical([from], to).to(to) ?? alongShortest(this.#graph, from, to);
    return { typical, longest };
  }

  #computeToEnds(): Waits['toEnds'] {
    const { entries, ends } = this.#graph;
    const typical = this.#typical(entries);
    const longest = this.#longest(entries);
    return ends.flatMap((end) => {
      const sums = { typical: typical.to(end.from), longest: longest.to(end.from) };
      if (sums.typical === undefined || sums.longest === undefined) return [];
      return [{ end, typical: sums.typical, longest: sums.longest }];
    });
  }

  /** Over single touchpoints, on ways without a loop. */
  #typical(starts: readonly GraphNode[], last?: GraphNode): LongestWays {
    return new LongestWays(this.#touchpoints, 'typical', starts, last);
  }

  /** Over whole loops: each touchpoint of a loop on the way counts, once. */
  #longest(starts: readonly GraphNode[], last?: GraphNode): LongestWays {
    return new LongestWays(this.#components, 'longest', starts, last);
  }
}

/** The longest ways from some touchpoints over places that are in their order, so that a way leads forward or is none. */
class LongestWays {
  readonly #places: Components;
  readonly #measure: Measure;
  readonly #starts: readonly GraphNode[];
  /** The first place that counts. */
  readonly #first: number;
  /** By place, counted from the first one: the seconds of the longest way there, itself counted; −1 where none leads. */
  readonly #seconds: Float64Array;
  /** The place before it on that way, −1 where the way begins. */
  readonly #before: Int32Array;

  /** @param last ways beyond it do not matter */
  constructor(places: Components, measure: Measure, starts: readonly GraphNode[], last?: GraphNode) {
    const begins = starts.map((start) => places.of[start.index] ?? 0);
    const end = last === undefined ? places.members.length - 1 : (places.of[last.index] ?? -1);
    this.#places = places;
    this.#measure = measure;
    this.#starts = starts;
    this.#first = Math.min(...begins);
    this.#seconds = new Float64Array(Math.max(0, end - this.#first + 1)).fill(-1);
    this.#before = new Int32Array(this.#seconds.length).fill(-1);
    for (const place of begins) if (place <= end) this.#seconds[place - this.#first] = 0;
    for (let place = this.#first; place <= end; place += 1) this.#goOn(place);
  }

  /** The longest way to the place of a node, the waits there counted; missing when no way led there. */
  to(node: GraphNode): WaitSum | undefined {
    const place = (this.#places.of[node.index] ?? -1) - this.#first;
    const seconds = this.#seconds[place];
    if (seconds === undefined || seconds < 0) return undefined;
    return new LazySum(seconds, () => this.#partsTo(place));
  }

  /** Counts a place, to which all ways are known by now, and goes on from there. */
  #goOn(place: number): void {
    const here = place - this.#first;
    const before = this.#seconds[here] ?? -1;
    if (before < 0) return;
    const nodes = this.#places.members[place] ?? [];
    const seconds = before + secondsAt(nodes, this.#starts, this.#measure);
    this.#seconds[here] = seconds;
    for (const node of nodes) {
      for (const edge of node.out) {
        const next = this.#places.of[edge.to.index] ?? 0;
        const there = next - this.#first;
        if (next <= place || seconds <= (this.#seconds[there] ?? seconds)) continue;
        this.#seconds[there] = seconds;
        this.#before[there] = here;
      }
    }
  }

  #partsTo(last: number): readonly WaitPart[] {
    const places: number[] = [];
    for (let at = last; at !== -1; at = this.#before[at] ?? -1) places.push(at);
    return places
      .toReversed()
      .flatMap((at) => partsAt(this.#places.members[this.#first + at] ?? [], this.#starts, this.#measure));
  }
}

type Measure = 'typical' | 'longest';

/** Most sums are only compared, so the parts are not put together before somebody asks. */
class LazySum implements WaitSum {
  readonly seconds: number;
  readonly #collect: () => readonly WaitPart[];

  constructor(seconds: number, collect: () => readonly WaitPart[]) {
    this.seconds = seconds;
    this.#collect = collect;
  }

  get parts(): readonly WaitPart[] {
    return this.#collect();
  }
}

function alongShortest(graph: Graph, from: GraphNode, to: GraphNode): WaitSum {
  const way = new WaySearch(graph).shortest(from, (node) => node === to);
  const parts = partsAt([...new Set(way?.nodes)], [from], 'typical');
  return { seconds: sumOf(parts), parts };
}

function secondsAt(nodes: readonly GraphNode[], starts: readonly GraphNode[], measure: Measure): number {
  // Most touchpoints say nothing of a wait.
  const isSaid = nodes.some(({ touchpoint: { wait, after } }) => wait !== undefined || after !== undefined);
  return isSaid ? sumOf(partsAt(nodes, starts, measure)) : 0;
}

function partsAt(nodes: readonly GraphNode[], starts: readonly GraphNode[], measure: Measure): readonly WaitPart[] {
  const parts: WaitPart[] = [];
  for (const node of nodes) {
    const { wait, after, during } = node.touchpoint;
    if (during !== undefined) continue;
    const waiting = measure === 'longest' ? (wait?.longest ?? wait?.typical) : wait?.typical;
    const before = starts.includes(node) ? undefined : partOf(node, 'after', after, measure);
    const here = partOf(node, 'waits', waiting, measure);
    if (before !== undefined && here !== undefined && waitsBefore(node.touchpoint)) {
      parts.push(before.seconds > here.seconds ? before : here);
    } else {
      if (before !== undefined) parts.push(before);
      if (here !== undefined) parts.push(here);
    }
  }
  return parts;
}

/**
 * Whether the wait at a touchpoint lies before the contact, because somebody else makes it. Then what is `after` the touchpoint
 * before is the same time once more.
 */
export function waitsBefore({ initiator }: Touchpoint): boolean {
  return initiator !== undefined && initiator.value !== 'customer';
}

/** Missing where there is no such duration, or none that takes time. */
function partOf(
  node: GraphNode,
  statement: WaitPart['statement'],
  duration: Duration | undefined,
  measure: Measure,
): WaitPart | undefined {
  if (duration === undefined) return undefined;
  const seconds = measure === 'typical' ? duration.seconds : duration.longestSeconds;
  return seconds > 0 ? { node, statement, seconds, duration } : undefined;
}

function sumOf(parts: readonly WaitPart[]): number {
  return parts.reduce((sum, part) => sum + part.seconds, 0);
}
