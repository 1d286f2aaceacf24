import { AstUtils } from 'langium';
import type { Position, Range } from '../../model/place.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isJourneyReference } from '../linking/reference.ts';
import { kindText } from '../linking/kinds.ts';
import { placeOfName } from '../scope/places.ts';
import { titleOfNode } from './card/fact-values.ts';
import { extentOf, occurrenceAt } from './occurrences.ts';

/** A persona, or a segment that personas belong to. */
export type Group = ast.Persona | ast.Segment;

/** The persona or segment that is named at a position. */
export function groupAt(document: JourneyDocument, position: Position): Group | undefined {
  const node = occurrenceAt(document, position)?.node;
  return node?.$type === 'Persona' || node?.$type === 'Segment' ? (node as Group) : undefined;
}

/** The segments of a persona, in the order of the text; a segment belongs to none. */
export function segmentsOf(node: Group): readonly Group[] {
  return node.$type === 'Persona' ? node.segments.flatMap(({ ref }) => (ref?.$type === 'Segment' ? ref : [])) : [];
}

/** The personas of a segment, in all files that can see it. */
export function personasOf(node: Group): readonly Group[] {
  if (node.$type === 'Persona') return [];
  const index = indexOf(AstUtils.getDocument(node));
  const key = declarationKey(node);
  const found = new Set<ast.Persona>();
  for (const uri of index.filesSeeing(placeOfName(node).uri)) {
    if (index.notes(uri)?.uses.names(key) === false) continue;
    for (const reference of index.loaded(uri)?.references ?? []) {
      if (!isJourneyReference(reference) || reference.property !== 'segments' || reference.ref !== node) continue;
      if (reference.container.$type === 'Persona') found.add(reference.container as ast.Persona);
    }
  }
  return [...found];
}

/** What a client shows of a persona or segment. */
export interface ShownGroup {
  readonly title: string;
  /** What it is, and what share of all customers it stands for. */
  readonly detail: string;
  readonly uri: string;
  readonly range: Range;
  readonly selection: Range;
}

export function shownGroup(node: Group, locale: Locale): ShownGroup {
  const { uri, range: selection } = placeOfName(node);
  const kind = inLocale(kindText(node.$type).one, locale);
  const [share] = node.shares;
  const detail = share === undefined ? kind : `${kind} · ${share}`;
  return { title: titleOfNode(node, locale), detail, uri, range: extentOf(node), selection };
}
