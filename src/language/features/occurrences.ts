import { type AstNode, AstUtils, CstUtils, type LangiumDocument } from 'langium';
import { comparePositions, type Position, type Range } from '../../model/place.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isJourneyReference } from '../linking/reference.ts';
import { idsOf, type Occurrence } from '../linking/reference-ids.ts';
import { placeOfName, uriOf } from '../scope/places.ts';
import { hasName } from '../scope/symbols.ts';
import { writtenFor } from '../lowering/source.ts';

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
  const key = declarationKey(node);
  const found = [declarationOf(node)];
  for (const uri of index.filesSeeing(uriOf(node))) {
    const notes = index.notes(uri);
    if (notes !== undefined) {
      for (const range of notes.uses.places(key)) found.push({ node, place: { uri, range }, isDeclaration: false });
    } else {
      found.push(...idsIn(index.loaded(uri), node));
    }
  }
  return found;
}

/** The same in one file alone. */
export function occurrencesIn(document: JourneyDocument, node: ast.Named): readonly Occurrence[] {
  const isHome = AstUtils.getDocument(node) === document;
  return [...(isHome ? [declarationOf(node)] : []), ...idsIn(document, node)];
}

function idsIn(document: LangiumDocument | undefined, node: ast.Named): readonly Occurrence[] {
  return (document?.references ?? []).flatMap((reference) =>
    isJourneyReference(reference) ? idsOf(reference).filter((id) => id.node === node) : [],
  );
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

/** Where an import's path is written, with what it leads to. */
export function importAt(document: JourneyDocument, position: Position): ast.Import | undefined {
  return document.parseResult.value.imports.find((node) => {
    const range = writtenFor(node, 'path')?.range;
    return (
      range !== undefined && comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0
    );
  });
}
