import type { TokenTypeDictionary } from 'chevrotain';
import type { Lexer, LexerResult, TokenizeOptions } from 'langium';
import { withOneMeaning } from '../repair/conflicts.ts';
import { repair } from '../repair/repair.ts';
import { scan } from './scanner.ts';
import type { Syntax } from './syntax.ts';
import type { Token } from './token.ts';

/** What Langium's own services see of our lexer: completion parses with it up to the cursor. */
export class JourneyLexer implements Lexer {
  readonly definition: TokenTypeDictionary;
  private readonly syntax: Syntax;

  constructor(syntax: Syntax) {
    this.syntax = syntax;
    this.definition = Object.fromEntries(syntax.kinds.byName);
  }

  /** In mode `partial` the last line stays as it is: it is being written. */
  tokenize(text: string, options: TokenizeOptions = {}): LexerResult {
    const { tokens, hidden } = withOneMeaning(scan(text, this.syntax));
    const end = options.mode === 'partial' ? lastLine(tokens) : tokens.length;
    const isPartial = options.mode === 'partial';
    const repaired = repair(text, tokens.slice(0, end), this.syntax, new Set(), isPartial);
    return { tokens: [...repaired.tokens, ...tokens.slice(end)], hidden, errors: [] };
  }
}

/** The index of the first token on the line of the last one. */
function lastLine(tokens: readonly Token[]): number {
  const line = tokens.at(-1)?.startLine;
  return line === undefined ? 0 : tokens.findIndex(({ startLine }) => startLine === line);
}
