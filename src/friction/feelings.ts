import type { PersonaView } from '../model/analysis.ts';
import type { Flow } from '../model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../model/graph.ts';
import type { Feeling } from '../model/journey.ts';

/** What is written about a persona's feelings at a touchpoint: the persona's own, otherwise what is written for all. */
export function feelingsAt({ persona }: PersonaView, { touchpoint }: GraphNode): readonly Feeling[] {
  const own = touchpoint.feelings.filter((feeling) => feeling.persona?.key === persona?.key && persona !== undefined);
  return own.length > 0 ? own : touchpoint.feelings.filter((feeling) => feeling.persona === undefined);
}

/** The lowest of them, where a finding about the feeling points. */
export function lowestFeelingAt(view: PersonaView, node: GraphNode): Feeling | undefined {
  const feelings = feelingsAt(view, node);
  return feelings.toSorted((a, b) => a.value - b.value)[0];
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
  view: PersonaView,
  from: GraphNode,
  direction: 'before' | 'after',
): readonly { readonly node: GraphNode; readonly value: number }[] {
  const felt = new Map<GraphNode, number>();
  const passed = new Set([from]);
  for (const node of passed) {
    for (const next of neighbours(view.flow, node, direction)) {
      const value = view.feelingAt(next);
      if (value !== undefined) felt.set(next, value);
      else passed.add(next);
    }
  }
  return [...felt].map(([node, value]) => ({ node, value }));
}

function neighbours(flow: Flow, node: GraphNode, direction: 'before' | 'after'): readonly GraphNode[] {
  const goesOn = (edge: GraphEdge): boolean => !flow.isBack(edge) && flow.reachable(edge.from);
  return direction === 'before'
    ? node.in.filter(goesOn).map(({ from }) => from)
    : node.out.filter(goesOn).map(({ to }) => to);
}
