import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import { lazy } from '../lazy.ts';
import type { Model } from '../model.ts';
import { DominatorTree } from './dominators.ts';
import { FactTable } from './fact-table.ts';
import type { FactSource, FutureFacts, PastFacts, Towards, Visit } from './facts.ts';
import type { Flow, Loop, MainPath } from './flow.ts';
import type { Witness } from './witness.ts';
import type { IdentityLevels } from './identity.ts';
import { IdentityTable } from './identity-table.ts';
import type { KnownFacts } from './known.ts';
import { KnownTable } from './known-table.ts';
import { Closure, componentsOf, loopsOf } from './loops.ts';
import { orderOf } from './order.ts';
import { Ahead, Behind } from './past-and-future.ts';
import { LongestWaits } from './wait-sums.ts';
import type { Waits } from './waits.ts';
import { mainPathOf, WaySearch } from './ways.ts';
import { backwardWiring, endsInSuccess, forwardWiring, type Wiring } from './wiring.ts';

/** The table of what leads to what takes the square of this in bits: 32 MB. Larger journeys search the way each time. */
const MOST_IN_CLOSURE = 16_384;

/** Everything that follows from one graph; each part is computed when it is first asked for. */
export class JourneyFlow implements Flow {
  readonly model: Model;
  readonly graph: Graph;
  readonly #order = lazy(() => orderOf(this.graph));
  readonly #components = lazy(() => componentsOf(this.graph, this.#order()));
  readonly #loops = lazy(() => loopsOf(this.#components()));
  readonly #loopOf = lazy(() => new Map(this.loops.flatMap((loop) => loop.nodes.map((node) => [node, loop]))));
  readonly #closure = lazy(() => new Closure(this.#components()));
  readonly #forward = this.#wirings((visit) => forwardWiring(this.graph, this.#order(), visit));
  readonly #toAnyEnd = this.#wirings((visit) => backwardWiring(this.graph, this.#order(), visit, 'end'));
  readonly #backward = {
    end: this.#toAnyEnd,
    success: this.#wirings((visit) =>
      endsInSuccess(this.graph) ? this.#toAnyEnd[visit]() : backwardWiring(this.graph, this.#order(), visit, 'success'),
    ),
  };
  readonly #dominators = lazy(() => new DominatorTree(this.#forward.any()));
  readonly #postDominators = {
    end: lazy(() => new DominatorTree(this.#backward.end.any())),
    success: lazy(() => new DominatorTree(this.#backward.success.any())),
  };
  readonly #unavoidable = {
    end: lazy(() => this.#findUnavoidable('end')),
    success: lazy(() => this.#findUnavoidable('success')),
  };
  readonly #search = lazy(() => new WaySearch(this.graph));
  readonly #mainPath = lazy(() => mainPathOf(this.graph));
  readonly #known = lazy(() => new KnownTable(this.model, this.graph, (source) => this.#forwardTable(source)));
  readonly #identity = lazy(() => new IdentityTable((source) => this.#forwardTable(source)));
  readonly #waits = lazy(() => new LongestWaits(this.graph, this.#order(), this.#components()));
  readonly #pasts = new Map<FactSource, PastFacts>();
  readonly #futures = { end: new Map<FactSource, FutureFacts>(), success: new Map<FactSource, FutureFacts>() };

  constructor(model: Model, graph: Graph) {
    this.model = model;
    this.graph = graph;
  }

  get loops(): readonly Loop[] {
    return this.#loops();
  }

  get mainPath(): MainPath {
    return this.#mainPath();
  }

  get known(): KnownFacts {
    return this.#known();
  }

  get identity(): IdentityLevels {
    return this.#identity();
  }

  get waits(): Waits {
    return this.#waits();
  }

  reachable(node: GraphNode): boolean {
    return this.#order().reachable[node.index] === 1;
  }

  leadsTo(from: GraphNode, to: GraphNode): boolean {
    const loop = this.loopOf(from);
    if (loop !== undefined && loop === this.loopOf(to)) return true;
    if (this.#components().members.length > MOST_IN_CLOSURE) return this.shortest(from, to) !== undefined;
    return this.#closure().leadsTo(from, to);
  }

  canEnd(node: GraphNode, towards: Towards): boolean {
    return this.#backward[towards].any().rank[node.index] !== -1;
  }

  dominates(first: GraphNode, node: GraphNode): boolean {
    return this.#dominators().dominates(first.index, node.index);
  }

  postDominates(later: GraphNode, node: GraphNode, towards: Towards): boolean {
    return this.#postDominators[towards]().dominates(later.index, node.index);
  }

  unavoidable(towards: Towards): readonly GraphNode[] {
    return this.#unavoidable[towards]();
  }

  loopOf(node: GraphNode): Loop | undefined {
    return this.#loopOf().get(node);
  }

  isBack(edge: GraphEdge): boolean {
    return this.#order().back[edge.index] === 1;
  }

  shortest(from: GraphNode, to: GraphNode, visit: Visit = 'any'): Witness | undefined {
    return this.#search().shortest(
      from,
      (node) => node === to,
      (edge) => visit === 'any' || !this.isBack(edge),
    );
  }

  nearest(from: GraphNode, wanted: (node: GraphNode) => boolean, steps?: number): Witness | undefined {
    return this.#search().shortest(from, wanted, undefined, steps);
  }

  past(source: FactSource): PastFacts {
    const known = this.#pasts.get(source) ?? new Behind(this.#forwardTable(source));
    this.#pasts.set(source, known);
    return known;
  }

  future(source: FactSource, towards: Towards = 'end'): FutureFacts {
    const futures = this.#futures[towards];
    const wiring = this.#backward[towards];
    const known =
      futures.get(source) ?? new Ahead(new FactTable(this.graph, 'backward', source, (visit) => wiring[visit]()));
    futures.set(source, known);
    return known;
  }

  #findUnavoidable(towards: Towards): readonly GraphNode[] {
    const entries = this.graph.entries.map((entry) => entry.index);
    const common = this.#postDominators[towards]().common(entries);
    return common.flatMap((index) => this.graph.nodes[index] ?? []);
  }

  #forwardTable<F>(source: FactSource<F>): FactTable<F> {
    return new FactTable(this.graph, 'forward', source, (visit) => this.#forward[visit]());
  }

  /** Where no way leads back, every visit is the first one. */
  #wirings(wire: (visit: Visit) => Wiring): Readonly<Record<Visit, () => Wiring>> {
    const any = lazy(() => wire('any'));
    return { any, first: lazy(() => (this.#order().back.includes(1) ? wire('first') : any())) };
  }
}
