import type { GraphNode } from '../graph.ts';
import type { Feeling } from '../journey.ts';
import type { EmotionPoint, EmotionSeries } from './emotions.ts';

/** What one persona feels at a touchpoint, −2…+2; see PersonaView.feelingAt. */
export function feelingOf(node: GraphNode, persona: string | undefined): number | undefined {
  const own = node.touchpoint.feelings.filter((feeling) => feeling.persona?.key === persona);
  const general = node.touchpoint.feelings.filter((feeling) => feeling.persona === undefined);
  return meanOf(own) ?? meanOf(general) ?? (persona === undefined ? meanOf(node.touchpoint.feelings) : undefined);
}

export function emotionSeries(
  nodes: readonly GraphNode[],
  feelingAt: (node: GraphNode) => number | undefined,
): EmotionSeries {
  const points = nodes.flatMap((node): EmotionPoint[] => {
    const value = feelingAt(node);
    return value === undefined ? [] : [{ node, value }];
  });
  const [first] = points;
  if (first === undefined) return { points };
  return {
    points,
    lowest: points.reduce((lowest, point) => (point.value < lowest.value ? point : lowest), first),
    highest: points.reduce((highest, point) => (point.value > highest.value ? point : highest), first),
    mean: points.reduce((sum, point) => sum + point.value, 0) / points.length,
  };
}

function meanOf(feelings: readonly Feeling[]): number | undefined {
  if (feelings.length === 0) return undefined;
  return feelings.reduce((sum, feeling) => sum + feeling.value, 0) / feelings.length;
}
