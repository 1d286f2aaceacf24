import type { Handover } from '../entities.ts';
import type { GraphEdge, GraphNode } from '../graph.ts';
import type { Reference } from '../values.ts';
import type { KnowledgeOrigin } from './known.ts';

/** A datum that becomes known; see known.ts for what makes it so. */
export type Learning = KnowledgeOrigin & { readonly datum: string };

/** What becomes known at a touchpoint and stays known. */
export function learnedAt(node: GraphNode): readonly Learning[] {
  const { asks, gives, prefilled, recognises, reads, forgets, system } = node.touchpoint;
  if (asks.length + gives.length + prefilled.length + recognises.length + reads.length === 0) return nothing;
  const all: Learning[] = [];
  const learn = (how: Learning['how'], references: readonly Reference[], optional: boolean): void => {
    for (const { key, place } of references) {
      if (forgets.some((forgotten) => forgotten.key === key)) continue;
      all.push({ node, how, optional, system: system?.key, place, datum: key });
    }
  };
  for (const { data, optional } of asks) learn('asked', data, optional !== undefined);
  learn('given', gives, false);
  learn('prefilled', prefilled, false);
  learn('recognised', recognises, false);
  learn('read', reads, false);
  return all;
}

const nothing: readonly never[] = [];

/** What is passed on along an edge: by what is written there, or by an agreement between the owners of both ends. */
export function carriedAlong(edge: GraphEdge, handovers: readonly Handover[]): readonly Learning[] {
  const agreed = agreedBetween(edge.from.touchpoint.owner?.key, edge.to.touchpoint.owner?.key, handovers);
  if (edge.carries.length === 0 && agreed.length === 0) return nothing;
  const system = edge.to.touchpoint.system?.key;
  return [...edge.carries, ...agreed].map(({ key: datum, place }) => ({
    node: edge.from,
    how: 'carried',
    optional: false,
    system,
    place,
    datum,
  }));
}

function agreedBetween(
  from: string | undefined,
  to: string | undefined,
  handovers: readonly Handover[],
): readonly Reference[] {
  if (from === to) return nothing;
  let agreed: Reference[] | undefined;
  for (const handover of handovers) {
    if (handover.from.key === from && handover.to.key === to) (agreed ??= []).push(...handover.carries);
  }
  return agreed ?? nothing;
}
