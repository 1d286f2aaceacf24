import type { Handover } from '../entities.ts';
import type { GraphEdge, GraphNode } from '../graph.ts';
import type { Reference } from '../values.ts';
import type { KnowledgeOrigin } from './known.ts';

/** A datum that becomes known; see known.ts for what makes it so. */
export type Learning = KnowledgeOrigin & { readonly datum: string };

/** What becomes known at a touchpoint and stays known. */
export function learnedAt(node: GraphNode): readonly Learning[] {
  const { touchpoint } = node;
  const system = touchpoint.system?.key;
  const learn = (how: Learning['how'], references: readonly Reference[], optional = false): readonly Learning[] =>
    references.map(({ key: datum, place }) => ({ node, how, optional, system, place, datum }));
  const all = [
    ...touchpoint.asks.flatMap((request) => learn('asked', request.data, request.optional !== undefined)),
    ...learn('given', touchpoint.gives),
    ...learn('prefilled', touchpoint.prefilled),
    ...learn('recognised', touchpoint.recognises),
    ...learn('read', touchpoint.reads),
  ];
  return all.filter(({ datum }) => !touchpoint.forgets.some((forgotten) => forgotten.key === datum));
}

/** What is passed on along an edge: by what is written there, or by an agreement between the owners of both ends. */
export function carriedAlong(edge: GraphEdge, handovers: readonly Handover[]): readonly Learning[] {
  const system = edge.to.touchpoint.system?.key;
  const from = edge.from.touchpoint.owner?.key;
  const to = edge.to.touchpoint.owner?.key;
  const agreed = handovers.filter((handover) => from !== to && handover.from.key === from && handover.to.key === to);
  return [...edge.carries, ...agreed.flatMap((handover) => handover.carries)].map(({ key: datum, place }) => ({
    node: edge.from,
    how: 'carried',
    optional: false,
    system,
    place,
    datum,
  }));
}
