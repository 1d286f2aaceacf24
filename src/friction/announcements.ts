import type { FactSource } from '../model/flow/facts.ts';
import { groupBy } from '../model/group-by.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';

/** Which touchpoints the customer has been told of by `tells next`, by their keys. */
export const toldOf: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('tells')) {
    for (const { target } of node.touchpoint.tells) if (target !== undefined) mark.begins(node, target.key);
  }
};

/** Whether the author has begun to write down what customers are told about what comes next. */
export const usesTells = lazyFor(({ stages }: Journey) =>
  stages.some(({ touchpoints }) => touchpoints.some(({ tells }) => tells.length > 0)),
);

/** The name by which a touchpoint of the journey can be referred to; missing when another one has the same. */
export function nameIn(journey: Journey, { id, key }: Touchpoint): string | undefined {
  return keysOfIds(journey)
    .get(id)
    ?.every((other) => other.key === key) === false
    ? undefined
    : id;
}

const keysOfIds = lazyFor(({ stages }: Journey) =>
  groupBy(
    stages.flatMap(({ touchpoints }) => touchpoints),
    ({ id }) => id,
  ),
);
