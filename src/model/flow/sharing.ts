import type { Model } from '../model.ts';

/** Where data get to by what systems share, from one to the next. Exactly what is written: a share of one datum shares no other. */
export class Sharing {
  readonly #model: Model;
  /** By system, then by datum. */
  readonly #found = new Map<string, Map<string, readonly string[]>>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** The systems that learn a datum in the end when one system learns it, nearest first, itself not counted. */
  from(system: string, datum: string): readonly string[] {
    const ofSystem = this.#found.get(system) ?? new Map<string, readonly string[]>();
    this.#found.set(system, ofSystem);
    const found = ofSystem.get(datum) ?? this.#search(system, datum);
    ofSystem.set(datum, found);
    return found;
  }

  #search(system: string, datum: string): string[] {
    const reached = new Set([system]);
    for (const at of reached) {
      for (const share of this.#model.systems.get(at)?.shares ?? []) {
        if (!share.data.some((reference) => reference.key === datum)) continue;
        for (const target of share.targets) reached.add(target.key);
      }
    }
    reached.delete(system);
    return [...reached];
  }
}
