import type { GrammarAST } from 'langium';
import type { Automaton } from './automaton.ts';
import { automatonFrom, type AutomatonTable } from './automaton-table.ts';
import { type Configuration, Configurations } from './configuration.ts';
import { automatonOf } from './grammar-automaton.ts';
import { SYNTAX_TABLE } from './syntax-table.ts';
import { type Kind, type Kinds, kindsOf } from './token-types.ts';
import { Transitions } from './transitions.ts';

/** All that the lexer, the parser and the repair know about the language, made from its grammar. */
export interface Syntax {
  readonly kinds: Kinds;
  readonly automaton: Automaton;
  readonly transitions: Transitions;
  readonly configurations: Configurations;
  readonly start: Configuration;
  /** What can stand directly after a keyword that begins a statement, such as `every` after `update`. */
  readonly phrases: (keyword: Kind) => ReadonlySet<Kind>;
}

/** `grammar` is asked for only when somebody wants to know more than how texts are read. */
export function syntaxOf(grammar: () => GrammarAST.Grammar): Syntax {
  const table = JSON.parse(SYNTAX_TABLE) as AutomatonTable;
  const kinds = kindsOf(table.vocabulary);
  const automaton = automatonFrom(table, () => automatonOf(grammar(), kinds));
  const transitions = new Transitions(automaton);
  const configurations = new Configurations(transitions);
  const heads = automaton.states.filter(({ block }) => block !== undefined);
  const phrases = (keyword: Kind): ReadonlySet<Kind> =>
    new Set(
      heads
        .flatMap((head) => transitions.over(keyword, head))
        .flatMap(({ read }) => transitions.inStatement(read.target))
        .flatMap(({ read }) => kinds.softOf(read.kind) ?? []),
    );
  return { kinds, automaton, transitions, configurations, start: configurations.of([automaton.start]), phrases };
}
