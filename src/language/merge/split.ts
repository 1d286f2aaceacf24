import { isBalanced } from '../balance.ts';
import type { Configuration } from '../parser/configuration.ts';
import { scan } from '../parser/scanner.ts';
import type { Syntax } from '../parser/syntax.ts';
import type { Token } from '../parser/token.ts';
import { isComment, statementStarts } from '../statement-starts.ts';
import { identityOf } from './identity.ts';
import type { Piece, Pieces } from './piece.ts';

/**
 * Splits a text into its pieces; undefined where that cannot be done for sure: braces that do not fit, a text or comment
 * that does not end, conflicts of an earlier merge. Lines must end with a line feed, the last one too.
 */
export function split(text: string, syntax: Syntax): Pieces | undefined {
  const { tokens, hidden, problems } = scan(text, syntax);
  if (problems.some(({ kind }) => kind.startsWith('unterminated') || kind === 'merge-conflict')) return undefined;
  if (/^(?:<{7,}|={7,}|>{7,}|\|{7,})(?:\s|$)/m.test(text) || !isBalanced(tokens)) return undefined;
  const items = [...tokens, ...hidden].toSorted((a, b) => a.startOffset - b.startOffset);
  const { pieces, end } = new Splitter(text, items, syntax).pieces(0, items.length, 0);
  return { ...withPreamble(pieces), foot: text.slice(end) };
}

class Splitter {
  readonly #text: string;
  readonly #items: readonly Token[];
  readonly #syntax: Syntax;
  readonly #starts: ReadonlyMap<Token, Configuration | undefined>;

  constructor(text: string, items: readonly Token[], syntax: Syntax) {
    this.#text = text;
    this.#items = items;
    this.#syntax = syntax;
    this.#starts = statementStarts(items, new Set(), syntax);
  }

  /** The pieces among some items of one block, and where the last one ends. The text of the block begins at `offset`. */
  pieces(from: number, to: number, offset: number): { readonly pieces: readonly Piece[]; readonly end: number } {
    const firsts = this.#firsts(from, to);
    const pieces: Piece[] = [];
    const counts = new Map<string, number>();
    let end = offset;
    for (const [index, first] of firsts.entries()) {
      const { piece, end: next } = this.#piece(first, firsts[index + 1] ?? to, end);
      const count = (counts.get(piece.key) ?? 0) + 1;
      counts.set(piece.key, count);
      pieces.push(count === 1 ? piece : { ...piece, key: `${piece.key} #${count}` });
      end = next;
    }
    return { pieces, end };
  }

  /** Where the pieces begin: statements that stand at the beginning of their line. */
  #firsts(from: number, to: number): readonly number[] {
    const firsts: number[] = [];
    let depth = 0;
    let previous: Token | undefined;
    for (let index = from; index < to; index++) {
      const item = this.#item(index);
      if (isComment(item)) continue;
      const { name } = item.tokenType;
      if (depth === 0 && (firsts.length === 0 || (this.#starts.has(item) && this.#beginsLine(index, previous)))) {
        firsts.push(index);
      }
      if (name === '{') depth++;
      else if (name === '}') depth--;
      previous = item;
    }
    return firsts;
  }

  #piece(first: number, next: number, offset: number): { readonly piece: Piece; readonly end: number } {
    let last = first;
    for (let index = first; index < next; index++) if (!isComment(this.#item(index))) last = index;
    const end = this.#lineEnd(last);
    const lineStart = this.#lineStart(first, offset);
    const headStart = lineStart + (/^[^\S\n]*/.exec(this.#text.slice(lineStart))?.[0].length ?? 0);
    const block = this.#block(first, last);
    const headEnd = block?.headEnd ?? this.#item(last).endOffset + 1;
    const headItems = this.#items.slice(first, block?.open ?? last + 1);
    const words = headItems.filter((item) => !isComment(item));
    const identity = identityOf(words, this.#starts.get(this.#item(first)), this.#syntax);
    const piece: Piece = {
      key: identity.key,
      kin: identity.kin,
      lead: this.#text.slice(offset, lineStart),
      indent: this.#text.slice(lineStart, headStart),
      head: this.#text.slice(headStart, headEnd),
      words: this.#text.slice(headStart, this.#item(first).startOffset) + headItems.map(({ image }) => image).join(' '),
      tail: this.#text.slice(headEnd, block?.inside?.start ?? end),
      children: block?.inside?.children,
      foot: block?.inside === undefined ? '' : this.#text.slice(block.inside.end, block.inside.close),
      close: block?.inside === undefined ? '' : this.#text.slice(block.inside.close, end),
      solid: block === undefined && words.some(({ tokenType }) => tokenType.name === '{'),
    };
    return { piece, end };
  }

  /** The block of a piece, if it is empty or has its lines for itself. */
  #block(first: number, last: number): Block | undefined {
    let open = first;
    while (open < last && this.#item(open).tokenType.name !== '{') open++;
    if (open >= last || this.#closing(open, last) !== last) return undefined;
    const headEnd = this.#item(this.#wordBefore(open)).endOffset + 1;
    const [brace, closing] = [this.#item(open), this.#item(last)];
    if (brace.endOffset + 1 === closing.startOffset || this.#isBlank(open, last)) return { open, headEnd };
    const start = this.#lineEnd(open);
    const inner = this.#wordBefore(last);
    let next = open + 1;
    while (isComment(this.#item(next))) next++;
    const isOpen = this.#item(next).startOffset >= start && this.#beginsLine(last, this.#item(inner));
    if (!isOpen) return undefined;
    const { pieces, end } = this.pieces(open + 1, last, start);
    return { open, headEnd, inside: { start, children: pieces, end, close: this.#lineStart(last, end) } };
  }

  #isBlank(open: number, close: number): boolean {
    return open + 1 === close && this.#item(open).endLine === this.#item(close).startLine;
  }

  #closing(open: number, last: number): number {
    let depth = 0;
    for (let index = open; index <= last; index++) {
      const { name } = this.#item(index).tokenType;
      if (name === '{') depth++;
      else if (name === '}') depth--;
      if (depth === 0) return index;
    }
    return -1;
  }

  #wordBefore(index: number): number {
    let before = index - 1;
    while (before > 0 && isComment(this.#item(before))) before--;
    return before;
  }

  /** Whether nothing but comments of its own stands before a word on its line. */
  #beginsLine(index: number, previous: Token | undefined): boolean {
    let line = this.#item(index).startLine;
    for (let at = index - 1; at >= 0 && isComment(this.#item(at)); at--) {
      const comment = this.#item(at);
      if (comment.endLine !== line) break;
      line = comment.startLine;
    }
    return previous === undefined || previous.endLine < line;
  }

  /** Where the line of a word begins, with the comments that stand before it on that line; never before `least`. */
  #lineStart(index: number, least: number): number {
    let first = index;
    while (first > 0 && isComment(this.#item(first - 1)) && this.#touches(first - 1, first)) first--;
    return Math.max(least, this.#text.lastIndexOf('\n', this.#item(first).startOffset - 1) + 1);
  }

  /** Where the line of a word ends, with the comments that stand behind it there. */
  #lineEnd(index: number): number {
    let last = index;
    while (last + 1 < this.#items.length && isComment(this.#item(last + 1)) && this.#touches(last, last + 1)) last++;
    const end = this.#text.indexOf('\n', this.#item(last).endOffset);
    return end === -1 ? this.#text.length : end + 1;
  }

  #touches(one: number, other: number): boolean {
    return this.#item(one).endLine === this.#item(other).startLine;
  }

  #item(index: number): Token {
    const item = this.#items[index];
    if (item === undefined) throw new Error('There is no such word');
    return item;
  }
}

interface Block {
  /** Index of its opening brace. */
  readonly open: number;
  readonly headEnd: number;
  /** Missing for an empty block on one line. */
  readonly inside?: {
    readonly start: number;
    readonly children: readonly Piece[];
    readonly end: number;
    readonly close: number;
  };
}

/** Comments at the top with an empty line behind them are about the file, not about what happens to come first. */
function withPreamble(pieces: readonly Piece[]): Pick<Pieces, 'preamble' | 'pieces'> {
  const [first, ...rest] = pieces;
  if (first === undefined) return { preamble: '', pieces };
  const gap = /^[\s\S]*\S[^\n]*\n(?:[^\S\n]*\n)+/.exec(first.lead)?.[0];
  if (gap === undefined) return { preamble: '', pieces };
  return { preamble: gap, pieces: [{ ...first, lead: first.lead.slice(gap.length) }, ...rest] };
}
