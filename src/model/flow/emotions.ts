import type { GraphNode } from '../graph.ts';

/** Feelings along the main path; touchpoints without one are left out. */
export interface EmotionSeries {
  readonly points: readonly EmotionPoint[];
  /** Of several equal ones the first. */
  readonly lowest?: EmotionPoint;
  readonly highest?: EmotionPoint;
  /** Missing when there is no feeling at all. */
  readonly mean?: number;
}

export interface EmotionPoint {
  readonly node: GraphNode;
  /** −2…+2 */
  readonly value: number;
}
