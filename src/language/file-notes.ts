import type { LangiumDocument } from 'langium';
import { type NameUses, usesIn } from './name-uses.ts';
import type * as ast from './generated/ast.ts';
import type { JourneyIndexManager } from './index-manager.ts';
import { isReleasable } from './releasable-document.ts';
import { type PackedSymbols, packSymbols } from './packed-symbols.ts';

/** What stays known of a file whose tree is let go, besides what it declares at its top and imports: nothing of the tree itself. */
export interface FileNotes {
  readonly uses: NameUses;
  readonly symbols: PackedSymbols;
}

/** Notes what must be known of a document before its tree is let go. It must be linked. */
export function notesOf(document: LangiumDocument<ast.JourneyFile>): FileNotes {
  return { uses: usesIn(document), symbols: packSymbols(document.parseResult.value) };
}

/** What is noted of a file whose tree is let go; undefined when its tree must be asked. */
export function notesFor(index: JourneyIndexManager, uri: string): FileNotes | undefined {
  const document = index.loaded(uri);
  return document !== undefined && isReleasable(document) && document.isReleased ? document.notes : undefined;
}
