import type { State } from './automaton.ts';
import type { Kind } from './token-types.ts';
import type { Token } from './token.ts';
import type { Transition, Transitions } from './transitions.ts';

/**
 * Everything that may have been read so far: the states that the same tokens can lead to. There are more than one only
 * where a word can be a keyword as well as a name. Equal configurations are the same object.
 */
export class Configuration {
  readonly states: readonly State[];
  private readonly steps = new Map<number, Step | undefined>();
  private readonly configurations: Configurations;

  constructor(states: readonly State[], configurations: Configurations) {
    this.states = states;
    this.configurations = configurations;
  }

  /** What a token of that kind leads to; undefined when none may stand here. */
  over(kind: Kind): Step | undefined {
    if (this.steps.has(kind.index)) return this.steps.get(kind.index);
    const ways = this.states.flatMap((state) => this.configurations.transitions.over(kind, state));
    const step =
      ways.length === 0
        ? undefined
        : {
            to: this.configurations.of(ways.map(({ read }) => read.target)),
            begins: ways.every(({ begins }) => begins),
            mayBegin: ways.some(({ begins }) => begins),
          };
    this.steps.set(kind.index, step);
    return step;
  }

  /** The ways on within the statement. */
  get inStatement(): readonly Transition[] {
    return this.states.flatMap((state) => this.configurations.transitions.inStatement(state));
  }

  /** The block in which the next statement may begin here; undefined while the statement is incomplete. */
  get block(): string | undefined {
    for (const state of this.states) {
      const head = state.block === undefined ? this.configurations.transitions.nextStatement(state) : state;
      if (head?.block !== undefined) return head.block;
    }
    return undefined;
  }

  /** Whether the file may end here. */
  get mayEnd(): boolean {
    return this.states.some((state) => this.configurations.transitions.toEnd(state) !== undefined);
  }
}

/** What the tokens from one index to another lead to; undefined when they do not fit. */
export function afterTokens(
  state: Configuration | undefined,
  tokens: readonly Token[],
  from: number,
  end: number,
): Configuration | undefined {
  let now = state;
  for (const { tokenType } of tokens.slice(from, end)) now = now?.over(tokenType)?.to;
  return now;
}

/** What a token leads to. */
export interface Step {
  readonly to: Configuration;
  /** Whether the token can only be the first of a statement. */
  readonly begins: boolean;
  readonly mayBegin: boolean;
}

/** Keeps one configuration for each set of states. There are few: only those that occur are made. */
export class Configurations {
  private readonly known = new Map<string, Configuration>();
  private readonly single: (Configuration | undefined)[] = [];
  readonly transitions: Transitions;

  constructor(transitions: Transitions) {
    this.transitions = transitions;
  }

  /** The one of a single state. */
  at(state: State): Configuration {
    return (this.single[state.id] ??= this.of([state]));
  }

  of(states: readonly State[]): Configuration {
    const distinct = [...new Set(states)].toSorted((a, b) => a.id - b.id);
    const key = distinct.map(({ id }) => id).join(' ');
    let configuration = this.known.get(key);
    if (configuration === undefined) {
      configuration = new Configuration(distinct, this);
      this.known.set(key, configuration);
    }
    return configuration;
  }
}
