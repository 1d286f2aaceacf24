import type { Action, Opportunity } from '../model/entities.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Model } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import type { Reference } from '../model/values.ts';

/** Something that is said to solve a barrier, a question, a pain or a need. */
export interface Solution {
  readonly by: 'touchpoint' | 'action' | 'opportunity';
  /** The reference to what it solves. */
  readonly place: Place;
  /** It was decided against. */
  readonly rejected: boolean;
  /** It pushes the customer on instead of clearing the way: a discount, a reminder. */
  readonly nudge: boolean;
}

/** All solutions that a file can see, by the key of what they solve. */
export const solutionsIn = lazyFor((model: Model): ReadonlyMap<string, readonly Solution[]> => {
  const solutions = new Map<string, Solution[]>();
  const add = (solves: readonly Reference[], solution: Omit<Solution, 'place'>): void => {
    for (const { key, place } of solves) {
      const known = solutions.get(key);
      if (known === undefined) solutions.set(key, [{ ...solution, place }]);
      else known.push({ ...solution, place });
    }
  };
  const addIdeas = ({ opportunities }: { readonly opportunities: readonly Opportunity[] }): void => {
    for (const opportunity of opportunities) add(opportunity.solves, ofOpportunity(opportunity));
  };
  for (const action of model.actions.values()) add(action.solves, ofAction(action));
  for (const journey of model.journeys.values()) {
    addIdeas(journey);
    for (const stage of journey.stages) addIdeas(stage);
    for (const { touchpoints } of journey.stages) for (const touchpoint of touchpoints) addIdeas(touchpoint);
    for (const { touchpoints } of journey.stages) for (const { solves } of touchpoints) add(solves, byTouchpoint);
  }
  return solutions;
});

/** Keys of the touchpoints at which an action or an experiment is planned. */
export const plannedAt = lazyFor(({ actions, experiments }: Model): ReadonlySet<string> => {
  const planned = new Set<string>();
  for (const { at, status } of actions.values()) {
    if (status?.value !== 'rejected') for (const { key } of at) planned.add(key);
  }
  for (const { touchpoints } of experiments.values()) for (const { key } of touchpoints) planned.add(key);
  return planned;
});

/** Whether there are opportunities that say nothing of what they solve: they speak of whatever is wrong where they stand. */
export function hasOpenIdeas(opportunities: readonly Opportunity[]): boolean {
  return opportunities.some(({ solves, status }) => solves.length === 0 && status?.value !== 'rejected');
}

const byTouchpoint = { by: 'touchpoint', rejected: false, nudge: false } as const;

function ofAction({ kind, status }: Action): Omit<Solution, 'place'> {
  return { by: 'action', rejected: status?.value === 'rejected', nudge: kind?.value === 'nudge' };
}

function ofOpportunity({ status }: Opportunity): Omit<Solution, 'place'> {
  return { by: 'opportunity', rejected: status?.value === 'rejected', nudge: false };
}
