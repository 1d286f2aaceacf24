import type { LangiumDocument } from 'langium';
import { type NameUses, type PackedUses, unpackedUses, usesIn } from '../linking/name-uses.ts';
import type * as ast from '../generated/ast.ts';
import type { FileOutline } from './file-entry.ts';
import { packedSymbols, type PackedSymbols, packSymbols } from './packed-symbols.ts';

/** What stays known of a file whose tree is let go, besides what it declares at its top and imports: nothing of the tree itself. */
export interface FileNotes {
  readonly uses: NameUses;
  readonly symbols: PackedSymbols;
}

/** All that must be known of a file to be in a workspace without its tree having been made, as plain data. */
export interface KnownFile {
  readonly outline: FileOutline;
  readonly uses: PackedUses;
  /** As JSON. */
  readonly symbols: string;
}

/** What is known of a file, by its outline and its notes. */
export function knownFile(outline: FileOutline, { uses, symbols }: FileNotes): KnownFile {
  return { outline, uses: uses.packed(), symbols: symbols.text };
}

/** The notes of a file of which they were packed. */
export function notesIn({ uses, symbols }: KnownFile): FileNotes {
  return { uses: unpackedUses(uses), symbols: packedSymbols(symbols) };
}

/** Notes what must be known of a document before its tree is let go. It must be linked. */
export function notesOf(document: LangiumDocument<ast.JourneyFile>): FileNotes {
  return { uses: usesIn(document), symbols: packSymbols(document.parseResult.value) };
}
