import type { AstNode } from 'langium';
import type { Place } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { writtenFor } from '../lowering/source.ts';

/** The file that a node stands in. */
export function fileOf(node: AstNode): ast.JourneyFile {
  let root = node;
  while (root.$container !== undefined) root = root.$container;
  return root as ast.JourneyFile;
}

/** The URI of the document that a node stands in. */
export function uriOf(node: AstNode): string {
  return fileOf(node).$document?.uri.toString() ?? '';
}

/** Where a declaration's id stands. */
export function placeOfName(node: ast.Named): Place {
  const range = (writtenFor(node, 'name') ?? node.$cstNode)?.range;
  const start = { line: 0, character: 0 };
  return { uri: uriOf(node), range: range ?? { start, end: start } };
}
