import { AstUtils, type LangiumDocument } from 'langium';
import type { Place } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import { ownerOf, waysUnder, wouldLead } from '../edit/name-conflicts.ts';
import { qualifiedRename } from '../edit/qualified-rename.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import { soughtBy } from '../linking/linker.ts';
import { isJourneyReference, type JourneyReference } from '../linking/reference.ts';
import { idsOf } from '../linking/reference-ids.ts';
import { isPart, partsOf } from '../scope/parts.ts';
import { uriOf } from '../scope/places.ts';
import { visibleDeclarations } from '../scope/scope-provider.ts';
import { resolve } from '../scope/resolver.ts';
import { KINDS, type Kind } from '../scope/symbols.ts';
import { occurrencesOf } from './occurrences.ts';
import { confusedRefusal, formRefusal, libraryRefusal, takenRefusal } from './rename-refusals.ts';

export type Rename =
  | { readonly changes: readonly NewName[] }
  /** Why it cannot be. */
  | { readonly refusal: Text };

/** What is written from now on where a name stands. */
interface NewName {
  readonly place: Place;
  readonly text: string;
}

/**
 * What must change so that a declaration gets another id everywhere and every name goes on to mean what it means. Where the id
 * alone would lead to something else, the ids of the blocks around it are written before it.
 */
export function renameOf(node: ast.Named, name: string): Rename {
  const refusal = libraryRefusal(node) ?? formRefusal(name);
  if (refusal !== undefined) return { refusal };
  if (name === node.name) return { changes: [] };
  const occurrences = occurrencesOf(node);
  for (const uri of [...new Set(occurrences.map(({ place }) => place.uri))].toSorted()) {
    const taker = takerOf(node, name, uri);
    if (taker !== undefined) return { refusal: takenRefusal(taker) };
  }
  const mistaken = firstMistaken(node, name);
  if (mistaken === undefined) return { changes: occurrences.map(({ place }) => ({ place, text: name })) };
  const changes = qualifiedRename(node, name);
  return changes === undefined ? { refusal: confusedRefusal(name, mistaken) } : { changes };
}

/** What has the new name already in a file that names the declaration. */
function takerOf(node: ast.Named, name: string, uri: string): ast.Named | undefined {
  if (isPart(node)) {
    const owner = ownerOf(node);
    const parts = owner === undefined ? [] : (partsOf(owner).get(name) ?? []);
    return parts.find((other) => other.$container === node.$container);
  }
  if (!isKind(node.$type)) {
    const siblings = (node.$container as ast.Journey | undefined)?.stages ?? [];
    return siblings.find((other) => other.name === name);
  }
  const index = indexOf(AstUtils.getDocument(node));
  const notes = index.notes(uri);
  if (notes?.uses.knows(name) === false && !index.mayReach(uri, name)) return undefined;
  const document = index.loaded(uri);
  if (document === undefined) return undefined;
  return visibleDeclarations(document as LangiumDocument<ast.JourneyFile>).find(node.$type, name)?.node;
}

/**
 * The first name that would then lead to something else: one of those that change, to what has the name already; or one that
 * stays, to what gets it.
 */
function firstMistaken(node: ast.Named, name: string): JourneyReference | undefined {
  const index = indexOf(AstUtils.getDocument(node));
  const key = declarationKey(node);
  const ways = waysUnder(node, name);
  for (const uri of index.filesSeeing(uriOf(node)).toSorted()) {
    const uses = index.notes(uri)?.uses;
    // What knows nothing of the new name cannot mistake it for something else.
    if (uses?.knows(name) === false && !(uses.names(key) && index.mayReach(uri, name))) continue;
    const document = index.loaded(uri) as LangiumDocument<ast.JourneyFile> | undefined;
    for (const reference of document?.references ?? []) {
      if (document === undefined || !isJourneyReference(reference) || reference.found === undefined) continue;
      const ids = idsOf(reference);
      const written = ids.map((id) => (id.node === node ? name : id.node.name)).join('.');
      const isMistaken = ids.some((id) => id.node === node)
        ? resolve(visibleDeclarations(document), reference.container, soughtBy(reference), written) !== undefined
        : reference.$refText.includes(name) &&
          (isInTheWay(node, name, reference.found.node, uri) || wouldLead(reference, reference.$refText, ways));
      if (isMistaken) return reference;
    }
  }
  return undefined;
}

/** Whether what somebody names in a file has the new name, and would compete for it. */
function isInTheWay(node: ast.Named, name: string, named: ast.Named, uri: string): boolean {
  // What a file declares itself comes before everything that it imports.
  return named.name === name && named.$type === node.$type && isKind(node.$type) && uriOf(named) !== uri;
}

function isKind(type: string): type is Kind {
  return (KINDS as readonly string[]).includes(type);
}
