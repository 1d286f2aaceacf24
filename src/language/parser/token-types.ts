import type { TokenType } from 'chevrotain';
import { GrammarAST } from 'langium';

/** What sort of token it is. */
export interface Kind extends TokenType {
  /** Small and dense, for tables. */
  readonly index: number;
  /** What the grammar may name to mean a token of this kind; its own index is the first. */
  readonly matches: readonly number[];
  /** Whether it begins a statement wherever it can. */
  readonly hard: boolean;
}

/** The two kinds of a keyword that can begin a statement. */
export interface Keyword {
  /** Where a statement must begin: as the first word of a line. Never a name. */
  readonly hard: Kind;
  /** Everywhere else: the keyword, or a name, whichever the grammar expects there. */
  readonly soft: Kind;
}

/** All kinds of tokens, by what they are for. */
export interface Kinds {
  readonly all: readonly Kind[];
  readonly byName: ReadonlyMap<string, Kind>;
  readonly keywords: ReadonlyMap<string, Keyword>;
  readonly arrow: Keyword;
  /** The other signs. */
  readonly punctuation: ReadonlyMap<string, Kind>;
  /** The soft kind of the keyword with that index. */
  readonly softOf: (index: number) => Kind | undefined;
  readonly ID: Kind;
  readonly STRING: Kind;
  readonly QUANTITY: Kind;
  readonly DATE: Kind;
  readonly HOURS: Kind;
  readonly ML_COMMENT: Kind;
  readonly SL_COMMENT: Kind;
  readonly CONFLICT_MARKER: Kind;
}

/** Marks the soft kind of a keyword in its name. */
const SOFT = '~';
/** A terminal of this name is the keyword when it does not begin a line; see the head of the grammar. */
export const INLINE = 'INLINE_';
/** The one sign that begins a statement. */
export const ARROW = '->';

/** The words of a grammar, from which the kinds of tokens are made. */
export interface Vocabulary {
  readonly terminals: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly keywords: readonly string[];
}

export function vocabularyOf(grammar: GrammarAST.Grammar): Vocabulary {
  const terminals = grammar.rules.flatMap((rule) =>
    GrammarAST.isTerminalRule(rule) && !rule.fragment ? [{ name: rule.name, hidden: rule.hidden }] : [],
  );
  return { terminals, keywords: keywordsOf(grammar) };
}

/**
 * Makes the kinds of tokens that a grammar names. They have no patterns: scanner.ts recognises them.
 *
 * A soft keyword counts as its keyword, as ID and as the INLINE_ terminal of its word, if there is one. That is said twice:
 * in `matches` for our parser, and as Chevrotain's categories for Langium's, which tests hold ours against.
 */
export function kindsOf(vocabulary: Vocabulary): Kinds {
  const all: Kind[] = [];
  const add = (name: string, categories: readonly Kind[] = [], group?: string): Kind => {
    const kind: Kind = {
      name,
      CATEGORIES: [...categories],
      ...(group === undefined ? {} : { GROUP: group }),
      index: all.length,
      matches: [all.length, ...categories.map(({ index }) => index)],
      hard: false,
    };
    all.push(kind);
    return kind;
  };
  const terminals = new Map<string, Kind>();
  for (const { name, hidden } of vocabulary.terminals) {
    terminals.set(name, add(name, [], hidden ? 'hidden' : undefined));
  }
  const terminal = (name: string): Kind => {
    const kind = terminals.get(name);
    if (kind === undefined) throw new Error(`The grammar has no terminal ${name}`);
    return kind;
  };
  const addKeyword = (word: string, alternatives: readonly Kind[]): Keyword => {
    const hard: Kind = { ...add(word), hard: true };
    all[hard.index] = hard;
    return { hard, soft: add(word + SOFT, [hard, ...alternatives]) };
  };
  const ID = terminal('ID');
  const keywords = new Map<string, Keyword>();
  const punctuation = new Map<string, Kind>();
  for (const word of vocabulary.keywords) {
    if (/^\p{L}/u.test(word)) {
      const inline = terminals.get(INLINE + word.toUpperCase());
      keywords.set(word, addKeyword(word, [ID, ...(inline === undefined ? [] : [inline])]));
    } else if (word !== ARROW) {
      punctuation.set(word, add(word));
    }
  }
  const arrow = addKeyword(ARROW, []);
  return {
    all,
    byName: new Map(all.map((kind) => [kind.name, kind])),
    keywords,
    arrow,
    punctuation,
    softOf: (index) => keywords.get(all[index]?.name ?? '')?.soft,
    ID,
    STRING: terminal('STRING'),
    QUANTITY: terminal('QUANTITY'),
    DATE: terminal('DATE'),
    HOURS: terminal('HOURS'),
    ML_COMMENT: terminal('ML_COMMENT'),
    SL_COMMENT: terminal('SL_COMMENT'),
    CONFLICT_MARKER: terminal('CONFLICT_MARKER'),
  };
}

/** Whether it is a keyword that may be a name here. */
export function isSoftKeyword(kind: Kind): boolean {
  return kind.matches.length > 2;
}

function keywordsOf(grammar: GrammarAST.Grammar): readonly string[] {
  const words = new Set<string>();
  for (const rule of grammar.rules) if (GrammarAST.isParserRule(rule)) addKeywords(rule.definition, words);
  return [...words].toSorted();
}

/** Langium's stream of all contents looks at every property of every node, which takes ten times as long. */
function addKeywords(element: GrammarAST.AbstractElement | undefined, words: Set<string>): void {
  if (GrammarAST.isKeyword(element)) words.add(element.value);
  else if (GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element)) {
    for (const part of element.elements) addKeywords(part, words);
  } else if (GrammarAST.isAssignment(element)) addKeywords(element.terminal, words);
}
