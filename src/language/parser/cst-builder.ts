import { type CompositeCstNode, type CstNode, CstNodeBuilder } from 'langium';
import type { Token } from './token-types.ts';

/**
 * Builds the concrete syntax tree as Langium does, but finds the place of a comment at once: what is being built is always
 * the last child of its parent. Langium looks through all children, which takes quadratic time in a file of many comments.
 */
export class CstBuilder extends CstNodeBuilder {
  /** What is being built. Langium's class and its own interface differ in whether a property may be `undefined`. */
  get building(): CompositeCstNode {
    return this.current as CompositeCstNode;
  }

  override addHiddenNodes(tokens: Token[]): void {
    const nodes = tokens.map((token) => this.createLeafNode(token, true) as CstNode);
    let node = this.building;
    if (node.content.length > 0) {
      this.appendChildren(node, nodes);
      return;
    }
    while (node.container !== undefined && node.container.content.length === 1) node = node.container;
    const parent = node.container ?? node;
    this.insertChildren(parent, Math.max(0, parent.content.length - 1), nodes);
  }
}
