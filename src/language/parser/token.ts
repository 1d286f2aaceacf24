import type { IToken } from 'chevrotain';
import type { AstNode, CstNode, GrammarAST } from 'langium';
import type { Position, Range } from '../../model/place.ts';
import type { Read } from './automaton.ts';
import type { Kind } from './token-types.ts';

/** A node of the concrete syntax tree, as far as its leaves must know what they stand in. */
export interface TreePart {
  /** What was made of it, or of what it stands in. */
  readonly astNode: AstNode;
  /** The whole text. */
  readonly root: { readonly fullText: string };
}

/**
 * A word or sign of the text. Once the parser has read it, it is also the leaf of the concrete syntax tree, so that a file
 * needs no second object for each word.
 */
export class Token implements IToken {
  readonly image: string;
  startOffset: number;
  endOffset: number;
  startLine: number;
  endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  tokenType: Kind;
  /** What it stands in, and what of the grammar it was read as; missing for comments and what could not be read. */
  container: TreePart | undefined = undefined;
  read: Read | undefined = undefined;

  /** Lines and columns count from 1; all ends are inclusive, as Chevrotain has them. */
  constructor(
    image: string,
    tokenType: Kind,
    startOffset: number,
    endOffset: number,
    startLine: number,
    startColumn: number,
    endLine: number,
    endColumn: number,
  ) {
    this.image = image;
    this.tokenType = tokenType;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
    this.startLine = startLine;
    this.startColumn = startColumn;
    this.endLine = endLine;
    this.endColumn = endColumn;
  }

  /** The same piece of text as a token of another kind. */
  as(kind: Kind): Token {
    return this.upTo(this, this.image, kind);
  }

  /** One token for the text from this one to another. */
  upTo({ endOffset, endLine, endColumn }: Token, image: string, kind: Kind): Token {
    return new Token(image, kind, this.startOffset, endOffset, this.startLine, this.startColumn, endLine, endColumn);
  }

  /** The same token in a text with so much more before it. */
  movedBy(offset: number, lines: number): Token {
    const { startOffset, endOffset, startLine, endLine } = this;
    return new Token(
      this.image,
      this.tokenType,
      startOffset + offset,
      endOffset + offset,
      startLine + lines,
      this.startColumn,
      endLine + lines,
      this.endColumn,
    );
  }

  /** The text before it has become so much longer. */
  shift(offset: number, lines: number): void {
    this.startOffset += offset;
    this.endOffset += offset;
    this.startLine += lines;
    this.endLine += lines;
  }

  /** Whether the repair has made it up. */
  get isInsertedInRecovery(): boolean {
    return false;
  }

  get tokenTypeIdx(): number {
    return this.tokenType.tokenTypeIdx ?? 0;
  }

  get offset(): number {
    return this.startOffset;
  }

  get end(): number {
    return this.endOffset + 1;
  }

  get length(): number {
    return this.endOffset + 1 - this.startOffset;
  }

  /** As editors count. */
  get range(): Range {
    return { start: this.startPosition, end: this.endPosition };
  }

  get startPosition(): Position {
    return { line: this.startLine - 1, character: this.startColumn - 1 };
  }

  get endPosition(): Position {
    return { line: this.endLine - 1, character: this.endColumn };
  }

  get hidden(): boolean {
    return this.read === undefined;
  }

  /** The property of the syntax node around it that it fills. */
  get property(): string | undefined {
    return this.read?.assignment?.feature;
  }

  get grammarSource(): GrammarAST.AbstractElement | undefined {
    return this.read?.element;
  }

  get astNode(): AstNode {
    if (this.container === undefined) throw new Error('The token stands in no tree');
    return this.container.astNode;
  }

  get root(): TreePart['root'] {
    if (this.container === undefined) throw new Error('The token stands in no tree');
    return this.container.root;
  }

  get text(): string {
    return this.root.fullText.substring(this.offset, this.end);
  }
}

/** The index of the first of some tokens that begins at an offset or behind it. */
export function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.startOffset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A token that is not in the text. */
export class SuppliedToken extends Token {
  override get isInsertedInRecovery(): boolean {
    return true;
  }
}

/** The same as Langium's types know it, for which an optional property must be missing rather than undefined. */
export function asCst(node: TreePart): CstNode {
  return node as unknown as CstNode;
}
