import type { Sharing } from './sharing.ts';

/** A fact of the general machinery: somebody knows a datum. Always the same object for the same datum and holder. */
export interface KnownFact {
  /** Key of a system; missing for somebody of whom no system is known, and for anybody at all. */
  readonly system: string | undefined;
}

/** All facts about one datum. */
export class DatumFacts {
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
