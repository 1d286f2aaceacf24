import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import type { Witness } from './witness.ts';

/** On all ways, or only on some. */
export type Certainty = 'always' | 'sometimes';

/**
 * Which ways count: `any`, or only those of a customer who comes by for the `first` time and has gone round no loop. Rules
 * about "already" ask for the first visit, otherwise the second round of a loop makes the first one look repeated.
 */
export type Visit = 'any' | 'first';

/** Which ends count: any written or implied end and dead ends, or only ends in success. */
export type Towards = 'end' | 'success';

/**
 * Says where facts begin and cease. A fact is any string, or any value that is the same where the fact is; only those that are
 * begun somewhere exist.
 *
 * At one touchpoint what ceases there ceases first: `after = (before − ceases) + begins`. Looking ahead it is the same the
 * other way round: what begins at a touchpoint is ahead of those before it, and beyond one where it ceases it is out of sight.
 */
export type FactSource<F = string> = (mark: FactMarker<F>, graph: Graph) => void;

export interface FactMarker<F = string> {
  /** It is so from this touchpoint on; `sometimes` when not for every customer who comes by. */
  begins(node: GraphNode, fact: F, certainty?: Certainty): void;
  beginsOn(edge: GraphEdge, fact: F, certainty?: Certainty): void;
  ceases(node: GraphNode, fact: F): void;
  /** It is so before the journey begins (looking ahead: after it ends). */
  given(fact: F): void;
}

/** What has happened on the way to a touchpoint. `before` is on arrival, `after` is on leaving. Nothing known is `undefined`. */
export interface PastFacts {
  before(node: GraphNode, fact: string, visit?: Visit): Certainty | undefined;
  after(node: GraphNode, fact: string, visit?: Visit): Certainty | undefined;
  /** What is so when the customer is on this edge: after its first touchpoint, with what begins on the edge. */
  on(edge: GraphEdge, fact: string, visit?: Visit): Certainty | undefined;
  allBefore(node: GraphNode, visit?: Visit): ReadonlyMap<string, Certainty>;
  allAfter(node: GraphNode, visit?: Visit): ReadonlyMap<string, Certainty>;
  /** Where it last began on the ways to this touchpoint, nearest first. */
  origins(node: GraphNode, fact: string, visit?: Visit): readonly Origin[];
  /** The shortest way from the nearest origin to this touchpoint; missing when there is none. */
  witness(node: GraphNode, fact: string, visit?: Visit): Witness | undefined;
}

/** What will happen on the ways from a touchpoint. `ahead` is on leaving, `fromHere` also counts the touchpoint itself. */
export interface FutureFacts {
  ahead(node: GraphNode, fact: string, visit?: Visit): Certainty | undefined;
  fromHere(node: GraphNode, fact: string, visit?: Visit): Certainty | undefined;
  allAhead(node: GraphNode, visit?: Visit): ReadonlyMap<string, Certainty>;
  allFromHere(node: GraphNode, visit?: Visit): ReadonlyMap<string, Certainty>;
  /** Where it happens next on the ways from this touchpoint, nearest first. */
  origins(node: GraphNode, fact: string, visit?: Visit): readonly Origin[];
  /** The shortest way from this touchpoint to where it happens. */
  witness(node: GraphNode, fact: string, visit?: Visit): Witness | undefined;
}

/** Where a fact begins: at a touchpoint, or on the edge that leaves it. */
export interface Origin {
  readonly node: GraphNode;
  readonly edge?: GraphEdge;
}
