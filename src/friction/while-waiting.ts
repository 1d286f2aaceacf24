import type { Graph, GraphNode } from '../model/graph.ts';
import { groupBy } from '../model/group-by.ts';
import { lazyFor } from '../model/lazy.ts';

/** The touchpoints that happen `during` another one, by the key of that one. */
export function happeningDuring(graph: Graph, touchpoint: string): readonly GraphNode[] {
  return byTouchpoint(graph).get(touchpoint) ?? [];
}

const byTouchpoint = lazyFor(({ nodes }: Graph) => groupBy(nodes, (node) => node.touchpoint.during?.key));
