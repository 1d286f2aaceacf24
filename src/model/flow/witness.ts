import type { GraphEdge, GraphNode } from '../graph.ts';

/** A way as proof: where it begins, the edges, and every touchpoint on it from the first to the last. */
export interface Witness {
  readonly nodes: readonly [GraphNode, ...GraphNode[]];
  readonly edges: readonly GraphEdge[];
}
