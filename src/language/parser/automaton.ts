import type { GrammarAST } from 'langium';

/**
 * The grammar as a finite automaton: all rules written out in place, which is possible because none contains itself.
 *
 * The parser walks it to build the tree (tree-builder.ts), and the repair asks it what may follow where
 * (configuration.ts). So both know exactly the grammar, and nothing about the language is written down twice. It is made
 * from the grammar (grammar-automaton.ts) when files are generated, and read from a table at the start (automaton-table.ts).
 */
export interface Automaton {
  readonly start: State;
  readonly end: State;
  readonly states: readonly State[];
}

/** A point between two tokens in the grammar. */
export interface State {
  readonly id: number;
  /** In order of preference: the first way on that fits is taken. */
  readonly exits: Exit[];
  /** The rule in whose braces a statement may begin here; the entry rule at the top of a file. */
  block?: string;
}

/** A way on: over a token, or without one and perhaps with a change of the tree. */
export type Exit = Read | Skip;

export interface Read {
  /** Index of the kind of token; see `Kind.matches`. */
  readonly kind: number;
  /** The keyword, terminal call or cross-reference that the token stands for. */
  readonly element: GrammarAST.AbstractElement;
  readonly assignment: Assignment | undefined;
  /** The parser rule that it stands in. */
  readonly rule: string;
  readonly target: State;
}

interface Skip {
  readonly kind?: undefined;
  readonly action: Action | undefined;
  readonly target: State;
}

/** A change of the tree between two tokens. */
export type Action =
  | { readonly does: 'enter'; readonly call: Call }
  | { readonly does: 'leave'; readonly call: Call }
  | { readonly does: 'become'; readonly type: string };

/** A rule that makes a node or a value of its own, at the place where it is called. */
export interface Call {
  /** Whether it is the entry rule, which nothing calls. */
  readonly isEntry: boolean;
  /** The rule call or cross-reference. */
  readonly element: GrammarAST.AbstractElement | undefined;
  readonly assignment: Assignment | undefined;
  /** The type of the node, or undefined when the rule gives a string. */
  readonly type: string | undefined;
}

/** Where a value goes. */
export interface Assignment {
  readonly feature: string;
  readonly operator: GrammarAST.Assignment['operator'];
  readonly reference: boolean;
  /** A keyword gives itself, however it is spelled; everything else passes the value converter. */
  readonly keyword: string | undefined;
}
