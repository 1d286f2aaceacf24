import { MarkupKind } from 'vscode-languageserver';
import { cardAt } from '../../language/features/card.ts';
import type { Feature } from '../feature.ts';

/** A card about what stands at a place: a name, a keyword, a word of a list, a rule. */
export const hover: Feature = (connection, session) => {
  connection.onHover(async ({ textDocument, position }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return null;
    const { locale, workspace } = session;
    const card = cardAt(workspace.journey.parser.Syntax, position, {
      document,
      findings: () => session.findings(document),
      locale,
    });
    return card === undefined ? null : { contents: { kind: MarkupKind.Markdown, value: card.text }, range: card.range };
  });
  return { hoverProvider: true };
};
