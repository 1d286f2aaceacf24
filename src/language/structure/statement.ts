import type { AstNode, CstNode } from 'langium';
import type { Place, Range } from '../../model/place.ts';
import { type Part, type Source, sourceOf, statementRange } from '../lowering/source.ts';
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
export interface Block {
  readonly node: AstNode;
  readonly source: Source;
  /** The keywords before the node, which are those of its first value as well: `waits` before `4 min max 12 min`. */
  readonly keyword: Keyword | undefined;
  readonly document: Checked;
}

interface Keyword {
  readonly first: CstNode;
  readonly end: CstNode;
}

/** Every node of a tree, from the outside to the inside, without those that are passed over and what is in them. */
export function blocksIn(
  root: AstNode,
  document: Checked,
  passesOver: (node: AstNode) => boolean = () => false,
): readonly Block[] {
  const blocks: Block[] = [{ node: root, source: sourceOf(root), keyword: undefined, document }];
  for (const block of blocks) {
    for (const { node: words, lead } of block.source.parts) {
      if (words instanceof Token) continue;
      const child = words.astNode;
      // A composite without a node of its own, such as a qualified name, belongs to the node around it.
      if (child === block.node || passesOver(child)) continue;
      const keyword = lead && { first: lead, end: words };
      blocks.push({ node: child, source: sourceOf(child), keyword, document });
    }
  }
  return blocks;
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
    const { node } = this.part;
    return this.block.document.text.substring(node.offset, node.end);
  }

  /** The keywords before it as written, such as `waits` or `update every`; missing where there are none. */
  get keyword(): string | undefined {
    const { block, part } = this;
    if (part.lead !== undefined) return this.#words(part.lead, part.node);
    const isFirst = block.source.parts[0] === part;
    return isFirst && block.keyword !== undefined ? this.#words(block.keyword.first, block.keyword.end) : undefined;
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
