import type { Handover } from '../entities.ts';
import type { GraphNode } from '../graph.ts';
import type { DatumFacts, KnownFact } from './datum-facts.ts';
import type { FactTable, Trace } from './fact-table.ts';
import type { Certainty, Origin, Visit } from './facts.ts';
import type { Witness } from './witness.ts';
import type { Knowledge, KnowledgeOrigin } from './known.ts';
import { carriedAlong, type Learning } from './learning.ts';

/** What is known of a datum at that moment; missing when nobody knows it. */
export function knowledgeAt(
  moment: Moment,
  datum: DatumFacts,
  handovers: readonly Handover[],
  learned: readonly (readonly Learning[])[],
): Knowledge | undefined {
  const certainty = certaintyAt(moment, datum);
  return certainty && new LazyKnowledge(moment, datum, certainty, handovers, learned);
}

/** Where nothing is forgotten, anybody knows what somebody knows, and it comes from the same places. */
export function certaintyAt(moment: Moment, datum: DatumFacts): Certainty | undefined {
  let most = moment.certaintyOf(datum.anybody);
  if (!datum.isForgotten) return most;
  let isHeld = false;
  for (const fact of datum.holders) {
    const certainty = moment.certaintyOf(fact);
    if (certainty === undefined) continue;
    isHeld = true;
    if (certainty === 'always' || most === undefined) most = certainty;
  }
  return isHeld ? most : undefined;
}

/** When a customer comes to a touchpoint, or leaves it: what is known then, and where that came from. */
interface Moment {
  certaintyOf(fact: KnownFact): Certainty | undefined;
  search(facts: readonly KnownFact[], isLast: (trace: Trace) => boolean): void;
}

export class Arrival implements Moment {
  readonly #table: FactTable<KnownFact>;
  readonly #node: GraphNode;
  readonly #visit: Visit;

  constructor(table: FactTable<KnownFact>, node: GraphNode, visit: Visit) {
    this.#table = table;
    this.#node = node;
    this.#visit = visit;
  }

  certaintyOf(fact: KnownFact): Certainty | undefined {
    return this.#table.arriving(this.#node, fact, this.#visit);
  }

  search(facts: readonly KnownFact[], isLast: (trace: Trace) => boolean): void {
    this.#table.search(this.#node, facts, this.#visit, isLast);
  }
}

export class Departure implements Moment {
  readonly #table: FactTable<KnownFact>;
  readonly #node: GraphNode;
  readonly #visit: Visit;
  readonly #own: readonly Learning[];

  /** @param own what becomes known of the datum at the touchpoint itself */
  constructor(table: FactTable<KnownFact>, node: GraphNode, visit: Visit, own: readonly Learning[]) {
    this.#table = table;
    this.#node = node;
    this.#visit = visit;
    this.#own = own;
  }

  certaintyOf(fact: KnownFact): Certainty | undefined {
    return this.#table.leaving(this.#node, fact, this.#visit);
  }

  search(facts: readonly KnownFact[], isLast: (trace: Trace) => boolean): void {
    const node = this.#node;
    if (this.#own.length > 0 && isLast({ origin: { node }, witness: () => ({ nodes: [node], edges: [] }) })) return;
    if (this.#own.every(({ optional }) => optional)) this.#table.search(node, facts, this.#visit, isLast);
  }
}

/** Where a datum comes from, as far as a finding says it. */
interface Sources {
  readonly nearest: Trace;
  /** The nearest that is not passed on from another touchpoint; where all are, the nearest of them. */
  readonly first: Trace;
}

/** Most rules only look at the certainty, so neither holders nor ways are searched before somebody asks. */
class LazyKnowledge implements Knowledge {
  readonly certainty: Certainty;
  readonly #moment: Moment;
  readonly #datum: DatumFacts;
  readonly #handovers: readonly Handover[];
  readonly #learnedAt: readonly (readonly Learning[])[];
  #holders: Knowledge['holders'] | undefined;
  #origins: readonly KnowledgeOrigin[] | undefined;
  #sources: Sources | undefined;
  #nearest: KnowledgeOrigin | undefined;
  #witness: Witness | undefined;

  constructor(
    moment: Moment,
    datum: DatumFacts,
    certainty: Certainty,
    handovers: readonly Handover[],
    learned: readonly (readonly Learning[])[],
  ) {
    this.certainty = certainty;
    this.#moment = moment;
    this.#datum = datum;
    this.#handovers = handovers;
    this.#learnedAt = learned;
  }

  get datum(): string {
    return this.#datum.key;
  }

  get holders(): Knowledge['holders'] {
    this.#holders ??= this.#findHolders();
    return this.#holders;
  }

  get origins(): readonly KnowledgeOrigin[] {
    this.#origins ??= this.#findOrigins();
    return this.#origins;
  }

  get nearest(): KnowledgeOrigin {
    this.#nearest ??= this.#originAt(this.#findSources().nearest.origin);
    return this.#nearest;
  }

  get source(): KnowledgeOrigin {
    const { nearest, first } = this.#findSources();
    return first === nearest ? this.nearest : this.#originAt(first.origin);
  }

  get witness(): Witness {
    this.#witness ??= this.#findSources().first.witness();
    return this.#witness;
  }

  isAll(how: KnowledgeOrigin['how']): boolean {
    if (this.nearest.how !== how) return false;
    return this.origins.every((origin) => origin.how === how);
  }

  #findHolders(): Knowledge['holders'] {
    const found: { readonly system: string | undefined; readonly certainty: Certainty }[] = [];
    for (const fact of this.#datum.holders) {
      const certainty = this.#moment.certaintyOf(fact);
      if (certainty !== undefined) found.push({ system: fact.system, certainty });
    }
    return found;
  }

  #findOrigins(): readonly KnowledgeOrigin[] {
    const origins: KnowledgeOrigin[] = [];
    this.#search(({ origin }) => {
      origins.push(this.#originAt(origin));
      return false;
    });
    return origins;
  }

  /** One search for all that a finding says of where it comes from. */
  #findSources(): Sources {
    if (this.#sources !== undefined) return this.#sources;
    let nearest: Trace | undefined;
    let first: Trace | undefined;
    this.#search((trace) => {
      nearest ??= trace;
      if (trace.origin.edge !== undefined) return false;
      first = trace;
      return true;
    });
    if (nearest === undefined) throw new Error(`${this.datum} is known, but from nowhere`);
    this.#sources = { nearest, first: first ?? nearest };
    return this.#sources;
  }

  #search(isLast: (trace: Trace) => boolean): void {
    const { isForgotten, holders, anybody } = this.#datum;
    const knowing = isForgotten ? holders.filter((fact) => this.#moment.certaintyOf(fact) !== undefined) : [anybody];
    this.#moment.search(knowing, isLast);
  }

  #originAt({ node, edge }: Origin): KnowledgeOrigin {
    const learnings = edge === undefined ? this.#learnedAt[node.index] : carriedAlong(edge, this.#handovers);
    const learning = learnings?.find((one) => one.datum === this.datum);
    if (learning === undefined) throw new Error(`Nothing is learned of ${this.datum} at ${node.key}`);
    return learning;
  }
}
