import type { GrammarAST } from 'langium';
import type { Action, Assignment, Automaton, Call, Exit, Read, State } from './automaton.ts';
import type { Vocabulary } from './token-types.ts';

/**
 * An automaton and its vocabulary as plain data. Making them from the grammar took a tenth of the time of a check of one file.
 *
 * What of the grammar a way was made from is only counted: nearly nobody asks for it, and who does pays for the grammar then.
 */
export interface AutomatonTable {
  readonly vocabulary: Vocabulary;
  readonly assignments: readonly Assignment[];
  /** For each call the index of its element and its assignment, −1 where there is none, and its type. */
  readonly calls: readonly (readonly [element: number, assignment: number, type: string | null])[];
  /** What each action does: enters or leaves a call by its index, or becomes a type. */
  readonly actions: readonly (readonly ['enter' | 'leave', number] | readonly ['become', string])[];
  /** Names of parser rules. */
  readonly rules: readonly string[];
  /** The blocks that may begin at states: their rules by the number of the state. */
  readonly blocks: readonly (readonly [state: number, rule: number])[];
  readonly end: number;
  /**
   * The exits of each state in turn, five numbers each: kind, or −1 for a way without a token; target; element, or action;
   * assignment; rule. What is missing is −1. A state's exits are preceded by their count.
   */
  readonly exits: readonly number[];
}

/** Writes an automaton down that was made from a grammar. */
export function tableOf(automaton: Automaton, vocabulary: Vocabulary): AutomatonTable {
  const elements = indices<GrammarAST.AbstractElement>();
  for (const element of elementsOf(automaton)) elements.of(element);
  const assignments = indices<Assignment>(JSON.stringify);
  const rules = indices<string>();
  const calls = indices<Call>();
  const actions = indices<Action>();
  const exits: number[] = [];
  for (const state of automaton.states) {
    exits.push(state.exits.length);
    for (const exit of state.exits) {
      if (exit.kind === undefined) exits.push(-1, exit.target.id, actions.of(exit.action), -1, -1);
      else {
        const { kind, target, element, assignment, rule } = exit;
        exits.push(kind, target.id, elements.of(element), assignments.of(assignment), rules.of(rule));
      }
    }
  }
  return {
    vocabulary,
    end: automaton.end.id,
    exits,
    blocks: automaton.states.flatMap(({ id, block }) => (block === undefined ? [] : [[id, rules.of(block)] as const])),
    actions: actions.all.map((action) =>
      action.does === 'become' ? [action.does, action.type] : [action.does, calls.of(action.call)],
    ),
    calls: calls.all.map(({ element, assignment, type }) => [
      elements.of(element),
      assignments.of(assignment),
      type ?? null,
    ]),
    assignments: assignments.all,
    rules: rules.all,
  };
}

/** Reads an automaton. `grammarAutomaton` makes the one of the grammar, when somebody asks for what a way was made from. */
export function automatonFrom(table: AutomatonTable, grammarAutomaton: () => Automaton): Automaton {
  const { assignments, rules, exits } = table;
  const elements = new Elements(grammarAutomaton);
  const calls = table.calls.map(
    ([element, assignment, type]) => new WrittenCall(elements, element, assignments[assignment], type ?? undefined),
  );
  const actions = table.actions.map(([does, what]): Action => {
    if (does === 'become') return { does, type: what };
    const call = calls[what];
    if (call === undefined) throw new Error('A call is missing in the table');
    return { does, call };
  });
  const states: State[] = [];
  for (let at = 0; at < exits.length; at += 1 + 5 * (exits[at] ?? 0)) states.push({ id: states.length, exits: [] });
  const stateAt = (index: number): State => {
    const state = states[index];
    if (state === undefined) throw new Error('A state is missing in the table');
    return state;
  };
  let at = 0;
  for (const state of states) {
    for (let left = exits[at++] ?? 0; left > 0; left--) {
      const kind = exits[at++] ?? -1;
      const target = stateAt(exits[at++] ?? -1);
      const third = exits[at++] ?? -1;
      const assignment = assignments[exits[at++] ?? -1];
      const rule = rules[exits[at++] ?? -1] ?? '';
      const exit: Exit =
        kind < 0
          ? { action: actions[third], target }
          : new WrittenRead(elements, third, kind, assignment, rule, target);
      state.exits.push(exit);
    }
  }
  for (const [state, rule] of table.blocks) stateAt(state).block = rules[rule] ?? '';
  return { start: stateAt(0), end: stateAt(table.end), states };
}

/** The grammar's elements, by their place in the automaton. */
class Elements {
  readonly #automaton: () => Automaton;
  #all: readonly GrammarAST.AbstractElement[] | undefined;

  constructor(automaton: () => Automaton) {
    this.#automaton = automaton;
  }

  at(index: number): GrammarAST.AbstractElement | undefined {
    this.#all ??= [...elementsOf(this.#automaton())];
    return this.#all[index];
  }
}

class WrittenRead implements Read {
  readonly kind: number;
  readonly assignment: Assignment | undefined;
  readonly rule: string;
  readonly target: State;
  private readonly elements: Elements;
  private readonly index: number;

  constructor(
    elements: Elements,
    index: number,
    kind: number,
    assignment: Assignment | undefined,
    rule: string,
    target: State,
  ) {
    this.kind = kind;
    this.assignment = assignment;
    this.rule = rule;
    this.target = target;
    this.elements = elements;
    this.index = index;
  }

  get element(): GrammarAST.AbstractElement {
    const element = this.elements.at(this.index);
    if (element === undefined) throw new Error('The table is not the one of this grammar');
    return element;
  }
}

class WrittenCall implements Call {
  readonly assignment: Assignment | undefined;
  readonly type: string | undefined;
  private readonly elements: Elements;
  private readonly index: number;

  constructor(elements: Elements, index: number, assignment: Assignment | undefined, type: string | undefined) {
    this.assignment = assignment;
    this.type = type;
    this.elements = elements;
    this.index = index;
  }

  get isEntry(): boolean {
    return this.index < 0;
  }

  get element(): GrammarAST.AbstractElement | undefined {
    return this.elements.at(this.index);
  }
}

/** Everything of the grammar that an automaton was made from, in an order that is always the same. */
function elementsOf({ states }: Automaton): ReadonlySet<GrammarAST.AbstractElement> {
  const elements = new Set<GrammarAST.AbstractElement>();
  for (const { exits } of states) {
    for (const exit of exits) {
      if (exit.kind !== undefined) elements.add(exit.element);
      else if (exit.action !== undefined && 'call' in exit.action && exit.action.call.element !== undefined) {
        elements.add(exit.action.call.element);
      }
    }
  }
  return elements;
}

interface Indices<T> {
  readonly all: T[];
  /** −1 for what is missing. */
  readonly of: (item: T | undefined) => number;
}

/** Numbers things in the order in which they come. `sameAs` tells which are the same; otherwise they must be one object. */
function indices<T>(sameAs: (item: T) => unknown = (item) => item): Indices<T> {
  const known = new Map<unknown, number>();
  const all: T[] = [];
  const of = (item: T | undefined): number => {
    if (item === undefined) return -1;
    const key = sameAs(item);
    let index = known.get(key);
    if (index === undefined) {
      index = all.push(item) - 1;
      known.set(key, index);
    }
    return index;
  };
  return { all, of };
}
