import type { System } from '../../../model/entities.ts';
import type { Model } from '../../../model/model.ts';
import type { Place } from '../../../model/place.ts';

/** A datum that systems hold apart from each other: what changes in one island does not reach the others. */
export interface Fragments {
  readonly datum: string;
  /** One system of each island, in the order of the file, with its statement. At least two. */
  readonly holders: readonly Holder[];
}

interface Holder {
  readonly system: System;
  readonly place: Place;
  /** It claims to have the one true version. */
  readonly master: boolean;
}

/** All data about customers that the systems of the file hold in several islands. */
export function fragmentsOf(model: Model): readonly Fragments[] {
  const own = [...model.systems.values()].filter(({ place }) => place.uri === model.uri);
  if (own.length < 2) return [];
  return [...model.data.values()].flatMap(({ key: datum, personal, identifier, behavioural }) => {
    if (!personal && !identifier && !behavioural) return [];
    const holders = holdersOf(own, datum);
    if (holders.length < 2) return [];
    const island = islandsOf(model, datum);
    // A number that was given out once and names no person does not change; what of it is true can only be contested.
    if (!personal && !behavioural && holders.filter(({ master }) => master).length < 2) return [];
    const apart = holders.filter(
      ({ system }, index) => holders.findIndex((other) => island(other.system.key) === island(system.key)) === index,
    );
    return apart.length < 2 ? [] : [{ datum, holders: apart }];
  });
}

function holdersOf(systems: readonly System[], datum: string): readonly Holder[] {
  return systems.flatMap((system): readonly Holder[] => {
    const master = system.masters.find(({ key }) => key === datum);
    const held = master ?? system.holds.find(({ key }) => key === datum);
    return held === undefined ? [] : [{ system, place: held.place, master: master !== undefined }];
  });
}

/** The island of each system: systems that share the datum, in whichever direction, are on one. */
function islandsOf(model: Model, datum: string): (system: string) => string {
  const above = new Map<string, string>();
  const root = (system: string): string => {
    let top = system;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  for (const { key, shares } of model.systems.values()) {
    for (const { data, targets } of shares) {
      if (!data.some((reference) => reference.key === datum)) continue;
      for (const target of targets) if (root(target.key) !== root(key)) above.set(root(target.key), root(key));
    }
  }
  return root;
}
