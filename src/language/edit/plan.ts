import type { TextEdit } from '../../model/finding.ts';
import type { Text } from '../../model/text.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import type { Change } from './addition.ts';

/** What an operation makes of the files of a workspace. */
export interface Plan {
  /** By document, in the order of the text and without overlaps. */
  readonly edits: ReadonlyMap<JourneyDocument, readonly TextEdit[]>;
  /** Texts of files that are to be made, by their URIs. */
  readonly created: ReadonlyMap<string, string>;
}

/** What is to be done, or why it cannot be. */
export type Planned = Plan | { readonly refusal: Text };

/** Collects changes of several documents. */
export class Planner {
  readonly #changes = new Map<JourneyDocument, Change[]>();
  readonly #created = new Map<string, string>();

  /** Offsets are those of the document as it is before all changes. */
  add(document: JourneyDocument, ...changes: readonly Change[]): this {
    const all = this.#changes.get(document);
    if (all === undefined) this.#changes.set(document, [...changes]);
    else all.push(...changes);
    return this;
  }

  addAll(changes: ReadonlyMap<JourneyDocument, readonly Change[]>): this {
    for (const [document, own] of changes) this.add(document, ...own);
    return this;
  }

  create(uri: string, text: string): this {
    this.#created.set(uri, text);
    return this;
  }

  /** Throws when two changes overlap: whoever plans must know what they replace. */
  plan(): Plan {
    const edits = new Map<JourneyDocument, readonly TextEdit[]>();
    for (const [document, changes] of this.#changes) {
      if (changes.length > 0) edits.set(document, editsOf(document, changes));
    }
    return { edits, created: this.#created };
  }
}

function editsOf({ textDocument, uri }: JourneyDocument, changes: readonly Change[]): readonly TextEdit[] {
  const sorted = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let last = 0;
  return sorted.map(({ start, end, newText }) => {
    if (start < last) throw new Error(`Changes of ${uri.toString()} overlap at ${start}`);
    last = end;
    return { range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) }, newText };
  });
}
