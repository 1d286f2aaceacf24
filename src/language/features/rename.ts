import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import { declarationKey } from '../declaration-key.ts';
import { notesFor } from '../file-notes.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../index-manager.ts';
import { isLibrary } from '../library.ts';
import { soughtBy } from '../linker.ts';
import { isJourneyReference } from '../linker-reference.ts';
import { endOfWord, isIdStart } from '../parser/characters.ts';
import { isPart, partsOf } from '../scope-parts.ts';
import { uriOf } from '../scope-places.ts';
import { visibleDeclarations } from '../scope-provider.ts';
import { resolve } from '../scope-resolver.ts';
import { KINDS, type Kind } from '../scope-symbols.ts';
import { occurrencesOf } from './occurrences.ts';
import { idsOf, type Occurrence } from '../reference-ids.ts';

export type Rename =
  | { readonly occurrences: readonly Occurrence[] }
  /** Why it cannot be. */
  | { readonly refusal: Text };

/** What must change so that a declaration gets another id everywhere, unless names would change their meaning by it. */
export function renameOf(node: ast.Named, name: string): Rename {
  const refusal = libraryRefusal(node) ?? formRefusal(name);
  if (refusal !== undefined) return { refusal };
  const occurrences = name === node.name ? [] : occurrencesOf(node);
  const taken = occurrences.some(({ place: { uri } }) => isTaken(node, name, uri));
  return taken || (occurrences.length > 0 && isMistaken(node, name)) ? { refusal: takenText(name) } : { occurrences };
}

/** What the standard library declares is not the author's to rename. */
export function libraryRefusal(node: ast.Named): Text | undefined {
  if (!isLibrary(uriOf(node))) return undefined;
  const name = quoted(node.name);
  return {
    en: `${name.en} belongs to the standard library and cannot be renamed; declare one of your own instead.`,
    ja: `${name.ja}は標準ライブラリーの名前なので変更できません。独自の名前が必要なときは、ご自身で宣言してください。`,
  };
}

function formRefusal(name: string): Text | undefined {
  if (isIdStart(name, 0) && endOfWord(name, 0) === name.length) return undefined;
  const shown = quoted(name);
  return {
    en: `${shown.en} cannot be an id: ids begin with a letter or "_" and go on with letters, digits and "_".`,
    ja: `${shown.ja}はIDにできません。IDは文字または「_」で始め、文字・数字・「_」だけを使ってください。`,
  };
}

function takenText(name: string): Text {
  const shown = quoted(name);
  return {
    en: `${shown.en} is already the name of something else here.`,
    ja: `${shown.ja}はすでに別のものの名前として使われています。`,
  };
}

/** Whether the new name means something else of the kind in a file that names the declaration. */
function isTaken(node: ast.Named, name: string, uri: string): boolean {
  if (isPart(node)) {
    const owner = ownerOf(node);
    return (
      owner !== undefined && (partsOf(owner).get(name) ?? []).some((other) => other.$container === node.$container)
    );
  }
  if (!isKind(node.$type)) {
    const siblings = (node.$container as ast.Journey | undefined)?.stages ?? [];
    return siblings.some((other) => other.name === name);
  }
  const index = indexOf(AstUtils.getDocument(node));
  const notes = notesFor(index, uri);
  if (notes?.uses.knows(name) === false && !index.mayReach(uri, name)) return false;
  const document = index.loaded(uri);
  if (document === undefined) return false;
  return visibleDeclarations(document as LangiumDocument<ast.JourneyFile>).find(node.$type, name) !== undefined;
}

/**
 * Whether some name would then lead to something else: one of those that change, to what has the name already; or one that
 * stays, to what gets it.
 */
function isMistaken(node: ast.Named, name: string): boolean {
  const index = indexOf(AstUtils.getDocument(node));
  const key = declarationKey(node);
  return index.filesSeeing(uriOf(node)).some((uri) => {
    const uses = notesFor(index, uri)?.uses;
    // What knows nothing of the new name cannot mistake it for something else.
    if (uses?.knows(name) === false && !(uses.names(key) && index.mayReach(uri, name))) return false;
    const document = index.loaded(uri) as LangiumDocument<ast.JourneyFile> | undefined;
    return document?.references.some((reference) => {
      if (!isJourneyReference(reference) || reference.found === undefined) return false;
      const ids = idsOf(reference);
      if (!ids.some((id) => id.node === node)) return isInTheWay(node, name, reference.found.node, uri);
      const written = ids.map((id) => (id.node === node ? name : id.node.name)).join('.');
      return resolve(visibleDeclarations(document), reference.container, soughtBy(reference), written) !== undefined;
    });
  });
}

/** Whether what somebody names in a file has the new name, and would compete for it. */
function isInTheWay(node: ast.Named, name: string, named: ast.Named, uri: string): boolean {
  if (named.name !== name) return false;
  if (isPart(node)) return isPart(named) && ownerOf(named) === ownerOf(node);
  // What a file declares itself comes before everything that it imports.
  return named.$type === node.$type && uriOf(named) !== uri;
}

function isKind(type: string): type is Kind {
  return (KINDS as readonly string[]).includes(type);
}

function ownerOf(node: ast.Named): ast.Journey | ast.Persona | undefined {
  for (let each: AstNode | undefined = node.$container; each !== undefined; each = each.$container) {
    if (each.$type === 'Journey' || each.$type === 'Persona') return each as ast.Journey | ast.Persona;
  }
  return undefined;
}
