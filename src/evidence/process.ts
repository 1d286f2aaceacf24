import type { Graph, GraphEdge, GraphEnd, GraphNode } from '../model/graph.ts';

/**
 * A journey as one persona goes through it, made ready for comparing traces with it: what it costs to pass touchpoints
 * that a trace does not show, from everywhere to everywhere.
 *
 * Costs are pairs in one number: deviations times `DEVIATION`, plus a little for what is less likely, which decides
 * between alignments with as many deviations.
 */
export interface Process {
  readonly graph: Graph;
  /** Whether a log can show the touchpoint: some event is mapped to it. By the index of the node. */
  readonly isVisible: readonly boolean[];
  /** The way with the fewest deviations from a state into a node, which is entered by an event; undefined: no way. */
  way(state: State, to: number): Passage | undefined;
  /** The way out of the journey. */
  exit(state: State): Passage | undefined;
  /** The number of touchpoints on the shortest way through, counting only those that must be seen. */
  readonly shortest: number;
}

/** A node that was just passed; `START` before the first one. Whether it failed decides which ways are likely next. */
interface State {
  readonly node: number;
  readonly failed: boolean;
}

export const START = -1;
/** What one deviation costs. No alignment has so many unlikely steps. */
export const DEVIATION = 1_000_000;

/** From one event to the next, or to the end. */
interface Passage {
  readonly cost: number;
  readonly hops: readonly Hop[];
}

/** One step of a passage. */
export interface Hop {
  /** The way in the journey; missing at the beginning and for the repetition that `loop` allows. */
  readonly by?: GraphEdge | GraphEnd;
  /** The node that it leads to; missing for the end. */
  readonly to?: number;
}

const NO_WAY = Number.POSITIVE_INFINITY;

/**
 * @param visible keys of the touchpoints that events are mapped to; the others can be passed without a trace
 */
export function processOf(graph: Graph, visible: ReadonlySet<string>): Process {
  const isVisible = graph.nodes.map(({ key }) => visible.has(key));
  const searches = new Map<string, Search>();
  const searchFrom = (state: State): Search => {
    const key = `${state.node} ${state.failed}`;
    const search = searches.get(key) ?? new Search(graph, isVisible, state);
    searches.set(key, search);
    return search;
  };
  const start = searchFrom({ node: START, failed: false });
  const exit = start.exit();
  return {
    graph,
    isVisible,
    way: (state, to) => searchFrom(state).entry(to),
    exit: (state) => searchFrom(state).exit(),
    shortest: exit === undefined ? 0 : Math.floor(exit.cost / DEVIATION),
  };
}

interface Arrival {
  readonly cost: number;
  readonly from: number | undefined;
  readonly hop: Hop;
}

/** Dijkstra's search from one state over touchpoints that the trace does not show. */
class Search {
  readonly #graph: Graph;
  readonly #isVisible: readonly boolean[];
  readonly #state: State;
  /** For each node that can be passed unseen, how it is reached at least cost. */
  readonly #passed = new Map<number, Arrival>();
  readonly #entries = new Map<number, Passage | undefined>();
  #exit: Passage | undefined | null = null;

  constructor(graph: Graph, isVisible: readonly boolean[], state: State) {
    this.#graph = graph;
    this.#isVisible = isVisible;
    this.#state = state;
    this.#search();
  }

  /** The cheapest way into a node that the trace shows next. */
  entry(to: number): Passage | undefined {
    if (this.#entries.has(to)) return this.#entries.get(to);
    let best: Arrival | undefined;
    for (const { hop, cost, from } of this.#stepsInto(to)) {
      if (best === undefined || cost < best.cost) best = { cost, from, hop };
    }
    const passage = best === undefined ? undefined : this.#passage(best);
    this.#entries.set(to, passage);
    return passage;
  }

  exit(): Passage | undefined {
    if (this.#exit !== null) return this.#exit;
    let best: Arrival | undefined;
    const offer = (from: number | undefined, node: GraphNode | undefined, base: number): void => {
      const out = node === undefined ? [] : endsOf(node, this.#failedAt(from));
      for (const { by, extra } of out) {
        if (best === undefined || base + extra < best.cost)
          best = { cost: base + extra, from, hop: by === undefined ? {} : { by } };
      }
    };
    if (this.#state.node === START) {
      if (this.#graph.nodes.length === 0) best = { cost: 0, from: undefined, hop: {} };
    } else offer(undefined, this.#graph.nodes[this.#state.node], 0);
    for (const [index, arrival] of this.#passed) offer(index, this.#graph.nodes[index], arrival.cost);
    this.#exit = best === undefined ? undefined : this.#passage(best);
    return this.#exit;
  }

  #search(): void {
    const open = new Map<number, Arrival>();
    const offer = (to: number, arrival: Arrival): void => {
      const known = this.#passed.get(to) ?? open.get(to);
      if (known === undefined || arrival.cost < known.cost) open.set(to, arrival);
    };
    const expand = (from: number | undefined, base: number): void => {
      for (const { hop, to, extra } of this.#stepsFrom(from)) {
        offer(to, { cost: base + extra + this.#unseen(to), from, hop });
      }
    };
    expand(undefined, 0);
    for (;;) {
      let nearest: number | undefined;
      let cost = NO_WAY;
      for (const [node, arrival] of open) if (arrival.cost < cost) [nearest, cost] = [node, arrival.cost];
      const arrival = nearest === undefined ? undefined : open.get(nearest);
      if (nearest === undefined || arrival === undefined) return;
      open.delete(nearest);
      this.#passed.set(nearest, arrival);
      expand(nearest, arrival.cost);
    }
  }

  /** What it costs to pass a touchpoint without an event. A little even where that is allowed: what is seen is likelier. */
  #unseen(index: number): number {
    const isFree = this.#isVisible[index] !== true || this.#graph.nodes[index]?.touchpoint.optional !== undefined;
    return isFree ? 1 : DEVIATION;
  }

  #failedAt(from: number | undefined): boolean {
    return from === undefined && this.#state.failed;
  }

  #stepsFrom(from: number | undefined): readonly Step[] {
    const index = from ?? this.#state.node;
    if (index === START) {
      const first = this.#graph.nodes[0];
      return first === undefined ? [] : [{ hop: { to: first.index }, to: first.index, extra: 0 }];
    }
    const node = this.#graph.nodes[index];
    if (node === undefined) return [];
    const failed = this.#failedAt(from);
    const steps: Step[] = node.out
      .filter(({ kind }) => kind !== 'skip')
      .map((by) => ({ hop: { by, to: by.to.index }, to: by.to.index, extra: unlikely(by.kind, node, failed) }));
    if (node.touchpoint.loop !== undefined) steps.push({ hop: { to: index }, to: index, extra: 1 });
    return steps;
  }

  *#stepsInto(to: number): Generator<Arrival> {
    for (const step of this.#stepsFrom(undefined)) {
      if (step.to === to) yield { cost: step.extra, from: undefined, hop: step.hop };
    }
    for (const [from, { cost }] of this.#passed) {
      for (const step of this.#stepsFrom(from))
        if (step.to === to) yield { cost: cost + step.extra, from, hop: step.hop };
    }
  }

  #passage(last: Arrival): Passage {
    const hops = [last.hop];
    let from = last.from;
    while (from !== undefined) {
      const arrival = this.#passed.get(from);
      if (arrival === undefined) break;
      hops.push(arrival.hop);
      from = arrival.from;
    }
    return { cost: last.cost, hops: hops.toReversed() };
  }
}

interface Step {
  readonly hop: Hop;
  readonly to: number;
  readonly extra: number;
}

/** After a failure the way for failures is likely, otherwise the others are. */
function unlikely(kind: GraphEdge['kind'] | 'end', node: GraphNode, failed: boolean): number {
  const hasFailureWay = [...node.out, ...node.ends].some((way) => way.kind === 'failure');
  return (kind === 'failure') === (failed && hasFailureWay) ? 0 : 2;
}

/** The ways out; where none is written, or one leads to a place that is not known, the journey may stop there. */
function endsOf(node: GraphNode, failed: boolean): { readonly by?: GraphEnd; readonly extra: number }[] {
  const ends = node.ends
    .filter(({ kind }) => kind !== 'skip')
    .map((by) => ({ by, extra: unlikely(by.kind, node, failed) }));
  const mayStop = node.open.length > 0 || (ends.length === 0 && node.out.length === 0);
  return mayStop ? [...ends, { extra: 2 }] : ends;
}
