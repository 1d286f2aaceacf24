import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { fileOf, uriOf } from './places.ts';

/**
 * Names a declaration, or a part of one, across versions of its file: by its kind and id, and those of the blocks around it. The
 * key of a part begins with that of its block and a blank. Of several with the same kind and id the later ones are numbered.
 */
export function declarationKey(node: ast.Named): string {
  const file = fileOf(node);
  const known = keys.get(node);
  // In a later version of the file the same node may stand in a block with another id.
  if (known?.file === file) return known.key;
  const block = node.$container;
  const around = block?.$container === undefined ? uriOf(node) : declarationKey(block as ast.Named);
  const number = numberOf(node);
  const key = `${around} ${node.$type}:${node.name}${number === 0 ? '' : `#${number}`}`;
  keys.set(node, { file, key });
  return key;
}

const keys = new WeakMap<AstNode, { readonly file: AstNode; readonly key: string }>();

/** How many of the same kind and id stand before it in the same block. */
function numberOf(node: ast.Named): number {
  const { $container: block, $containerProperty: property } = node;
  const siblings = (block as unknown as Readonly<Record<string, unknown>> | undefined)?.[property ?? ''];
  if (!Array.isArray(siblings)) return 0;
  const alike = siblings.filter((each: ast.Named) => each.$type === node.$type && each.name === node.name);
  return alike.indexOf(node);
}
