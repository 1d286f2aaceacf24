import { AstUtils } from 'langium';
import type { Place } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { soughtBy } from '../linking/linker.ts';
import { isJourneyReference, type JourneyReference } from '../linking/reference.ts';
import { isPart, type Part, siteOf } from '../scope/parts.ts';
import { placeOfName, uriOf } from '../scope/places.ts';
import { visibleDeclarations } from '../scope/scope-provider.ts';
import { resolve } from '../scope/resolver.ts';
import type { Change } from './addition.ts';
import { waysUnder, wouldLead } from './name-conflicts.ts';
import { rewired } from './ways.ts';

/**
 * Gives a part of a journey an id that another part has elsewhere in it: names of both are written with the ids of the blocks
 * around them, such as `Book.Calls`. Undefined where some name would still lead to something else.
 */
export function qualifiedRename(
  node: ast.Named,
  name: string,
): readonly { readonly place: Place; readonly text: string }[] | undefined {
  const { journey } = siteOf(node);
  if (journey === undefined || !isPart(node)) return undefined;
  const ways = waysUnder(node, name);
  const inJourney = new Map([...ways].map(([part, way]) => [part, way.slice(1)]));
  const changes = rewired({ journey, ways: inJourney, sites: [] });
  const index = indexOf(AstUtils.getDocument(node));
  for (const uri of index.filesSeeing(uriOf(node))) {
    const document = index.loaded(uri) as JourneyDocument | undefined;
    const own = (document && changes.get(document)) ?? [];
    for (const reference of document?.references ?? []) {
      if (document === undefined || !isJourneyReference(reference)) continue;
      const written = writtenIn(reference, own);
      const isSafe = isMeant(reference, ways)
        ? resolve(visibleDeclarations(document), reference.container, soughtBy(reference), written) === undefined ||
          written === reference.$refText
        : !wouldLead(reference, written, ways);
      if (!isSafe) return undefined;
    }
  }
  return [
    { place: placeOfName(node), text: name },
    ...[...changes].flatMap(([{ uri, textDocument }, own]) =>
      own.map(({ start, end, newText }) => ({
        place: {
          uri: uri.toString(),
          range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
        },
        text: newText,
      })),
    ),
  ];
}

function writtenIn({ $refNode, $refText }: JourneyReference, changes: readonly Change[]): string {
  return changes.find(({ start }) => start === $refNode?.offset)?.newText ?? $refText;
}

function isMeant({ found }: JourneyReference, ways: ReadonlyMap<Part, unknown>): boolean {
  return found !== undefined && isPart(found.node) && ways.has(found.node);
}
