import {
  type CancellationToken,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { extentOf, importAt, occurrenceAt, occurrencesIn, occurrencesOf } from '../../language/features/occurrences.ts';
import { type Occurrence } from '../../language/linking/reference-ids.ts';
import { resolveImport } from '../../language/imports.ts';
import { placeOfName } from '../../language/scope/places.ts';
import { linksFor } from '../client-forms.ts';
import type { Feature } from '../feature.ts';
import type { Session } from '../session.ts';

/** From a name to its declaration and back. */
export const navigation: Feature = (connection, session, { textDocument: client }) => {
  const definition = async (
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<LocationLink[] | undefined> => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return undefined;
    const path = importAt(document, position)?.path;
    const file = path === undefined ? undefined : resolveImport(document.uri.toString(), path);
    if (file !== undefined && session.workspace.document(file) !== undefined) {
      const start = { line: 0, character: 0 };
      return [
        {
          targetUri: session.clientUri(file),
          targetRange: { start, end: start },
          targetSelectionRange: { start, end: start },
        },
      ];
    }
    const occurrence = occurrenceAt(document, position);
    return occurrence === undefined ? undefined : [linkTo(occurrence, session)];
  };
  connection.onDefinition(async (params, token) =>
    linksFor(await definition(params, token), client?.definition?.linkSupport),
  );
  // The language declares where it defines; some editors have a key for the one, some for the other.
  connection.onDeclaration(async (params, token) =>
    linksFor(await definition(params, token), client?.declaration?.linkSupport),
  );
  connection.onReferences(async ({ textDocument, position, context }, token) => {
    await session.whole(token);
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return [];
    const all = occurrencesOf(occurrence.node);
    return all
      .filter((each) => context.includeDeclaration || !each.isDeclaration)
      .map((each) => locationOf(each, session));
  });
  connection.onDocumentHighlight(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (document === undefined || occurrence === undefined) return [];
    return occurrencesIn(document, occurrence.node).map(({ place, isDeclaration }) => ({
      range: place.range,
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  });
  return {
    definitionProvider: true,
    declarationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  };
};

function linkTo({ node, place }: Occurrence, session: Session): LocationLink {
  const target = placeOfName(node);
  return {
    originSelectionRange: place.range,
    targetUri: session.clientUri(target.uri),
    targetRange: extentOf(node),
    targetSelectionRange: target.range,
  };
}

function locationOf({ place: { uri, range } }: Occurrence, session: Session): Location {
  return { uri: session.clientUri(uri), range };
}
