import type { LocationLink } from 'vscode-languageserver';
import { extentOf, occurrenceAt } from '../../language/features/occurrences.ts';
import { remediesOf, typesOf } from '../../language/features/related-declarations.ts';
import { placeOfName } from '../../language/scope/places.ts';
import { linksFor } from '../client-forms.ts';
import type { Feature } from '../feature.ts';

/** From a name to what the declaration is of (type definition), and to what is done about it (implementation). */
export const related: Feature = (connection, session, { textDocument: client }) => {
  connection.onTypeDefinition(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return null;
    const links = typesOf(occurrence.node).map((node): LocationLink => {
      const { uri, range } = placeOfName(node);
      return {
        originSelectionRange: occurrence.place.range,
        targetUri: session.clientUri(uri),
        targetRange: extentOf(node),
        targetSelectionRange: range,
      };
    });
    return linksFor(links, client?.typeDefinition?.linkSupport);
  });
  connection.onImplementation(async ({ textDocument, position }, token) => {
    await session.whole(token);
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return null;
    const links = remediesOf(occurrence.node).map(
      ({ uri, extent, range }): LocationLink => ({
        originSelectionRange: occurrence.place.range,
        targetUri: session.clientUri(uri),
        targetRange: extent,
        targetSelectionRange: range,
      }),
    );
    return linksFor(links, client?.implementation?.linkSupport);
  });
  return { typeDefinitionProvider: true, implementationProvider: true };
};
