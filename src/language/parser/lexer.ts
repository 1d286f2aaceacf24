import type { TokenTypeDictionary } from 'chevrotain';
import type { Lexer, LexerResult } from 'langium';
import { scan } from './scanner.ts';
import type { Syntax } from './syntax.ts';

/** What Langium's own services see of our lexer: completion parses with it up to the cursor. */
export class JourneyLexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  private readonly syntax: Syntax;

  constructor(syntax: Syntax) {
    this.syntax = syntax;
    this.definition = Object.fromEntries(syntax.kinds.byName);
  }

  tokenize(text: string): LexerResult {
    const { tokens, hidden } = scan(text, this.syntax.kinds);
    return { tokens, hidden, errors: [] };
  }
}
