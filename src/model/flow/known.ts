import type { GraphEdge, GraphNode } from '../graph.ts';
import type { Place } from '../place.ts';
import type { Certainty, Visit } from './facts.ts';
import type { Witness } from './witness.ts';

/**
 * Which data about the customer are known when, and to whom.
 *
 * A datum becomes known to the system of a touchpoint by what is written there: `asks` (for sure only without `optional`),
 * `gives`, `reads`, `prefilled`, `recognises`. What a system `shares` becomes known to the other one at the same moment, and
 * on from there. What an arrow `carries`, or a handover between the two owners, becomes known to the system at its end. A
 * touchpoint without a system tells somebody, but nobody knows which system: `undefined`. `forgets` takes the datum away
 * from the touchpoint's system and from such somebodies, or without a system from all; what was shared before stays shared.
 * What is asked and forgotten at one touchpoint is not known afterwards.
 */
export interface KnownFacts {
  /** Who knows a datum (its key) when the customer arrives; missing when nobody does. */
  before(node: GraphNode, datum: string, visit?: Visit): Knowledge | undefined;
  /** Who knows it when the customer leaves. */
  after(node: GraphNode, datum: string, visit?: Visit): Knowledge | undefined;
  /** Whether one system knows it when the customer arrives. */
  knows(node: GraphNode, datum: string, system: string | undefined, visit?: Visit): Certainty | undefined;
  /** The same for a customer who arrives by one edge: what is known where it begins, and what is carried along it. */
  knowsOn(edge: GraphEdge, datum: string, system: string | undefined, visit?: Visit): Certainty | undefined;
  /** All that is known to anybody when the customer arrives, by the datum's key. */
  allBefore(node: GraphNode, visit?: Visit): ReadonlyMap<string, Certainty>;
  /** The systems that a system's share of a datum arrives at in the end, itself not counted. */
  sharedWith(system: string, datum: string): readonly string[];
}

export interface Knowledge {
  readonly datum: string;
  /** Whether somebody knows it on all ways here. */
  readonly certainty: Certainty;
  /** Who knows it; `system` is missing for somebody of whom no system is known. In the order of the file. */
  readonly holders: readonly { readonly system: string | undefined; readonly certainty: Certainty }[];
  /** Where it last became known on the ways here, nearest first. */
  readonly origins: readonly KnowledgeOrigin[];
  /** The first of them; costs less than all. */
  readonly nearest: KnowledgeOrigin;
  /**
   * Where the company has it from: who carries a datum got it somewhere, and that place says more. The nearest of those at
   * which it was not carried, if there is one.
   */
  readonly source: KnowledgeOrigin;
  /** Whether all of them are of that sort. */
  isAll(how: KnowledgeOrigin['how']): boolean;
  /** The shortest way here from its source. */
  readonly witness: Witness;
}

export interface KnowledgeOrigin {
  readonly node: GraphNode;
  readonly how: 'asked' | 'given' | 'read' | 'prefilled' | 'recognised' | 'carried';
  /** Only on request, so perhaps not at all. */
  readonly optional: boolean;
  /** The system that it became known to there. */
  readonly system: string | undefined;
  /** The datum's name in that statement. */
  readonly place: Place;
}
