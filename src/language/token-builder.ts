import { createToken, Lexer as ChevrotainLexer, type TokenType } from 'chevrotain';
import { AstUtils, GrammarAST, GrammarUtils, type TokenBuilder } from 'langium';

/** The token types of a keyword that is a word: what the grammar names, and the form that may also be a name. */
export interface KeywordTypes {
  /** Where a statement must begin: as the first word of a line. Never a name. */
  readonly hard: TokenType;
  /** Everywhere else: the keyword, or a name, whichever the grammar expects there. */
  readonly soft: TokenType;
}

/** All token types of the language, by what they are for. */
export interface TokenTypes {
  readonly words: ReadonlyMap<string, KeywordTypes>;
  readonly punctuation: ReadonlyMap<string, TokenType>;
  readonly ID: TokenType;
  readonly STRING: TokenType;
  readonly QUANTITY: TokenType;
  readonly DATE: TokenType;
  readonly HOURS: TokenType;
  readonly ML_COMMENT: TokenType;
  readonly SL_COMMENT: TokenType;
  readonly CONFLICT_MARKER: TokenType;
}

/** Marks the soft type of a keyword in its name. */
const SOFT = '~';
/** A terminal of this name is the keyword when it does not begin a line; see the head of the grammar. */
const INLINE = 'INLINE_';

/**
 * Makes the token types that the parser is built from. They have no patterns: scanner.ts recognises them.
 *
 * A soft keyword is a subtype of its keyword and of ID (Chevrotain's categories), so the parser takes it for either.
 */
export class JourneyTokenBuilder implements TokenBuilder {
  buildTokens(grammar: GrammarAST.Grammar): TokenType[] {
    const rules = [...GrammarUtils.getAllReachableRules(grammar, true)];
    const terminals = new Map(
      rules
        .filter(GrammarAST.isTerminalRule)
        .filter((rule) => !rule.fragment)
        .map((rule) => [rule.name, tokenType(rule.name, [], rule.hidden ? 'hidden' : undefined)]),
    );
    const keywords = new Set(
      rules
        .filter(GrammarAST.isParserRule)
        .flatMap((rule) => AstUtils.streamAllContents(rule).filter(GrammarAST.isKeyword).toArray())
        .map((keyword) => keyword.value),
    );
    const id = terminals.get('ID');
    return [...keywords]
      .toSorted()
      .flatMap((keyword) => {
        const hard = tokenType(keyword);
        if (!isWord(keyword) || id === undefined) return [hard];
        const inline = terminals.get(INLINE + keyword.toUpperCase());
        return [hard, tokenType(keyword + SOFT, [hard, id, ...(inline === undefined ? [] : [inline])])];
      })
      .concat([...terminals.values()]);
  }
}

/** Sorts the types by use, for the scanner. Throws when the grammar lacks a terminal: it belongs to this language only. */
export function readTokenTypes(types: readonly TokenType[]): TokenTypes {
  const byName = new Map(types.map((type) => [type.name, type]));
  const named = (name: string): TokenType => {
    const type = byName.get(name);
    if (type === undefined) throw new Error(`The grammar has no terminal ${name}`);
    return type;
  };
  const words = new Map<string, KeywordTypes>();
  const punctuation = new Map<string, TokenType>();
  for (const hard of types) {
    const soft = byName.get(hard.name + SOFT);
    if (soft !== undefined) words.set(hard.name, { hard, soft });
    else if (!/[\p{L}~]/u.test(hard.name)) punctuation.set(hard.name, hard);
  }
  return {
    words,
    punctuation,
    ID: named('ID'),
    STRING: named('STRING'),
    QUANTITY: named('QUANTITY'),
    DATE: named('DATE'),
    HOURS: named('HOURS'),
    ML_COMMENT: named('ML_COMMENT'),
    SL_COMMENT: named('SL_COMMENT'),
    CONFLICT_MARKER: named('CONFLICT_MARKER'),
  };
}

function isWord(keyword: string): boolean {
  return /^\p{L}/u.test(keyword);
}

function tokenType(name: string, categories: TokenType[] = [], group?: string): TokenType {
  return createToken({
    name,
    pattern: ChevrotainLexer.NA,
    categories,
    ...(group === undefined ? {} : { group }),
  });
}
