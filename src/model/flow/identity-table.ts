import type { GraphNode } from '../graph.ts';
import { IDENTITY_LEVELS, type IdentityLevel } from '../words.ts';
import type { FactTable } from './fact-table.ts';
import type { Certainty, FactSource, Visit } from './facts.ts';
import type { IdentityLevels, LevelRange } from './identity.ts';

/** Levels as facts of the general machinery: "at least cookie", "at least login" and so on, for each system. */
export class IdentityTable implements IdentityLevels {
  readonly #table: FactTable;

  constructor(tableOf: (source: FactSource) => FactTable) {
    this.#table = tableOf((mark, graph) => {
      for (const node of graph.nodes) {
        const { identity, system } = node.touchpoint;
        if (identity === undefined) continue;
        const reached = IDENTITY_LEVELS.indexOf(identity.value);
        for (const [rank, level] of IDENTITY_LEVELS.entries()) {
          const fact = factOf(level, system?.key);
          if (rank > reached) mark.ceases(node, fact);
          else {
            mark.begins(node, fact);
            mark.begins(node, highest(level));
          }
        }
      }
    });
  }

  before(node: GraphNode, system: string | undefined, visit: Visit = 'any'): LevelRange {
    return rangeOf((level) => this.#table.arriving(node, factOf(level, system), visit));
  }

  after(node: GraphNode, system: string | undefined, visit: Visit = 'any'): LevelRange {
    return rangeOf((level) => this.#table.leaving(node, factOf(level, system), visit));
  }

  highestBefore(node: GraphNode, visit: Visit = 'any'): LevelRange {
    return rangeOf((level) => this.#table.arriving(node, highest(level), visit));
  }
}

function rangeOf(certaintyOf: (level: IdentityLevel) => Certainty | undefined): LevelRange {
  let least: IdentityLevel = 'anonymous';
  let most: IdentityLevel = 'anonymous';
  for (const level of IDENTITY_LEVELS) {
    const certainty = certaintyOf(level);
    if (certainty === 'always') least = level;
    if (certainty !== undefined) most = level;
  }
  return { least, most };
}

function factOf(level: IdentityLevel, system: string | undefined): string {
  return system === undefined ? `${level} without a system` : `${level} at\n${system}`;
}

function highest(level: IdentityLevel): string {
  return `${level} anywhere`;
}
