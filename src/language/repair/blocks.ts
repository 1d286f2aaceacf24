import { distance } from 'fastest-levenshtein';
import type { State } from '../parser/automaton.ts';
import type { Configuration } from '../parser/configuration.ts';
import type { Syntax } from '../parser/syntax.ts';
import type { Kind } from '../parser/token-types.ts';

/** Which statements belong in which block, as the grammar has it. */
export class Blocks {
  private readonly heads: ReadonlyMap<string, State>;
  private readonly words = new Map<string, readonly string[]>();
  private readonly syntax: Syntax;

  constructor(syntax: Syntax) {
    this.syntax = syntax;
    this.heads = new Map(
      syntax.automaton.states.flatMap((state) => (state.block === undefined ? [] : [[state.block, state] as const])),
    );
  }

  /** Whether a token of that kind can begin a statement of the block. */
  accepts(block: string, kind: Kind): boolean {
    const head = this.heads.get(block);
    return head !== undefined && this.syntax.transitions.over(kind, head).length > 0;
  }

  /** The blocks that have the statement, outermost first. */
  thatAccept(kind: Kind): readonly string[] {
    return [...this.heads.keys()].filter((block) => this.accepts(block, kind));
  }

  /** What may be read where a statement of the block begins. */
  startOf(block: string): Configuration | undefined {
    const head = this.heads.get(block);
    return head === undefined ? undefined : this.syntax.configurations.of([head]);
  }

  /** The keywords that begin a statement of the block. */
  keywordsOf(block: string): readonly string[] {
    let words = this.words.get(block);
    if (words === undefined) {
      words = [...this.syntax.kinds.keywords].filter(([, { hard }]) => this.accepts(block, hard)).map(([word]) => word);
      this.words.set(block, words);
    }
    return words;
  }
}

/** The word that was probably meant; undefined when none is near enough. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const text = plain(written);
  let best: string | undefined;
  let least = Infinity;
  for (const word of known) {
    const allowed = allowedEdits(word);
    if (Math.abs(word.length - text.length) > allowed) continue;
    const edits = editsBetween(text, plainKeyword(word));
    if (edits < least && edits <= allowed) {
      best = word;
      least = edits;
    }
  }
  return best;
}

/** Short words are near to everything. */
function allowedEdits({ length }: string): number {
  if (length <= 2) return 0;
  if (length <= 4) return 1;
  return length <= 7 ? 2 : 3;
}

/** Two letters that changed places count once. */
function editsBetween(a: string, b: string): number {
  const swapped = a.length === b.length && a !== b && sorted(a) === sorted(b);
  return swapped && distance(a, b) <= 2 ? 1 : distance(a, b);
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join('');
}

/** Input methods write letters in full width. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The same for keywords, which are asked for again and again. */
function plainKeyword(word: string): string {
  let known = plainKeywords.get(word);
  if (known === undefined) {
    known = plain(word);
    plainKeywords.set(word, known);
  }
  return known;
}

const plainKeywords = new Map<string, string>();
