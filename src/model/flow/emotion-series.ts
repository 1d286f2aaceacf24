import type { GraphNode } from '../graph.ts';
import type { Feeling } from '../journey.ts';
import type { EmotionPoint, EmotionSeries } from './emotions.ts';

/** What one persona feels at a touchpoint, −2…+2; see MoodView.feelingAt. */
export function feelingOf({ touchpoint: { feelings } }: GraphNode, persona: string | undefined): number | undefined {
  let [own, ownCount, common, commonCount] = [0, 0, 0, 0];
  for (const { persona: whose, value } of feelings) {
    if (whose === undefined) {
      common += value;
      commonCount += 1;
    } else if (persona === undefined || whose.key === persona) {
      own += value;
      ownCount += 1;
    }
  }
  const isOwn = persona === undefined ? commonCount === 0 : ownCount > 0;
  const [sum, count] = isOwn ? [own, ownCount] : [common, commonCount];
  return count === 0 ? undefined : sum / count;
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
  const points: EmotionPoint[] = [];
  let lowest: EmotionPoint | undefined;
  let highest: EmotionPoint | undefined;
  let sum = 0;
  for (const node of nodes) {
    const value = feelingAt(node);
    if (value === undefined) continue;
    const point = { node, value };
    points.push(point);
    if (lowest === undefined || value < lowest.value) lowest = point;
    if (highest === undefined || value > highest.value) highest = point;
    sum += value;
  }
  return lowest === undefined || highest === undefined
    ? { points }
    : { points, lowest, highest, mean: sum / points.length };
}
