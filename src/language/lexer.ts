import type { TokenTypeDictionary } from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { scan } from './scanner.ts';
import { readTokenTypes, type TokenTypes } from './token-builder.ts';

/** Takes the place of Langium's lexer: hand-written, for Unicode, for keywords as names, and for speed. */
export class JourneyLexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  private readonly types: TokenTypes;

  constructor(services: LangiumCoreServices) {
    const vocabulary = services.parser.TokenBuilder.buildTokens(services.Grammar);
    if (!Array.isArray(vocabulary)) throw new Error('JourneyLexer needs the token types as a list');
    this.types = readTokenTypes(vocabulary);
    this.definition = Object.fromEntries(vocabulary.map((type) => [type.name, type]));
  }

  tokenize(text: string): LexerResult {
    const { tokens, hidden } = scan(text, this.types);
    return { tokens, hidden, errors: [] };
  }
}
