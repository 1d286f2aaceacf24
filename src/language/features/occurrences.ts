import { type AstNode, AstUtils, CstUtils, GrammarUtils, URI } from 'langium';
import { comparePositions, type Place, type Position, type Range } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../index-manager.ts';
import type { JourneyDocument } from '../journey-workspace.ts';
import { isJourneyReference, type JourneyReference } from '../linker-reference.ts';
import { fileOf, placeOfName, uriOf } from '../scope-places.ts';
import { hasName } from '../scope-symbols.ts';

/** One id in the text, and the declaration that it names. */
export interface Occurrence {
  readonly node: ast.Named;
  readonly place: Place;
  readonly isDeclaration: boolean;
}

/** The id at a position, of a declaration or of a name that leads to one; in `Stage.Step` each id stands for itself. */
export function occurrenceAt(document: JourneyDocument, position: Position): Occurrence | undefined {
  const holds = ({ place: { range } }: Occurrence): boolean =>
    comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
  for (const reference of document.references) {
    if (!isJourneyReference(reference)) continue;
    const range = reference.$refNode?.range;
    if (range === undefined || range.start.line > position.line || range.end.line < position.line) continue;
    const found = idsOf(reference).find(holds);
    if (found !== undefined) return found;
  }
  const root = document.parseResult.value.$cstNode;
  const offset = document.textDocument.offsetAt(position);
  const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, offset, /[\p{L}\p{N}\p{M}_·・]/u);
  const node = leaf?.astNode as (ast.Named & { readonly name?: string }) | undefined;
  if (node === undefined || !isNamed(node)) return undefined;
  const occurrence = declarationOf(node);
  return holds(occurrence) ? occurrence : undefined;
}

/** Everywhere that a declaration is named, first where it is declared, then by file in the order of the text. */
export function occurrencesOf(node: ast.Named): readonly Occurrence[] {
  const home = AstUtils.getDocument<ast.JourneyFile>(node);
  const index = indexOf(home);
  const found = [declarationOf(node)];
  for (const uri of index.filesSeeing(uriOf(node))) {
    const document = index.document(URI.parse(uri));
    for (const reference of document?.references ?? []) {
      if (!isJourneyReference(reference)) continue;
      found.push(...idsOf(reference).filter((id) => id.node === node));
    }
  }
  return found;
}

/** Where the whole of a declaration stands, for a client that shows it. */
export function extentOf(node: AstNode): Range {
  return node.$cstNode?.range ?? placeOfName(node as ast.Named).range;
}

function isNamed(node: AstNode): node is ast.Named {
  return 'name' in node && hasName(node as ast.Named);
}

function declarationOf(node: ast.Named): Occurrence {
  return { node, place: placeOfName(node), isDeclaration: true };
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

/** Where an import's path is written, with what it leads to. */
export function importAt(document: JourneyDocument, position: Position): ast.Import | undefined {
  return document.parseResult.value.imports.find((node) => {
    const range = GrammarUtils.findNodeForProperty(node.$cstNode, 'path')?.range;
    return (
      range !== undefined && comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0
    );
  });
}
