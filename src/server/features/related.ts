import type { LocationLink } from 'vscode-languageserver';
import { extentOf, occurrenceAt } from '../../language/features/occurrences.ts';
import { remediesOf, typesOf } from '../../language/features/related-declarations.ts';
import { placeOfName } from '../../language/scope-places.ts';
import type { Feature } from '../feature.ts';

/** From a name to what the declaration is of (type definition), and to what is done about it (implementation). */
export const related: Feature = (connection, session) => {
  connection.onTypeDefinition(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return null;
    return typesOf(occurrence.node).map((node): LocationLink => {
      const { uri, range } = placeOfName(node);
      return {
        originSelectionRange: occurrence.place.range,
        targetUri: session.clientUri(uri),
        targetRange: extentOf(node),
        targetSelectionRange: range,
      };
    });
  });
  connection.onImplementation(async ({ textDocument, position }, token) => {
    await session.whole(token);
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (occurrence === undefined) return null;
    return remediesOf(occurrence.node).map(
      ({ uri, extent, range }): LocationLink => ({
        originSelectionRange: occurrence.place.range,
        targetUri: session.clientUri(uri),
        targetRange: extent,
        targetSelectionRange: range,
      }),
    );
  });
  return { typeDefinitionProvider: true, implementationProvider: true };
};
