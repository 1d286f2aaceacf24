// What must come out, found the slow way: every walk of every length, by going through all pairs of a touchpoint and the facts
// that hold there. Walks that arrive at the same touchpoint with the same facts go on in the same ways, so the pairs are enough.
import type { Certainty } from '../../../src/model/flow/facts.ts';

export interface Walk {
  /** Where walks begin. */
  readonly starts: readonly number[];
  /** From where to where a step leads, and what it does to the facts on the way, in all ways that are possible. */
  readonly steps: readonly { readonly from: number; readonly to: number; readonly change: Change }[];
  /** What a touchpoint does to the facts of those who leave it, in all ways that are possible. */
  readonly leave: (node: number) => Change;
}

/** All sets of facts that may become of one. */
export type Change = (facts: ReadonlySet<string>) => readonly ReadonlySet<string>[];

/** For each touchpoint what holds on arrival: on all walks, or only on some. Missing for those that no walk arrives at. */
export function arrivals(walk: Walk): ReadonlyMap<number, ReadonlyMap<string, Certainty>> {
  const seen = new Map<number, Map<string, ReadonlySet<string>>>();
  const queue: { readonly node: number; readonly facts: ReadonlySet<string> }[] = [];
  const arrive = (node: number, facts: ReadonlySet<string>): void => {
    const known = seen.get(node) ?? new Map<string, ReadonlySet<string>>();
    seen.set(node, known);
    const name = [...facts].toSorted().join(' ');
    if (known.has(name)) return;
    known.set(name, facts);
    queue.push({ node, facts });
  };
  for (const start of walk.starts) arrive(start, new Set());
  for (const { node, facts } of queue) {
    for (const left of walk.leave(node)(facts)) {
      for (const step of walk.steps) {
        if (step.from === node) for (const arrived of step.change(left)) arrive(step.to, arrived);
      }
    }
  }
  return new Map([...seen].map(([node, sets]) => [node, certainties([...sets.values()])]));
}

/** Which facts hold in all of the sets, and which only in some. */
function certainties(sets: readonly ReadonlySet<string>[]): Map<string, Certainty> {
  const facts = new Set(sets.flatMap((set) => [...set]));
  return new Map([...facts].map((fact) => [fact, sets.every((set) => set.has(fact)) ? 'always' : 'sometimes']));
}

/** The change that takes facts away, then adds some for sure, and others perhaps. */
export function change(ceasing: readonly string[], always: readonly string[], sometimes: readonly string[]): Change {
  return (facts) => {
    const sure = new Set([...[...facts].filter((fact) => !ceasing.includes(fact)), ...always]);
    const all = [sure];
    for (const fact of sometimes) for (const set of all.slice()) all.push(new Set([...set, fact]));
    return all;
  };
}
