import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  CstUtils,
  DefaultAstNodeLocator,
  type DocumentSegment,
  type MultiReference,
  type Reference,
  type ReferenceDescription,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import { isJourneyReference } from '../linking/reference.ts';
import { writtenFor } from '../lowering/source.ts';

const locator = new DefaultAstNodeLocator();

/** A named node as Langium's services want it described, under its id or another name that leads to it. */
export function describe(node: ast.Named, name = node.name): AstNodeDescription {
  return new NodeDescription(node, name);
}

/** Most descriptions are asked for no more than their name and node, so everything else is computed on demand. */
class NodeDescription implements AstNodeDescription {
  readonly node: ast.Named;
  readonly name: string;

  constructor(node: ast.Named, name: string) {
    this.node = node;
    this.name = name;
  }

  get type(): string {
    return this.node.$type;
  }

  get documentUri(): AstNodeDescription['documentUri'] {
    return AstUtils.getDocument(this.node).uri;
  }

  get path(): string {
    return locator.getAstNodePath(this.node);
  }

  get nameSegment(): DocumentSegment {
    const nameNode = writtenFor(this.node, 'name');
    return CstUtils.toDocumentSegment(nameNode ?? this.node.$cstNode) ?? nowhere;
  }

  get selectionSegment(): DocumentSegment {
    return CstUtils.toDocumentSegment(this.node.$cstNode) ?? nowhere;
  }
}

const nowhere: DocumentSegment = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  offset: 0,
  length: 0,
  end: 0,
};

/** Describes the reference if it leads to the node. */
export function referenceTo(target: AstNode, reference: Reference | MultiReference): ReferenceDescription | undefined {
  if (!isJourneyReference(reference) || reference.ref !== target || reference.$refNode === undefined) return undefined;
  const source = AstUtils.getDocument(reference.container);
  const home = AstUtils.getDocument(target);
  return {
    sourceUri: source.uri,
    sourcePath: locator.getAstNodePath(reference.container),
    targetUri: home.uri,
    targetPath: locator.getAstNodePath(target),
    segment: CstUtils.toDocumentSegment(reference.$refNode),
    local: source === home,
  };
}
