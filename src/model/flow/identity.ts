import type { GraphNode } from '../graph.ts';
import type { IdentityLevel } from '../words.ts';
import type { Visit } from './facts.ts';

/**
 * How well each system knows the customer. `identity` at a touchpoint sets the level of its system, up or down; a touchpoint
 * without a system has its own (`undefined`). Levels are not passed on by `shares`. At first all are anonymous.
 */
export interface IdentityLevels {
  /** On arrival. */
  before(node: GraphNode, system: string | undefined, visit?: Visit): LevelRange;
  /** On leaving. */
  after(node: GraphNode, system: string | undefined, visit?: Visit): LevelRange;
  /** The highest level that the customer has had at any system so far, on arrival; it never falls again. */
  highestBefore(node: GraphNode, visit?: Visit): LevelRange;
}

export interface LevelRange {
  /** On all ways at least this. */
  readonly least: IdentityLevel;
  /** On some way as much as this. */
  readonly most: IdentityLevel;
}
