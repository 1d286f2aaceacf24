import type { AstNode, CstNode } from 'langium';
import type { Place, Range } from '../../model/place.ts';
import { sourceOf, statementRange, wordsOf } from '../lowering/source.ts';
import type { Part, Source } from '../parser/concrete-tree.ts';
import { Token } from '../parser/token.ts';
import type { StructureProblem } from './problem.ts';

/** Takes a problem. What is nearly always the same may be left out: an error without related places and fixes. */
export type Report = (
  problem: Pick<StructureProblem, 'code' | 'message' | 'help' | 'range'> & Partial<StructureProblem>,
) => void;

/** The document that is checked. */
export interface Checked {
  readonly uri: string;
  readonly text: string;
}

/** A syntax node with everything that is written in it. */
export class Block {
  readonly node: AstNode;
  readonly source: Source;
  /** What it is in the block around it; missing for the whole file. Its keywords are those of its first value as well: `waits` before `4 min max 12 min`. */
  readonly part: Part | undefined;
  readonly document: Checked;

  constructor(node: AstNode, part: Part | undefined, document: Checked) {
    this.node = node;
    this.source = sourceOf(node);
    this.part = part;
    this.document = document;
  }
}

/** The syntax node that a part of another one is read as, if it has one of its own: of a qualified name it is that around it. */
export function nodeOfPart({ node: words }: Part, around: AstNode): AstNode | undefined {
  if (words instanceof Token) return undefined;
  const child = words.astNode;
  return child === around ? undefined : child;
}

/** A piece of text that fills a property of a syntax node. Most of them are right, so it says nothing before it is asked. */
export class Statement {
  readonly block: Block;
  readonly part: Part;

  constructor(block: Block, part: Part) {
    this.block = block;
    this.part = part;
  }

  get property(): string {
    return this.part.property;
  }

  get written(): string {
    return wordsOf(this.part.node, this.block.document.text);
  }

  /** The keywords before it as written, such as `waits` or `update every`; missing where there are none. */
  get keyword(): string | undefined {
    const { block, part } = this;
    if (part.lead !== undefined) return this.#words(part.lead, part.node);
    const outer = block.source.parts[0] === part ? block.part : undefined;
    return outer?.lead && this.#words(outer.lead, outer.node);
  }

  /** The value itself. */
  get place(): Place {
    return this.#place(this.part.node.range);
  }

  /** The value with its keywords. */
  get whole(): Place {
    return this.#place(statementRange(this.part));
  }

  #words(first: CstNode, end: CstNode): string | undefined {
    const words = this.block.document.text.substring(first.offset, end.offset).trim();
    // Signs such as an arrow or a colon are no keywords that a message could name.
    return /^\p{L}[\p{L}\s]*$/u.test(words) ? words.replaceAll(/\s+/g, ' ') : undefined;
  }

  #place(range: Range): Place {
    return { uri: this.block.document.uri, range };
  }
}
