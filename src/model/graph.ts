import type { Journey, Stage, Touchpoint } from './journey.ts';
import type { Path } from './path.ts';
import type { SoughtStatement } from './statements.ts';
import type { Reference } from './values.ts';
import type { EndKind } from './words.ts';

/**
 * The ways through a journey, for everybody together or for one persona.
 *
 * What a persona sees:
 *  - Touchpoints and paths that are `for` others are not in the graph, nor are arrows with a share of 0 %.
 *  - The default way goes on to the next touchpoint in the text that the persona sees; the last one of these ends in success.
 *  - A written way to a touchpoint that the persona does not see leads to where that touchpoint leads. But if another way of
 *    the same sort is meant for the persona (it, or the touchpoint that it leads to, is `for` them), the first one is for
 *    those who see it. Arrows and ends are one sort, failures and loops are their own.
 *  - Around a touchpoint that is `optional` there are ways of kind `skip`, from each touchpoint before it to each one after
 *    it. So what happens only there has not happened on all ways.
 *
 * A touchpoint `during` another one stays where it stands in the text.
 */
export interface Graph {
  readonly journey: Journey;
  /** Key of the persona; missing when nobody is left out. */
  readonly persona?: string;
  /** In the order of the text. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly ends: readonly GraphEnd[];
  /**
   * Where the journey begins: at the first touchpoint in the text, and if that is optional also at those after it. Others
   * that nothing leads to are no entries; they are out of reach.
   */
  readonly entries: readonly GraphNode[];
  /** The node of a touchpoint's key, if the persona sees it. */
  node(key: string): GraphNode | undefined;
  /** The nodes of a stage, by its key, in the order of the text. */
  nodesIn(stage: string): readonly GraphNode[];
  /** The nodes at which something of that sort is written, in the order of the text. Looked for once. */
  nodesWith(statement: SoughtStatement): readonly GraphNode[];
}

export interface GraphNode {
  /** Its place in `Graph.nodes`. */
  readonly index: number;
  /** Key of the touchpoint. */
  readonly key: string;
  readonly touchpoint: Touchpoint;
  readonly stage: Stage;
  /** In the order in which the ways are written, skips last. */
  readonly out: readonly GraphEdge[];
  readonly in: readonly GraphEdge[];
  readonly ends: readonly GraphEnd[];
  /** Ways that lead to a place that is not known: a target that cannot be found, a failure without a way. */
  readonly open: readonly Path[];
}

/** How a way comes about; see path.ts. */
export type WayKind = 'next' | 'arrow' | 'failure' | 'loop' | 'skip';

export interface Way {
  /**
   * What it follows from: one path, and after it one more for each touchpoint that lies between, because the persona does
   * not see it or because it is skipped.
   */
  readonly paths: readonly [Path, ...Path[]];
  /** The touchpoints between, in the order of the way; nearly always none. */
  readonly over: readonly Touchpoint[];
  /** Written share of those at `from` who go this way, 0…1; along `paths` multiplied. */
  readonly share?: number;
}

export interface GraphEdge extends Way {
  /** Its place in `Graph.edges`. */
  readonly index: number;
  /** `skip` if an optional touchpoint is left out; otherwise the kind of the first path. */
  readonly kind: WayKind;
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** What is carried along any of its paths. */
  readonly carries: readonly Reference[];
  /** The customer is passed on to somebody else on any of its paths. */
  readonly transfer: boolean;
}

export interface GraphEnd extends Way {
  /** Its place in `Graph.ends`. */
  readonly index: number;
  /** `end` if it is written or implied at `from` itself. */
  readonly kind: WayKind | 'end';
  readonly from: GraphNode;
  readonly end: EndKind;
  /** Nothing is written: it is the last touchpoint in the text. */
  readonly implied: boolean;
}
