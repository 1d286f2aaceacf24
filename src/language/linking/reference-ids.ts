import { type AstNode, CstUtils } from 'langium';
import type { Place } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyReference } from './reference.ts';
import { fileOf, uriOf } from '../scope/places.ts';

/** One id in the text, and the declaration that it names. */
export interface Occurrence {
  readonly node: ast.Named;
  readonly place: Place;
  readonly isDeclaration: boolean;
}

/** The ids of a name, each with what it stands for: of `Book.Busy` a stage and its touchpoint. */
export function idsOf(reference: JourneyReference): readonly Occurrence[] {
  const { found, $refNode, container } = reference;
  if (found === undefined || $refNode === undefined) return [];
  const { node } = found;
  const uri = uriOf(container);
  const leaves = CstUtils.flattenCst($refNode)
    .filter((leaf) => !leaf.hidden && leaf.text !== '.' && leaf.text !== '．')
    .toArray();
  const around = blocksAround(node);
  const ids: Occurrence[] = [];
  for (const [index, leaf] of leaves.entries()) {
    const isLast = index === leaves.length - 1;
    const named = isLast ? node : around.find(({ name }) => name === leaf.text);
    // Blocks can be left out but not change places.
    if (named !== undefined && !isLast) around.splice(0, around.indexOf(named) + 1);
    if (named !== undefined) ids.push({ node: named, place: { uri, range: leaf.range }, isDeclaration: false });
  }
  return ids;
}

function blocksAround(node: ast.Named): ast.Named[] {
  const blocks: ast.Named[] = [];
  for (
    let each: AstNode | undefined = node.$container;
    each !== undefined && each !== fileOf(node);
    each = each.$container
  ) {
    blocks.unshift(each as ast.Named);
  }
  return blocks;
}
