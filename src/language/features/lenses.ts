import type { Range } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isLibrary } from '../library/library.ts';
import { placeOfName } from '../scope/places.ts';
import { hasName, type Kind } from '../scope/symbols.ts';

/** A line above a declaration, before anybody has worked out what it says. */
export interface Lens {
  readonly kind: LensKind;
  /** The declaration's id. */
  readonly range: Range;
}

/** How many findings a journey has, its map, what has changed in it; how many journeys use a declaration. */
export type LensKind = 'findings' | 'openMap' | 'compare' | 'usage';

/** The lenses of a document, in the order of the text. */
export function lensesOf(document: JourneyDocument): readonly Lens[] {
  if (isLibrary(document.uri.toString())) return [];
  return document.parseResult.value.declarations.flatMap((node) => {
    if (node.$type === 'Handover' || !hasName(node)) return [];
    const { range } = placeOfName(node);
    return kindsFor(node.$type).map((kind) => ({ kind, range }));
  });
}

/** The declaration above which a lens stands; undefined when the text has changed meanwhile. */
export function declarationAt(document: JourneyDocument, { start }: Range): ast.Named | undefined {
  const { declarations } = document.parseResult.value;
  return declarations
    .filter((node) => node.$type !== 'Handover')
    .find((node) => {
      const at = placeOfName(node).range.start;
      return at.line === start.line && at.character === start.character;
    });
}

function kindsFor(type: Kind): readonly LensKind[] {
  if (type === 'Journey') return ['findings', 'openMap', 'compare'];
  // What is done about journeys is named by none; a segment by personas.
  return type === 'Action' || type === 'Experiment' || type === 'Segment' ? [] : ['usage'];
}
