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

/** How many numbers say what an exit is. */
const numbersOfExit = 5;

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
  const written = new WrittenAutomaton(table, grammarAutomaton);
  for (const [state, rule] of table.blocks) written.state(state).block = table.rules[rule] ?? '';
  return { start: written.state(0), end: written.state(table.end), states: written.states };
}

/** An automaton in a table. What leads on from a state is read when somebody comes there: most texts see a tenth of the grammar. */
class WrittenAutomaton {
  readonly states: readonly WrittenState[];
  readonly #table: AutomatonTable;
  readonly #elements: Elements;
  readonly #actions: readonly Action[];

  constructor(table: AutomatonTable, grammarAutomaton: () => Automaton) {
    const { calls, actions, assignments, exits } = table;
    const elements = new Elements(grammarAutomaton);
    const written = calls.map(
      ([element, assignment, type]) => new WrittenCall(elements, element, assignments[assignment], type ?? undefined),
    );
    this.#table = table;
    this.#elements = elements;
    this.#actions = actions.map(([does, what]): Action => {
      if (does === 'become') return { does, type: what };
      const call = written[what];
      if (call === undefined) throw new Error('A call is missing in the table');
      return { does, call };
    });
    const states: WrittenState[] = [];
    for (let at = 0; at < exits.length; at += 1 + numbersOfExit * (exits[at] ?? 0)) {
      states.push(new WrittenState(states.length, this, at));
    }
    this.states = states;
  }

  state(index: number): WrittenState {
    const state = this.states[index];
    if (state === undefined) throw new Error('A state is missing in the table');
    return state;
  }

  /** The exits that are written from a place in the table on. */
  exitsAt(place: number): Exit[] {
    const { exits } = this.#table;
    const count = exits[place] ?? 0;
    return Array.from({ length: count }, (_, index) => this.#exitAt(place + 1 + numbersOfExit * index));
  }

  #exitAt(place: number): Exit {
    const { exits, assignments, rules } = this.#table;
    const [kind = -1, target = -1, third = -1, assignment = -1, rule = -1] = exits.slice(place, place + numbersOfExit);
    if (kind < 0) return { action: this.#actions[third], target: this.state(target) };
    return new WrittenRead(this.#elements, third, kind, assignments[assignment], rules[rule] ?? '', this.state(target));
  }
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

class WrittenState implements State {
  readonly id: number;
  block?: string;
  readonly #automaton: WrittenAutomaton;
  readonly #place: number;
  #exits: Exit[] | undefined;

  constructor(id: number, automaton: WrittenAutomaton, place: number) {
    this.id = id;
    this.#automaton = automaton;
    this.#place = place;
  }

  get exits(): Exit[] {
    return (this.#exits ??= this.#automaton.exitsAt(this.#place));
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
