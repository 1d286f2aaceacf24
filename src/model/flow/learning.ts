import type { Handover } from '../entities.ts';
import type { GraphEdge, GraphNode } from '../graph.ts';
import type { Reference } from '../values.ts';
import type { KnowledgeOrigin } from './known.ts';

/** A datum that becomes known; see known.ts for what makes it so. */
export type Learning = KnowledgeOrigin & { readonly datum: string };

/** What becomes known at a touchpoint and stays known. */
export function learnedAt(node: GraphNode): readonly Learning[] {
  const { touchpoint } = node;
  const { asks, gives, prefilled, recognises, reads, forgets } = touchpoint;
  if (asks.length + gives.length + prefilled.length + recognises.length + reads.length === 0) return nothing;
  const system = touchpoint.system?.key;
  const learn = (how: Learning['how'], references: readonly Reference[], optional = false): readonly Learning[] =>
    references.map(({ key: datum, place }) => ({ node, how, optional, system, place, datum }));
  const all = [
    ...asks.flatMap((request) => learn('asked', request.data, request.optional !== undefined)),
    ...learn('given', gives),
    ...learn('prefilled', prefilled),
    ...learn('recognised', recognises),
    ...learn('read', reads),
  ];
  return forgets.length === 0 ? all : all.filter(({ datum }) => !forgets.some((forgotten) => forgotten.key === datum));
}

const nothing: readonly never[] = [];

/** What is passed on along an edge: by what is written there, or by an agreement between the owners of both ends. */
export function carriedAlong(edge: GraphEdge, handovers: readonly Handover[]): readonly Learning[] {
  const from = edge.from.touchpoint.owner?.key;
  const to = edge.to.touchpoint.owner?.key;
  if (edge.carries.length === 0 && (from === to || handovers.length === 0)) return nothing;
  const system = edge.to.touchpoint.system?.key;
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
