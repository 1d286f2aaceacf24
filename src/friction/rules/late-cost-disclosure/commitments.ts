import type { FactSource } from '../../../model/flow/facts.ts';

/** That the customer has bound themselves to anything. */
export const committed = 'committed';

export const commitments: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('commits')) mark.begins(node, committed);
};
