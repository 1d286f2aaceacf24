import { MarkupKind } from 'vscode-languageserver';
import { cardOf } from '../../language/features/card.ts';
import { occurrenceAt } from '../../language/features/occurrences.ts';
import type { Feature } from '../feature.ts';

/** A card about what a name stands for. */
export const hover: Feature = (connection, session) => {
  connection.onHover(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    const occurrence = document && occurrenceAt(document, position);
    if (document === undefined || occurrence === undefined) return null;
    const value = cardOf(occurrence.node, document, session.findings(document), session.locale);
    return { contents: { kind: MarkupKind.Markdown, value }, range: occurrence.place.range };
  });
  return { hoverProvider: true };
};
