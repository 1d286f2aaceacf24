import type { Persona } from './entities.ts';
import type { EmotionSeries } from './flow/emotions.ts';
import type { Flow } from './flow/flow.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { Journey } from './journey.ts';
import type { Model } from './model.ts';

/**
 * What follows from a journey: who goes through it, on which ways, and what has happened by then.
 *
 * Everything is computed when it is first asked for, and once. Personas who see the same touchpoints and paths share one
 * `Flow`, so whatever is asked of it for the second of them costs nothing.
 */
export interface JourneyAnalysis {
  readonly model: Model;
  readonly journey: Journey;
  /**
   * One for each persona: those the journey is `for` or targets; when it names none, those that its touchpoints and paths
   * name; and when nobody is named anywhere, one view without a persona, who sees everything.
   */
  readonly views: readonly [PersonaView, ...PersonaView[]];
  /** All touchpoints and paths at once, whomever they are for. For what exists at all, not for what a customer meets. */
  readonly whole: Flow;
}

export interface PersonaView {
  readonly persona: Persona | undefined;
  readonly graph: Graph;
  readonly flow: Flow;
  /** How this persona feels along the main path. */
  readonly emotions: EmotionSeries;
  /**
   * How this persona feels at a touchpoint, −2…+2: what is written for this persona, otherwise what is written for all;
   * the mean when there are several feelings. Missing when nothing is written.
   */
  feelingAt(node: GraphNode): number | undefined;
}
