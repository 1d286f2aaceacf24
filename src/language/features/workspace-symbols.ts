import { go, prepare, type Prepared, single } from 'fuzzysort';
import type { AstNode } from 'langium';
import type { Place } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyWorkspace } from '../journey-workspace.ts';
import { isLibrary } from '../library.ts';
import { allParts } from '../scope-parts.ts';
import { fileOf, placeOfName } from '../scope-places.ts';
import { hasName } from '../scope-symbols.ts';

/** A declaration somewhere in the workspace. */
export interface FoundSymbol {
  readonly type: string;
  readonly title: string;
  /** What the declaration it stands in is called; missing at the top of a file. */
  readonly container?: string;
  readonly place: Place;
}

/**
 * Declarations whose id or title, in whichever language, has the letters of a query in their order; the best fits first.
 * The standard library is left out. Names are gathered once for a version of a file and nothing is parsed.
 */
export function symbolsMatching(
  { shared: { workspace } }: JourneyWorkspace,
  query: string,
  locale: Locale,
): readonly FoundSymbol[] {
  const entries: Entry[] = [];
  for (const { uri, parseResult } of workspace.LangiumDocuments.all) {
    if (!isLibrary(uri.toString())) for (const entry of entriesOf(parseResult.value)) entries.push(entry);
  }
  const sought = folded(query);
  const found =
    sought === ''
      ? entries.slice(0, MOST)
      : go(sought, entries, { key: 'names', limit: MOST, threshold: 0 }).map(({ obj }) => obj);
  return found.map(({ node }) => symbolOf(node, sought, locale));
}

/** Nobody reads further; whoever misses something writes another letter. */
const MOST = 500;

interface Entry {
  readonly node: ast.Named;
  readonly names: Prepared;
}

const known = new WeakMap<AstNode, readonly Entry[]>();

function entriesOf(root: AstNode): readonly Entry[] {
  const entries = known.get(root) ?? namedIn(root as ast.JourneyFile).map(entryOf);
  known.set(root, entries);
  return entries;
}

function namedIn({ declarations }: ast.JourneyFile): readonly ast.Named[] {
  return declarations.flatMap((declaration): readonly ast.Named[] => {
    if (declaration.$type === 'Handover') return [];
    const own = hasName(declaration) ? [declaration] : [];
    if (declaration.$type === 'Journey')
      return [...own, ...declaration.stages.filter(hasName), ...allParts(declaration)];
    return declaration.$type === 'Persona' ? [...own, ...allParts(declaration)] : own;
  });
}

function entryOf(node: ast.Named): Entry {
  return { node, names: prepare(folded(namesOf(node).join(' '))) };
}

/** The id and all titles. */
function namesOf({ name, label, labelJa, labelEn }: ast.Named): readonly string[] {
  const names = [name, label, labelJa, labelEn].map((each) => oneLine(each ?? ''));
  return [...new Set(names)].filter((each) => each !== '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Full and half width, and the two Japanese alphabets, are one to whoever searches. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .trim();
}

function symbolOf(node: ast.Named, sought: string, locale: Locale): FoundSymbol {
  const around = node.$container;
  const isInBlock = around !== undefined && around !== fileOf(node) && hasName(around as ast.Named);
  const title = titleIn(node, locale);
  const shown = title === node.name ? title : `${title} (${node.name})`;
  // Clients filter once more by what they show, so a symbol that was found by another name must show that name.
  const isFoundByIt = sought === '' || single(sought, folded(shown)) !== null;
  const others = namesOf(node).filter((name) => name !== title);
  return {
    type: node.$type,
    title: isFoundByIt ? shown : `${title} (${others.join(', ')})`,
    ...(isInBlock ? { container: titleIn(around as ast.Named, locale) } : {}),
    place: placeOfName(node),
  };
}

function titleIn({ name, label, labelJa, labelEn }: ast.Named, locale: Locale): string {
  return oneLine((locale === 'ja' ? labelJa : labelEn) ?? label ?? '') || name;
}
