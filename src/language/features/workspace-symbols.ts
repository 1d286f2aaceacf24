import { go, prepare, type Prepared, single } from 'fuzzysort';
import type { LangiumDocument } from 'langium';
import type { Place } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyWorkspace } from '../workspace/journey-workspace.ts';
import { isLibrary } from '../library/library.ts';
import { type SymbolEntry, symbolsIn, type Titled } from '../workspace/packed-symbols.ts';
import { notesInstead } from '../workspace/releasable-document.ts';

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
  for (const document of workspace.LangiumDocuments.all) {
    if (!isLibrary(document.uri.toString())) for (const entry of entriesOf(document)) entries.push(entry);
  }
  const sought = folded(query);
  const found =
    sought === ''
      ? entries.slice(0, MOST)
      : go(sought, entries, { key: 'names', limit: MOST, threshold: 0 }).map(({ obj }) => obj);
  return found.map(({ symbol }) => symbolOf(symbol, sought, locale));
}

/** Nobody reads further; whoever misses something writes another letter. */
const MOST = 500;

interface Entry {
  readonly symbol: SymbolEntry;
  readonly names: Prepared;
}

/** By the tree of a document, or by what is noted of it. */
const known = new WeakMap<object, readonly Entry[]>();

function entriesOf(document: LangiumDocument): readonly Entry[] {
  const symbols = notesInstead(document)?.symbols;
  const source = symbols ?? document.parseResult.value;
  let entries = known.get(source);
  if (entries === undefined) {
    entries = (symbols?.unpack() ?? symbolsIn(source as ast.JourneyFile)).map(entryOf);
    known.set(source, entries);
  }
  return entries;
}

function entryOf(symbol: SymbolEntry): Entry {
  return { symbol, names: prepare(folded(namesOf(symbol).join(' '))) };
}

/** The id and all titles. */
function namesOf({ name, label, labelJa, labelEn }: Titled): readonly string[] {
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

function symbolOf(symbol: SymbolEntry, sought: string, locale: Locale): FoundSymbol {
  const { type, name: id, container, place } = symbol;
  const title = titleIn(symbol, locale);
  const shown = title === id ? title : `${title} (${id})`;
  // Clients filter once more by what they show, so a symbol that was found by another name must show that name.
  const isFoundByIt = sought === '' || single(sought, folded(shown)) !== null;
  const others = namesOf(symbol).filter((name) => name !== title);
  return {
    type,
    title: isFoundByIt ? shown : `${title} (${others.join(', ')})`,
    ...(container === undefined ? {} : { container: titleIn(container, locale) }),
    place,
  };
}

function titleIn({ name, label, labelJa, labelEn }: Titled, locale: Locale): string {
  return oneLine((locale === 'ja' ? labelJa : labelEn) ?? label ?? '') || name;
}
