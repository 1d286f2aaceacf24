import type { GraphEdge, GraphNode } from '../graph.ts';
import type { FactTable, Trace } from './fact-table.ts';
import type { Certainty, FutureFacts, Origin, PastFacts, Visit } from './facts.ts';
import type { Witness } from './witness.ts';

/** Facts that flow from where they begin. */
export class Behind implements PastFacts {
  readonly #table: FactTable;

  constructor(table: FactTable) {
    this.#table = table;
  }

  before(node: GraphNode, fact: string, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.arriving(node, fact, visit);
  }

  after(node: GraphNode, fact: string, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.leaving(node, fact, visit);
  }

  on(edge: GraphEdge, fact: string, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.along(edge, fact, visit);
  }

  allBefore(node: GraphNode, visit: Visit = 'any'): ReadonlyMap<string, Certainty> {
    return this.#table.allArriving(node, visit);
  }

  allAfter(node: GraphNode, visit: Visit = 'any'): ReadonlyMap<string, Certainty> {
    return this.#table.allLeaving(node, visit);
  }

  origins(node: GraphNode, fact: string, visit: Visit = 'any'): readonly Origin[] {
    return originsOf(this.#table, node, fact, visit);
  }

  witness(node: GraphNode, fact: string, visit: Visit = 'any'): Witness | undefined {
    return witnessOf(this.#table, node, fact, visit);
  }
}

/** Facts that flow back from where they begin, to whoever will come there. */
export class Ahead implements FutureFacts {
  readonly #table: FactTable;

  constructor(table: FactTable) {
    this.#table = table;
  }

  ahead(node: GraphNode, fact: string, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.arriving(node, fact, visit);
  }

  fromHere(node: GraphNode, fact: string, visit: Visit = 'any'): Certainty | undefined {
    return this.#table.leaving(node, fact, visit);
  }

  allAhead(node: GraphNode, visit: Visit = 'any'): ReadonlyMap<string, Certainty> {
    return this.#table.allArriving(node, visit);
  }

  allFromHere(node: GraphNode, visit: Visit = 'any'): ReadonlyMap<string, Certainty> {
    return this.#table.allLeaving(node, visit);
  }

  origins(node: GraphNode, fact: string, visit: Visit = 'any'): readonly Origin[] {
    return originsOf(this.#table, node, fact, visit);
  }

  witness(node: GraphNode, fact: string, visit: Visit = 'any'): Witness | undefined {
    return witnessOf(this.#table, node, fact, visit);
  }
}

function originsOf(table: FactTable, node: GraphNode, fact: string, visit: Visit): readonly Origin[] {
  const origins: Origin[] = [];
  table.search(node, [fact], visit, ({ origin }) => {
    origins.push(origin);
    return false;
  });
  return origins;
}

function witnessOf(table: FactTable, node: GraphNode, fact: string, visit: Visit): Witness | undefined {
  let nearest: Trace | undefined;
  table.search(node, [fact], visit, (trace) => {
    nearest = trace;
    return true;
  });
  return nearest?.witness();
}
