import type { Graph, GraphEdge, GraphEnd, GraphNode } from '../graph.ts';
import type { Model } from '../model.ts';
import type { FactSource, FutureFacts, PastFacts, Towards, Visit } from './facts.ts';
import type { IdentityLevels } from './identity.ts';
import type { KnownFacts } from './known.ts';
import type { Waits } from './waits.ts';
import type { Witness } from './witness.ts';

/** What is true of the ways through one graph. All answers are about touchpoints that can be reached, unless said otherwise. */
export interface Flow {
  readonly model: Model;
  readonly graph: Graph;

  /** Whether any way leads from an entry to the touchpoint. Where none does, nothing has happened before and nothing is known. */
  reachable(node: GraphNode): boolean;
  /** Whether a way of at least one step leads from one touchpoint to another (or round a loop to itself). */
  leadsTo(from: GraphNode, to: GraphNode): boolean;
  /** Whether a way leads from here, or from a later touchpoint, to an end of that sort. */
  canEnd(node: GraphNode, towards: Towards): boolean;
  /** Whether every way from an entry to `node` goes through `first` (also when they are the same). */
  dominates(first: GraphNode, node: GraphNode): boolean;
  /** Whether every way from `node` to an end of that sort goes through `later` (also when they are the same). */
  postDominates(later: GraphNode, node: GraphNode, towards: Towards): boolean;
  /** Touchpoints that every way from an entry to an end of that sort goes through, in the order in which they come. */
  unavoidable(towards: Towards): readonly GraphNode[];

  /** Loops in the order of the text: touchpoints from each of which a way leads to each other one of them. */
  readonly loops: readonly Loop[];
  loopOf(node: GraphNode): Loop | undefined;
  /** Whether an edge closes a loop. Without these edges there is no loop, and still everything is reachable. */
  isBack(edge: GraphEdge): boolean;

  /** The shortest way of at least one step; of several the one that is written first. */
  shortest(from: GraphNode, to: GraphNode, visit?: Visit): Witness | undefined;
  /** The way to the nearest touchpoint that is asked for, at most `steps` away; `from` itself only round a loop. */
  nearest(from: GraphNode, wanted: (node: GraphNode) => boolean, steps?: number): Witness | undefined;
  /** The way that most customers go: by the largest share, otherwise by what is written first. */
  readonly mainPath: MainPath;

  /**
   * What has happened on the way to each touchpoint. Computed once for each source, so declare sources as constants of a
   * module and share them between rules that ask for the same.
   */
  past(source: FactSource): PastFacts;
  /** What will happen on the ways from each touchpoint to an end of that sort (default: any end). Computed once as well. */
  future(source: FactSource, towards?: Towards): FutureFacts;
  /** Which data are known where, and to which systems. */
  readonly known: KnownFacts;
  /** How well each system knows the customer. */
  readonly identity: IdentityLevels;
  readonly waits: Waits;
}

export interface Loop {
  /** In the order of the text. */
  readonly nodes: readonly GraphNode[];
  /** Edges between two of its touchpoints. */
  readonly inside: readonly GraphEdge[];
  /** Edges into it from outside. */
  readonly entries: readonly GraphEdge[];
  /** Edges out of it. */
  readonly exits: readonly GraphEdge[];
  /** Ends right out of it. */
  readonly ends: readonly GraphEnd[];
}

export interface MainPath {
  /** No touchpoint twice. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Missing when it runs into a dead end or a loop. */
  readonly end?: GraphEnd;
}
