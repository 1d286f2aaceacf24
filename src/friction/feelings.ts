import type { MoodView } from '../model/analysis.ts';
import { NodeSet } from '../model/flow/node-set.ts';
import type { Graph, GraphNode } from '../model/graph.ts';
import type { Feeling } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';

/** The lowest of the feelings at a touchpoint, where a finding about the feeling points; of several the first. */
export function lowestFeelingAt(view: MoodView, node: GraphNode): Feeling | undefined {
  let lowest: Feeling | undefined;
  for (const feeling of view.feelingsAt(node)) {
    if (lowest === undefined || feeling.value < lowest.value) lowest = feeling;
  }
  return lowest;
}

/** A value as it is written: `+1`, `0`, `−2` with a real minus. */
export function signed(value: number): string {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  if (rounded === 0) return '0';
  return `${value < 0 ? '−' : '+'}${rounded}`;
}

/**
 * The nearest touchpoints with a feeling in one direction: touchpoints without one are passed, because what is not written
 * is not known. Loops are not gone back through.
 */
export function nearestFelt(
  view: MoodView,
  from: GraphNode,
  direction: 'before' | 'after',
): readonly { readonly node: GraphNode; readonly value: number }[] {
  const felt: { readonly node: GraphNode; readonly value: number }[] = [];
  const passed = [from];
  const met = metIn(view.graph);
  met.clear();
  met.add(from);
  for (const node of passed) {
    for (const edge of direction === 'before' ? node.in : node.out) {
      if (view.flow.isBack(edge) || !view.flow.reachable(edge.from)) continue;
      const next = direction === 'before' ? edge.from : edge.to;
      if (!met.add(next)) continue;
      const value = view.feelingAt(next);
      if (value === undefined) passed.push(next);
      else felt.push({ node: next, value });
    }
  }
  return felt;
}

/** One for all searches through a graph, for low points are many. */
const metIn = lazyFor((graph: Graph) => new NodeSet(graph));
