import type { Handover } from '../entities.ts';
import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Model } from '../model.ts';
import type { FactTable, Trace } from './fact-table.ts';
import type { Certainty, FactMarker, FactSource, Origin, Visit } from './facts.ts';
import type { Witness } from './flow.ts';
import type { Knowledge, KnowledgeOrigin, KnownFacts } from './known.ts';
import { carriedAlong, type Learning, learnedAt } from './learning.ts';
import { Sharing } from './sharing.ts';

/** Parts of a fact are on lines of their own, because no key has a line break in it. */
const SEPARATOR = '\n';
/** Holders that are no systems: somebody of whom no system is known, and anybody at all. */
const SOMEBODY = `${SEPARATOR}somebody`;
const ANYBODY = `${SEPARATOR}anybody`;

/** What is known to whom, in facts of the general machinery: one for each datum and holder. */
export class KnownTable implements KnownFacts {
  readonly #model: Model;
  readonly #graph: Graph;
  readonly #sharing: Sharing;
  readonly #table: FactTable;
  /** By datum: all who ever learn it, in the order of the file, somebody last. */
  readonly #holders = new Map<string, readonly string[]>();
  /** What several rules ask about the same touchpoints, by the node's index and the datum; null when nobody knows it. */
  readonly #before: Readonly<Record<Visit, (Map<string, Knowledge | null> | undefined)[]>> = { any: [], first: [] };
  /** What is known on arrival, by the node's index, as far as somebody has asked. */
  readonly #arriving: Readonly<Record<Visit, (ReadonlyMap<string, Certainty> | undefined)[]>> = { any: [], first: [] };
  /** Data that a system forgets somewhere while another may go on knowing them. */
  readonly #forgotten: ReadonlySet<string>;

  constructor(model: Model, graph: Graph, tableOf: (source: FactSource) => FactTable) {
    this.#model = model;
    this.#graph = graph;
    this.#sharing = new Sharing(model);
    this.#forgotten = new Set(graph.nodes.flatMap((node) => node.touchpoint.forgets.map((datum) => datum.key)));
    const holders = new Map<string, Set<string>>();
    this.#table = tableOf((mark) => {
      for (const node of graph.nodes) this.#markNode(mark, node, holders);
      for (const edge of graph.edges) this.#markEdge(mark, edge, holders);
    });
    const order = [...model.systems.keys()];
    for (const [datum, found] of holders) {
      const named = order.filter((system) => found.has(system));
      this.#holders.set(datum, [...new Set([...named, ...found].filter((one) => one !== SOMEBODY)), SOMEBODY]);
    }
  }

  before(node: GraphNode, datum: string, visit: Visit = 'any'): Knowledge | undefined {
    const kept = this.#before[visit];
    let atNode = kept[node.index];
    if (atNode === undefined) {
      atNode = new Map();
      kept[node.index] = atNode;
    }
    let knowledge = atNode.get(datum);
    if (knowledge === undefined) {
      knowledge = this.#knowledgeBefore(node, datum, visit) ?? null;
      atNode.set(datum, knowledge);
    }
    return knowledge ?? undefined;
  }

  #knowledgeBefore(node: GraphNode, datum: string, visit: Visit): Knowledge | undefined {
    const certaintyOf = (fact: string): Certainty | undefined => this.#table.arriving(node, fact, visit);
    return this.#knowledge(datum, certaintyOf, (facts) => this.#table.traces(node, facts, visit));
  }

  after(node: GraphNode, datum: string, visit: Visit = 'any'): Knowledge | undefined {
    const certaintyOf = (fact: string): Certainty | undefined => this.#table.leaving(node, fact, visit);
    const own = learnedAt(node).filter((learning) => learning.datum === datum);
    const table = this.#table;
    return this.#knowledge(datum, certaintyOf, function* (facts) {
      if (own.length > 0) yield { origin: { node }, witness: () => ({ nodes: [node], edges: [] }) };
      if (own.every((learning) => learning.optional)) yield* table.traces(node, facts, visit);
    });
  }

  knows(node: GraphNode, datum: string, system: string | undefined, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.arriving(node, factOf(datum, system ?? SOMEBODY), visit);
  }

  knowsOn(edge: GraphEdge, datum: string, system: string | undefined, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.along(edge, factOf(datum, system ?? SOMEBODY), visit);
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
    for (const [fact, certainty] of this.#table.allArriving(node, visit)) {
      const datum = fact.slice(0, fact.indexOf(SEPARATOR));
      if (certainty === 'always' || !data.has(datum)) data.set(datum, certainty);
    }
    return data;
  }

  sharedWith(system: string, datum: string): readonly string[] {
    return this.#sharing.from(system, datum);
  }

  #markNode(mark: FactMarker, node: GraphNode, holders: Map<string, Set<string>>): void {
    const { forgets, system } = node.touchpoint;
    if (forgets.length > 0) {
      const forgetting = system === undefined ? this.#model.systems.keys() : [system.key];
      const losing = [...forgetting, SOMEBODY, ANYBODY];
      for (const { key } of forgets) for (const holder of losing) mark.ceases(node, factOf(key, holder));
    }
    for (const learning of learnedAt(node)) {
      const certainty = learning.optional ? 'sometimes' : 'always';
      for (const fact of this.#factsOf(learning, holders)) mark.begins(node, fact, certainty);
    }
  }

  #markEdge(mark: FactMarker, edge: GraphEdge, holders: Map<string, Set<string>>): void {
    for (const learning of carriedAlong(edge, this.#graph.journey.handovers)) {
      for (const fact of this.#factsOf(learning, holders)) mark.beginsOn(edge, fact);
    }
  }

  #factsOf({ datum, system }: Learning, holders: Map<string, Set<string>>): string[] {
    const learning = system === undefined ? [SOMEBODY] : [system, ...this.#sharing.from(system, datum)];
    const known = holders.get(datum) ?? new Set();
    holders.set(datum, known);
    for (const holder of learning) known.add(holder);
    return [...learning, ANYBODY].map((holder) => factOf(datum, holder));
  }

  #knowledge(
    datum: string,
    certaintyOf: (fact: string) => Certainty | undefined,
    tracesOf: (facts: readonly string[]) => Iterable<Trace>,
  ): Knowledge | undefined {
    const anybody = factOf(datum, ANYBODY);
    const known = certaintyOf(anybody);
    // Where nothing is forgotten, anybody knows what somebody knows, and it comes from the same places.
    if (known === undefined && !this.#forgotten.has(datum)) return undefined;
    const facts: string[] = [];
    const holders: { readonly system: string | undefined; readonly certainty: Certainty }[] = [];
    for (const holder of this.#holders.get(datum) ?? []) {
      const fact = factOf(datum, holder);
      const certainty = certaintyOf(fact);
      if (certainty === undefined) continue;
      facts.push(fact);
      holders.push({ system: holder === SOMEBODY ? undefined : holder, certainty });
    }
    if (holders.length === 0) return undefined;
    const sure = known === 'always' || holders.some(({ certainty }) => certainty === 'always');
    const traced = this.#forgotten.has(datum) ? facts : [anybody];
    return new LazyKnowledge(
      datum,
      sure ? 'always' : 'sometimes',
      holders,
      () => tracesOf(traced),
      this.#graph.journey.handovers,
    );
  }
}

/** Most rules only look at the certainty, so the ways are not searched before somebody asks. */
class LazyKnowledge implements Knowledge {
  readonly datum: string;
  readonly certainty: Certainty;
  readonly holders: Knowledge['holders'];
  readonly #traces: () => Iterable<Trace>;
  readonly #handovers: readonly Handover[];
  #origins: readonly KnowledgeOrigin[] | undefined;
  #nearest: KnowledgeOrigin | undefined;
  #witness: Witness | undefined;

  constructor(
    datum: string,
    certainty: Certainty,
    holders: Knowledge['holders'],
    traces: () => Iterable<Trace>,
    handovers: readonly Handover[],
  ) {
    this.datum = datum;
    this.certainty = certainty;
    this.holders = holders;
    this.#traces = traces;
    this.#handovers = handovers;
  }

  get origins(): readonly KnowledgeOrigin[] {
    this.#origins ??= Array.from(this.#traces(), ({ origin }) => this.#originAt(origin));
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
    this.#witness ??= this.#search();
    return this.#witness;
  }

  #findNearest(): KnowledgeOrigin {
    for (const { origin } of this.#traces()) return this.#originAt(origin);
    throw new Error(`${this.datum} is known, but from nowhere`);
  }

  /** Who carries a datum got it from somewhere: that place says more, if there is one. */
  #search(): Witness {
    let nearest: Trace | undefined;
    for (const trace of this.#traces()) {
      nearest ??= trace;
      if (trace.origin.edge === undefined) return trace.witness();
    }
    if (nearest === undefined) throw new Error(`${this.datum} is known, but from nowhere`);
    return nearest.witness();
  }

  #originAt({ node, edge }: Origin): KnowledgeOrigin {
    const learnings = edge === undefined ? learnedAt(node) : carriedAlong(edge, this.#handovers);
    const learning = learnings.find((one) => one.datum === this.datum);
    if (learning === undefined) throw new Error(`Nothing is learned of ${this.datum} at ${node.key}`);
    return learning;
  }
}

function factOf(datum: string, holder: string): string {
  return `${datum}${SEPARATOR}${holder}`;
}
