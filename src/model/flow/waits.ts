import type { GraphEnd, GraphNode } from '../graph.ts';
import type { Duration } from '../values.ts';

/**
 * How long the customer waits on the longest way. Counted are `waits` and `after`, of a contact by the company or a partner that
 * has both the longer one: it says how long the customer waits for it. `takes` is not waiting, and what happens `during` another
 * touchpoint takes no time of its own.
 *
 * `typical` adds what is typical (`Duration.seconds`) along one way that goes round no loop. `longest` adds the maxima
 * (`Duration.longestSeconds`, the typical wait where no maximum is written) and goes once round every loop it meets, so every
 * touchpoint of the loop counts, once.
 */
export interface Waits {
  /**
   * From one touchpoint to a later one, both of them counted, but not the `after` of the first. Missing when no way leads
   * there.
   */
  between(from: GraphNode, to: GraphNode): WaitSums | undefined;
  /** From the entry to each end that can be reached. */
  readonly toEnds: readonly (WaitSums & { readonly end: GraphEnd })[];
}

export interface WaitSums {
  readonly typical: WaitSum;
  readonly longest: WaitSum;
}

export interface WaitSum {
  readonly seconds: number;
  /** What adds up, in the order of the way; never zero. */
  readonly parts: readonly WaitPart[];
}

export interface WaitPart {
  readonly node: GraphNode;
  readonly statement: 'waits' | 'after';
  readonly seconds: number;
  /** The duration that was counted: typical or maximum. */
  readonly duration: Duration;
}
