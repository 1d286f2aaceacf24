import type { DocumentLink } from 'vscode-languageserver';
import { linksOf } from '../../language/features/links.ts';
import type { Feature } from '../feature.ts';

/** Imports and web addresses, to be followed with a click. */
export const documentLinks: Feature = (connection, session) => {
  connection.onDocumentLinks(async ({ textDocument }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return [];
    return linksOf(session.workspace, document).map(
      ({ range, target, kind }): DocumentLink => ({
        range,
        target: kind === 'file' ? session.clientUri(target) : target,
      }),
    );
  });
  return { documentLinkProvider: {} };
};
