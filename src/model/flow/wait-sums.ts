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
  readonly #order: Order;
  readonly #components: Components;
  #toEnds: Waits['toEnds'] | undefined;

  constructor(graph: Graph, order: Order, components: Components) {
    this.#graph = graph;
    this.#order = order;
    this.#components = components;
  }

  get toEnds(): Waits['toEnds'] {
    this.#toEnds ??= this.#computeToEnds();
    return this.#toEnds;
  }

  between(from: GraphNode, to: GraphNode): WaitSums | undefined {
    const longest = this.#throughComponents([from], to).to(to);
    if (longest === undefined) return undefined;
    // Where only a loop leads back there, the shortest way is the one that goes round nothing else.
    const typical = this.#typically([from], to).to(to) ?? alongShortest(this.#graph, from, to);
    return { typical, longest };
  }

  #computeToEnds(): Waits['toEnds'] {
    const { entries, ends } = this.#graph;
    const typical = this.#typically(entries);
    const longest = this.#throughComponents(entries);
    return ends.flatMap((end) => {
      const sums = { typical: typical.to(end.from), longest: longest.to(end.from) };
      if (sums.typical === undefined || sums.longest === undefined) return [];
      return [{ end, typical: sums.typical, longest: sums.longest }];
    });
  }

  /** Over single touchpoints, on ways without a loop. */
  #typically(starts: readonly GraphNode[], last?: GraphNode): LongestWay<GraphNode> {
    const { rank, nodes, back } = this.#order;
    const way = new LongestWay<GraphNode>(
      (node) => node,
      (node) => partsAt([node], starts, 'typical'),
      (node) => node.out.filter((edge) => back[edge.index] === 0).map((edge) => edge.to),
    );
    for (const start of starts) way.begin(start);
    const end = last === undefined ? nodes.length - 1 : (rank[last.index] ?? -1);
    for (let place = Math.min(...starts.map((start) => rank[start.index] ?? 0)); place <= end; place += 1) {
      const node = this.#graph.nodes[nodes[place] ?? -1];
      if (node !== undefined) way.go(node);
    }
    return way;
  }

  /** Over whole loops: each touchpoint of a loop on the way counts, once. */
  #throughComponents(starts: readonly GraphNode[], last?: GraphNode): LongestWay<readonly GraphNode[]> {
    const { of, members } = this.#components;
    const component = (node: GraphNode): readonly GraphNode[] => members[of[node.index] ?? 0] ?? [];
    const way = new LongestWay<readonly GraphNode[]>(
      component,
      (nodes) => partsAt(nodes, starts, 'longest'),
      (nodes) =>
        nodes
          .flatMap((node) => node.out)
          .map((edge) => component(edge.to))
          .filter((other) => other !== nodes),
    );
    for (const start of starts) way.begin(component(start));
    const end = last === undefined ? members.length - 1 : (of[last.index] ?? -1);
    for (let place = Math.min(...starts.map((start) => of[start.index] ?? 0)); place <= end; place += 1) {
      way.go(members[place] ?? []);
    }
    return way;
  }
}

/** Finds longest ways in a graph without loops, whose places are gone through in an order in which all ways lead forward. */
class LongestWay<T> {
  readonly #placeOf: (node: GraphNode) => T;
  readonly #partsAt: (place: T) => readonly WaitPart[];
  readonly #after: (place: T) => readonly T[];
  readonly #seconds = new Map<T, number>();
  readonly #best = new Map<T, { readonly seconds: number; readonly before: T | undefined }>();

  constructor(
    placeOf: (node: GraphNode) => T,
    partsAtPlace: (place: T) => readonly WaitPart[],
    after: (place: T) => readonly T[],
  ) {
    this.#placeOf = placeOf;
    this.#partsAt = partsAtPlace;
    this.#after = after;
  }

  begin(place: T): void {
    this.#reach(place, 0, undefined);
  }

  /** Goes on from a place, if a way has led there. */
  go(place: T): void {
    const here = this.#best.get(place);
    if (here === undefined) return;
    for (const next of this.#after(place)) this.#reach(next, here.seconds, place);
  }

  /** The longest way to the place of a node, the waits there counted; missing when no way led there. */
  to(node: GraphNode): WaitSum | undefined {
    const place = this.#placeOf(node);
    const best = this.#best.get(place);
    if (best === undefined) return undefined;
    return new LazySum(best.seconds, () => {
      const places: T[] = [];
      for (let at: T | undefined = place; at !== undefined; at = this.#best.get(at)?.before) places.push(at);
      return places.toReversed().flatMap((at) => this.#partsAt(at));
    });
  }

  /** A place is reached by as many ways as lead there. */
  #secondsAt(place: T): number {
    let seconds = this.#seconds.get(place);
    if (seconds === undefined) {
      seconds = sumOf(this.#partsAt(place));
      this.#seconds.set(place, seconds);
    }
    return seconds;
  }

  #reach(place: T, before: number, from: T | undefined): void {
    const seconds = before + this.#secondsAt(place);
    const known = this.#best.get(place);
    if (known === undefined || seconds > known.seconds) this.#best.set(place, { seconds, before: from });
  }
}

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

function partsAt(
  nodes: readonly GraphNode[],
  starts: readonly GraphNode[],
  measure: 'typical' | 'longest',
): readonly WaitPart[] {
  return nodes.flatMap((node): readonly WaitPart[] => {
    const { wait, after, during } = node.touchpoint;
    if (during !== undefined || (wait === undefined && after === undefined)) return nothing;
    const waiting = measure === 'longest' ? (wait?.longest ?? wait?.typical) : wait?.typical;
    const parts = [
      ...(after === undefined || starts.includes(node) ? [] : [partOf(node, 'after', after, measure)]),
      ...(waiting === undefined ? [] : [partOf(node, 'waits', waiting, measure)]),
    ].filter((part) => part.seconds > 0);
    const [first, second] = parts;
    if (first === undefined || second === undefined || !waitsBefore(node.touchpoint)) return parts;
    return [first.seconds > second.seconds ? first : second];
  });
}

/**
 * Whether the wait at a touchpoint lies before the contact, because somebody else makes it. Then what is `after` the touchpoint
 * before is the same time once more.
 */
export function waitsBefore({ initiator }: Touchpoint): boolean {
  return initiator !== undefined && initiator.value !== 'customer';
}

function partOf(
  node: GraphNode,
  statement: WaitPart['statement'],
  duration: Duration,
  measure: 'typical' | 'longest',
): WaitPart {
  return { node, statement, seconds: measure === 'typical' ? duration.seconds : duration.longestSeconds, duration };
}

const nothing: readonly never[] = [];

function sumOf(parts: readonly WaitPart[]): number {
  return parts.reduce((sum, part) => sum + part.seconds, 0);
}
