import { type CompositeCstNode, CstNodeBuilder } from 'langium';
import type { Token } from './token-types.ts';

/**
 * Builds the concrete syntax tree as Langium does, but finds the place of a comment at once: what is being built is always
 * the last child of its parent. Langium looks through all children, which takes quadratic time in a file of many comments.
 */
export class CstBuilder extends CstNodeBuilder {
  override addHiddenNodes(tokens: Token[]): void {
    const nodes = tokens.map((token) => this.createLeafNode(token, true));
    let node: CompositeCstNode = this.current;
    if (node.content.length > 0) {
      this.appendChildren(node, nodes);
      return;
    }
    while (node.container !== undefined && node.container.content.length === 1) node = node.container;
    const parent = node.container ?? node;
    this.insertChildren(parent, Math.max(0, parent.content.length - 1), nodes);
  }
}
