import type { GraphNode } from '../graph.ts';
import { IDENTITY_LEVELS, type IdentityLevel } from '../words.ts';
import type { FactTable } from './fact-table.ts';
import type { Certainty, FactSource, Visit } from './facts.ts';
import type { IdentityLevels, LevelRange } from './identity.ts';

/** Levels as facts of the general machinery: "at least cookie", "at least login" and so on, for each system. */
export class IdentityTable implements IdentityLevels {
  readonly #table: FactTable;
  /** By system, the facts of the levels in their order. */
  readonly #facts = new Map<string | undefined, readonly string[]>();

  constructor(tableOf: (source: FactSource) => FactTable) {
    this.#table = tableOf((mark, graph) => {
      for (const node of graph.nodesWith('identity')) {
        const { identity, system } = node.touchpoint;
        if (identity === undefined) continue;
        const reached = IDENTITY_LEVELS.indexOf(identity.value);
        for (const [rank, fact] of this.#factsOf(system?.key).entries()) {
          if (rank > reached) mark.ceases(node, fact);
          else {
            mark.begins(node, fact);
            mark.begins(node, highest[rank] ?? '');
          }
        }
      }
    });
  }

  before(node: GraphNode, system: string | undefined, visit: Visit = 'any'): LevelRange {
    return rangeOf(this.#factsOf(system), (fact) => this.#table.arriving(node, fact, visit));
  }

  after(node: GraphNode, system: string | undefined, visit: Visit = 'any'): LevelRange {
    return rangeOf(this.#factsOf(system), (fact) => this.#table.leaving(node, fact, visit));
  }

  highestBefore(node: GraphNode, visit: Visit = 'any'): LevelRange {
    return rangeOf(highest, (fact) => this.#table.arriving(node, fact, visit));
  }

  #factsOf(system: string | undefined): readonly string[] {
    let facts = this.#facts.get(system);
    if (facts === undefined) {
      const where = system === undefined ? 'without a system' : `at\n${system}`;
      this.#facts.set(system, (facts = IDENTITY_LEVELS.map((level) => `${level} ${where}`)));
    }
    return facts;
  }
}

/** The facts of the levels that were reached anywhere. */
const highest = IDENTITY_LEVELS.map((level) => `${level} anywhere`);

/** @param facts those of the levels in their order */
function rangeOf(facts: readonly string[], certaintyOf: (fact: string) => Certainty | undefined): LevelRange {
  let least: IdentityLevel = 'anonymous';
  let most: IdentityLevel = 'anonymous';
  let rank = 0;
  for (const level of IDENTITY_LEVELS) {
    const certainty = certaintyOf(facts[rank] ?? '');
    if (certainty === 'always') least = level;
    if (certainty !== undefined) most = level;
    rank += 1;
  }
  return { least, most };
}
