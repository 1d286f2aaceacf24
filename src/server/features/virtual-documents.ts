import { libraryText } from '../../language/library/library.ts';
import type { Locale } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import type { ServerRequests, VirtualDocumentParams } from '../protocol.ts';
import { rulePageText } from '../rule-pages.ts';

/**
 * The standard library and the pages of rules: documents that are part of the program. There is a request of the protocol
 * for them, and one of ours with the same answer for clients that do not know it yet.
 */
export const virtualDocuments: Feature = (connection, session) => {
  connection.workspace.textDocumentContent.on(({ uri }) => ({ text: textOf(uri, session.locale) ?? '' }));
  connection.onRequest(
    'journey/virtualDocument',
    ({ uri, locale = session.locale }: VirtualDocumentParams): ServerRequests['journey/virtualDocument']['result'] =>
      textOf(uri, locale) ?? null,
  );
  // Said in server.ts together with all else about the workspace.
  return {};
};

function textOf(uri: string, locale: Locale): string | undefined {
  return libraryText(uri) ?? rulePageText(uri, locale);
}
