import type { GraphNode } from '../graph.ts';
import type { Feeling } from '../journey.ts';
import type { EmotionPoint, EmotionSeries } from './emotions.ts';

/** What one persona feels at a touchpoint, −2…+2; see MoodView.feelingAt. */
export function feelingOf({ touchpoint: { feelings } }: GraphNode, persona: string | undefined): number | undefined {
  const own = persona === undefined ? undefined : meanOf(feelings, persona);
  return own ?? meanOf(feelings, undefined) ?? (persona === undefined ? meanOf(feelings, anyone) : undefined);
}

/** What is written about a persona's feelings at a touchpoint: the persona's own, otherwise what is written for all. */
export function feelingsOf({ touchpoint: { feelings } }: GraphNode, persona: string | undefined): readonly Feeling[] {
  if (feelings.every((feeling) => feeling.persona === undefined)) return feelings;
  const own = persona === undefined ? [] : feelings.filter((feeling) => feeling.persona?.key === persona);
  return own.length > 0 ? own : feelings.filter((feeling) => feeling.persona === undefined);
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

const anyone = Symbol('anyone');

/** @param whose a persona's, what is written for nobody in particular (`undefined`), or everything */
function meanOf(feelings: readonly Feeling[], whose: string | typeof anyone | undefined): number | undefined {
  let sum = 0;
  let count = 0;
  for (const { persona, value } of feelings) {
    if (whose !== anyone && persona?.key !== whose) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}
