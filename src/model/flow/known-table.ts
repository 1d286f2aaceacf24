import type { Handover } from '../entities.ts';
import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Model } from '../model.ts';
import type { FactTable, Trace, TraceSearch } from './fact-table.ts';
import type { Certainty, FactMarker, FactSource, Origin, Visit } from './facts.ts';
import type { Witness } from './flow.ts';
import type { Knowledge, KnowledgeOrigin, KnownFacts } from './known.ts';
import { carriedAlong, type Learning, learnedAt } from './learning.ts';
import { Sharing } from './sharing.ts';

/** A fact of the general machinery: somebody knows a datum. Always the same object for the same datum and holder. */
interface KnownFact {
  /** Key of a system; missing for somebody of whom no system is known, and for anybody at all. */
  readonly system: string | undefined;
}

/** All facts about one datum. */
class DatumFacts {
  readonly key: string;
  /** Anybody at all knows it. */
  readonly anybody: KnownFact = { system: undefined };
  /** Everybody who ever learns it, in the order in which it happens. */
  readonly learning = new Set<KnownFact>();
  /** The same in the order of the file, somebody last. */
  holders: readonly KnownFact[] = [];
  /** A system forgets it somewhere while another may go on knowing it. */
  isForgotten = false;
  readonly #somebody: KnownFact = { system: undefined };
  readonly #known = new Map<string, KnownFact>();
  readonly #learned = new Map<string | undefined, readonly KnownFact[]>();

  constructor(key: string) {
    this.key = key;
  }

  /** @param system missing: somebody of whom no system is known */
  knownTo(system: string | undefined): KnownFact {
    if (system === undefined) return this.#somebody;
    let fact = this.#known.get(system);
    if (fact === undefined) this.#known.set(system, (fact = { system }));
    return fact;
  }

  /** All that is so once a system learns it. */
  learnedBy(system: string | undefined, sharing: Sharing): readonly KnownFact[] {
    let facts = this.#learned.get(system);
    if (facts === undefined) {
      const systems = system === undefined ? [undefined] : [system, ...sharing.from(system, this.key)];
      const learning = systems.map((each) => this.knownTo(each));
      for (const fact of learning) this.learning.add(fact);
      this.#learned.set(system, (facts = [...learning, this.anybody]));
    }
    return facts;
  }

  /** Orders the holders once all of them are known. */
  order(systems: Iterable<string>): void {
    const ordered = new Set<KnownFact>();
    for (const system of systems) {
      const fact = this.#known.get(system);
      if (fact !== undefined && this.learning.has(fact)) ordered.add(fact);
    }
    for (const fact of this.learning) if (fact !== this.#somebody) ordered.add(fact);
    this.holders = [...ordered, this.#somebody];
  }
}

/** What is known to whom, in facts of the general machinery: one for each datum and holder. */
export class KnownTable implements KnownFacts {
  readonly #model: Model;
  readonly #graph: Graph;
  readonly #sharing: Sharing;
  readonly #table: FactTable<KnownFact>;
  readonly #data = new Map<string, DatumFacts>();
  /** Data that anybody ever learns, in the order in which it happens. */
  readonly #learned = new Set<DatumFacts>();
  /** By the node's index, what is learned there. */
  readonly #learnedAt: readonly (readonly Learning[])[];
  /** What several rules ask about the same touchpoints, by the node's index and the datum; null when nobody knows it. */
  readonly #before: Readonly<Record<Visit, (Map<string, Knowledge | null> | undefined)[]>> = { any: [], first: [] };
  /** What is known on arrival, by the node's index, as far as somebody has asked. */
  readonly #arriving: Readonly<Record<Visit, (ReadonlyMap<string, Certainty> | undefined)[]>> = { any: [], first: [] };

  constructor(model: Model, graph: Graph, tableOf: (source: FactSource<KnownFact>) => FactTable<KnownFact>) {
    this.#model = model;
    this.#graph = graph;
    this.#sharing = new Sharing(model);
    this.#learnedAt = graph.nodes.map(learnedAt);
    this.#table = tableOf((mark) => {
      for (const node of graph.nodes) this.#markNode(mark, node);
      for (const edge of graph.edges) this.#markEdge(mark, edge);
    });
    for (const datum of this.#learned) datum.order(model.systems.keys());
  }

  before(node: GraphNode, key: string, visit: Visit = 'any'): Knowledge | undefined {
    const kept = this.#before[visit];
    let atNode = kept[node.index];
    if (atNode === undefined) {
      atNode = new Map();
      kept[node.index] = atNode;
    }
    let knowledge = atNode.get(key);
    if (knowledge === undefined) {
      knowledge = this.#knowledgeBefore(node, key, visit) ?? null;
      atNode.set(key, knowledge);
    }
    return knowledge ?? undefined;
  }

  #knowledgeBefore(node: GraphNode, key: string, visit: Visit): Knowledge | undefined {
    const table = this.#table;
    return this.#knowledge(
      key,
      (fact) => table.arriving(node, fact, visit),
      (facts, isLast) => table.search(node, facts, visit, isLast),
    );
  }

  after(node: GraphNode, key: string, visit: Visit = 'any'): Knowledge | undefined {
    const table = this.#table;
    return this.#knowledge(
      key,
      (fact) => table.leaving(node, fact, visit),
      (facts, isLast) => {
        const own = this.#learnedIn(node).filter(({ datum }) => datum === key);
        if (own.length > 0 && isLast({ origin: { node }, witness: () => ({ nodes: [node], edges: [] }) })) return;
        if (own.every(({ optional }) => optional)) table.search(node, facts, visit, isLast);
      },
    );
  }

  knows(node: GraphNode, key: string, system: string | undefined, visit: Visit = 'any'): Certainty | undefined {
    const datum = this.#data.get(key);
    return datum && this.#table.arriving(node, datum.knownTo(system), visit);
  }

  knowsOn(edge: GraphEdge, key: string, system: string | undefined, visit: Visit = 'any'): Certainty | undefined {
    const datum = this.#data.get(key);
    return datum && this.#table.along(edge, datum.knownTo(system), visit);
  }

  allBefore(node: GraphNode, visit: Visit = 'any'): ReadonlyMap<string, Certainty> {
    const kept = this.#arriving[visit];
    let data = kept[node.index];
    if (data === undefined) {
      data = this.#allBefore(node, visit);
      kept[node.index] = data;
    }
    return data;
  }

  #allBefore(node: GraphNode, visit: Visit): ReadonlyMap<string, Certainty> {
    const data = new Map<string, Certainty>();
    for (const datum of this.#learned) {
      const certainty = this.#certaintyOf(datum, (fact) => this.#table.arriving(node, fact, visit));
      if (certainty !== undefined) data.set(datum.key, certainty);
    }
    return data;
  }

  sharedWith(system: string, datum: string): readonly string[] {
    return this.#sharing.from(system, datum);
  }

  #markNode(mark: FactMarker<KnownFact>, node: GraphNode): void {
    const { forgets, system } = node.touchpoint;
    for (const { key } of forgets) {
      const datum = this.#datum(key);
      datum.isForgotten = true;
      for (const forgetting of system === undefined ? this.#model.systems.keys() : [system.key]) {
        mark.ceases(node, datum.knownTo(forgetting));
      }
      mark.ceases(node, datum.knownTo(undefined));
      mark.ceases(node, datum.anybody);
    }
    for (const { datum, system: learning, optional } of this.#learnedIn(node)) {
      for (const fact of this.#learn(datum, learning)) mark.begins(node, fact, optional ? 'sometimes' : 'always');
    }
  }

  #markEdge(mark: FactMarker<KnownFact>, edge: GraphEdge): void {
    for (const { datum, system } of carriedAlong(edge, this.#graph.journey.handovers)) {
      for (const fact of this.#learn(datum, system)) mark.beginsOn(edge, fact);
    }
  }

  #learn(key: string, system: string | undefined): readonly KnownFact[] {
    const datum = this.#datum(key);
    this.#learned.add(datum);
    return datum.learnedBy(system, this.#sharing);
  }

  #datum(key: string): DatumFacts {
    let datum = this.#data.get(key);
    if (datum === undefined) this.#data.set(key, (datum = new DatumFacts(key)));
    return datum;
  }

  #learnedIn(node: GraphNode): readonly Learning[] {
    return this.#learnedAt[node.index] ?? [];
  }

  #knowledge(
    key: string,
    certaintyOf: (fact: KnownFact) => Certainty | undefined,
    search: (facts: readonly KnownFact[], isLast: (trace: Trace) => boolean) => void,
  ): Knowledge | undefined {
    const datum = this.#data.get(key);
    const certainty = datum && this.#certaintyOf(datum, certaintyOf);
    if (datum === undefined || certainty === undefined) return undefined;
    const holders = (): Knowledge['holders'] => {
      const found: { readonly system: string | undefined; readonly certainty: Certainty }[] = [];
      for (const fact of datum.holders) {
        const sure = certaintyOf(fact);
        if (sure !== undefined) found.push({ system: fact.system, certainty: sure });
      }
      return found;
    };
    const knowing = (): readonly KnownFact[] =>
      datum.isForgotten ? datum.holders.filter((fact) => certaintyOf(fact) !== undefined) : [datum.anybody];
    return new LazyKnowledge(
      { key, certainty, search: (isLast) => search(knowing(), isLast), holders },
      this.#graph.journey.handovers,
      this.#learnedAt,
    );
  }

  /** Where nothing is forgotten, anybody knows what somebody knows, and it comes from the same places. */
  #certaintyOf(datum: DatumFacts, certaintyOf: (fact: KnownFact) => Certainty | undefined): Certainty | undefined {
    let most = certaintyOf(datum.anybody);
    if (!datum.isForgotten) return most;
    let isHeld = false;
    for (const fact of datum.holders) {
      const certainty = certaintyOf(fact);
      if (certainty === undefined) continue;
      isHeld = true;
      if (certainty === 'always' || most === undefined) most = certainty;
    }
    return isHeld ? most : undefined;
  }
}

/** Most rules only look at the certainty, so neither holders nor ways are searched before somebody asks. */
class LazyKnowledge implements Knowledge {
  readonly datum: string;
  readonly certainty: Certainty;
  readonly #search: TraceSearch;
  readonly #findHolders: () => Knowledge['holders'];
  readonly #handovers: readonly Handover[];
  readonly #learnedAt: readonly (readonly Learning[])[];
  #holders: Knowledge['holders'] | undefined;
  #origins: readonly KnowledgeOrigin[] | undefined;
  #nearest: KnowledgeOrigin | undefined;
  #witness: Witness | undefined;

  constructor(
    known: {
      readonly key: string;
      readonly certainty: Certainty;
      readonly search: TraceSearch;
      readonly holders: () => Knowledge['holders'];
    },
    handovers: readonly Handover[],
    learned: readonly (readonly Learning[])[],
  ) {
    this.datum = known.key;
    this.certainty = known.certainty;
    this.#search = known.search;
    this.#findHolders = known.holders;
    this.#handovers = handovers;
    this.#learnedAt = learned;
  }

  get holders(): Knowledge['holders'] {
    this.#holders ??= this.#findHolders();
    return this.#holders;
  }

  get origins(): readonly KnowledgeOrigin[] {
    this.#origins ??= this.#findOrigins(() => false);
    return this.#origins;
  }

  get nearest(): KnowledgeOrigin {
    this.#nearest ??= this.#findNearest();
    return this.#nearest;
  }

  isAll(how: KnowledgeOrigin['how']): boolean {
    if (this.nearest.how !== how) return false;
    return this.origins.every((origin) => origin.how === how);
  }

  get witness(): Witness {
    this.#witness ??= this.#findWitness();
    return this.#witness;
  }

  #findNearest(): KnowledgeOrigin {
    const [nearest] = this.#findOrigins(() => true);
    if (nearest === undefined) throw new Error(`${this.datum} is known, but from nowhere`);
    return nearest;
  }

  #findOrigins(isLast: () => boolean): readonly KnowledgeOrigin[] {
    const origins: KnowledgeOrigin[] = [];
    this.#search(({ origin }) => {
      origins.push(this.#originAt(origin));
      return isLast();
    });
    return origins;
  }

  /** Who carries a datum got it from somewhere: that place says more, if there is one. */
  #findWitness(): Witness {
    const traces: Trace[] = [];
    this.#search((trace) => {
      traces.push(trace);
      return trace.origin.edge === undefined;
    });
    const last = traces.at(-1);
    const nearest = last?.origin.edge === undefined ? last : traces[0];
    if (nearest === undefined) throw new Error(`${this.datum} is known, but from nowhere`);
    return nearest.witness();
  }

  #originAt({ node, edge }: Origin): KnowledgeOrigin {
    const learnings = edge === undefined ? this.#learnedAt[node.index] : carriedAlong(edge, this.#handovers);
    const learning = learnings?.find((one) => one.datum === this.datum);
    if (learning === undefined) throw new Error(`Nothing is learned of ${this.datum} at ${node.key}`);
    return learning;
  }
}
