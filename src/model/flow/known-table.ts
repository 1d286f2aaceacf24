import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Model } from '../model.ts';
import { DatumFacts, type KnownFact } from './datum-facts.ts';
import type { FactTable } from './fact-table.ts';
import type { Certainty, FactMarker, FactSource, Visit } from './facts.ts';
import { Arrival, certaintyAt, Departure, knowledgeAt } from './knowledge.ts';
import type { Knowledge, KnownFacts } from './known.ts';
import { carriedAlong, type Learning, learnedAt } from './learning.ts';
import { Sharing } from './sharing.ts';

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
    const datum = this.#data.get(key);
    if (datum === undefined) return undefined;
    return knowledgeAt(new Arrival(this.#table, node, visit), datum, this.#graph.journey.handovers, this.#learnedAt);
  }

  after(node: GraphNode, key: string, visit: Visit = 'any'): Knowledge | undefined {
    const datum = this.#data.get(key);
    if (datum === undefined) return undefined;
    const own = this.#learnedIn(node).filter((learning) => learning.datum === key);
    const departure = new Departure(this.#table, node, visit, own);
    return knowledgeAt(departure, datum, this.#graph.journey.handovers, this.#learnedAt);
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
    const arrival = new Arrival(this.#table, node, visit);
    for (const datum of this.#learned) {
      const certainty = certaintyAt(arrival, datum);
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
}
