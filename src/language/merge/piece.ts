/**
 * A statement or declaration of a text with everything that belongs to it, verbatim: its parts one after the other are whole
 * lines of the text.
 */
export interface Piece {
  /** Its identity within its block. */
  readonly key: string;
  /**
   * The keyword of a statement whose text is its identity. When it has no counterpart it may be the changed form of another
   * statement with this keyword. Missing where the key says for sure: an id, or a statement that stands only once.
   */
  readonly kin: string | undefined;
  /** The lines above it: comments and empty lines. */
  readonly lead: string;
  readonly indent: string;
  /** From its first word to the last before its block. A block that is written on one line is a part of the head. */
  readonly head: string;
  /** The words and comments of the head, without layout. */
  readonly words: string;
  /** The rest of the line, up to the brace of a block and what stands behind that. */
  readonly tail: string;
  /** What stands in its block; missing where it has none. */
  readonly children: readonly Piece[] | undefined;
  /** Comments and empty lines above the closing brace. */
  readonly foot: string;
  /** The line of the closing brace. */
  readonly close: string;
  /** Whether its head holds a block, which can only be taken as a whole. */
  readonly solid: boolean;
}

/** A whole text in pieces. */
export interface Pieces {
  /** Comments about the file, with the empty line behind them. */
  readonly preamble: string;
  readonly pieces: readonly Piece[];
  /** What stands behind the last piece. */
  readonly foot: string;
}

/** The lines of a piece, without those above it. */
export function bodyOf(piece: Piece): string {
  const { indent, head, tail, children = [], foot, close } = piece;
  return indent + head + tail + children.map((child) => child.lead + bodyOf(child)).join('') + foot + close;
}

/** What a piece says, from the outside to the inside: two that differ only in layout and comments say the same. */
export function sayingOf({ words, children }: Piece): readonly string[] {
  return children === undefined ? [words] : [words, '{', ...children.flatMap(sayingOf), '}'];
}

/** Everything in a piece, comments included, but not how it is laid out. */
export function substanceOf({ lead, words, tail, children, foot, close }: Piece): string {
  return [lead, tail, foot, close].map(withoutLayout).join('\0') + words + (children ?? []).map(substanceOf).join('\0');
}

export function withoutLayout(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
