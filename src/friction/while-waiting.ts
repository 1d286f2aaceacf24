import type { FlowView } from '../model/analysis.ts';
import type { Graph, GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import { lazyFor } from '../model/lazy.ts';
import { isWaitAnnounced } from './announcements.ts';
import type { RuleSettings } from './settings.ts';

/** The touchpoints that happen `during` another one, by the key of that one. */
export function happeningDuring(graph: Graph, touchpoint: string): readonly GraphNode[] {
  return byTouchpoint(graph).get(touchpoint) ?? [];
}

/** Beyond which wait news is due there, in seconds, and the setting that says so. Who knows how long it takes waits calmly for a while. */
export function newsDueAt(
  settings: RuleSettings,
  view: FlowView,
  node: GraphNode,
): { readonly seconds: number; readonly setting: 'silentWait' | 'silentToldWait' } {
  const { silentWait, silentToldWait } = settings;
  return silentToldWait > silentWait && isWaitAnnounced(view, node)
    ? { seconds: silentToldWait, setting: 'silentToldWait' }
    : { seconds: silentWait, setting: 'silentWait' };
}

const byTouchpoint = lazyFor(({ nodes }: Graph) => groupBy(nodes, (node) => node.touchpoint.during?.key));
