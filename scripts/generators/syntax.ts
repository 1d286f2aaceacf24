// The automaton of the grammar as a table, so that no start of the program has to make it.
import { JourneyLanguageGrammar } from '../../src/language/generated/grammar.ts';
import { tableOf } from '../../src/language/parser/automaton-table.ts';
import { automatonOf } from '../../src/language/parser/grammar-automaton.ts';
import { kindsOf, vocabularyOf } from '../../src/language/parser/token-types.ts';

export async function generateSyntax(): Promise<ReadonlyMap<string, string>> {
  const grammar = JourneyLanguageGrammar();
  const vocabulary = vocabularyOf(grammar);
  const table = JSON.stringify(tableOf(automatonOf(grammar, kindsOf(vocabulary)), vocabulary));
  const module = `// Made from src/language/journey.langium by npm run generate. Do not edit.

/** An \`AutomatonTable\` as JSON, which the engine reads faster than code. */
export const SYNTAX_TABLE =
  ${JSON.stringify(table)};
`;
  return new Map([['src/language/parser/syntax-table.ts', module]]);
}
