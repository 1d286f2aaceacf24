import type { Hover, MarkupKind, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cardAt } from '../../language/features/card.ts';
import { normalized } from '../../language/workspace/file-access.ts';
import type { Locale } from '../../model/text.ts';
import { markupOf } from '../client-forms.ts';
import { configurationCardAt } from '../configuration-help.ts';
import { isConfiguration } from '../configurations.ts';
import type { Feature } from '../feature.ts';

/** A card about what stands at a place: a name, a keyword, a word of a list, a rule. */
export const hover: Feature = (connection, session, client) => {
  const formats = client.textDocument?.hover?.contentFormat;
  connection.onHover(async ({ textDocument, position }, token) => {
    const { locale, workspace } = session;
    const uri = normalized(textDocument.uri);
    if (isConfiguration(uri)) {
      return configurationHover(session.openText(uri) ?? '', position, { locale, formats });
    }
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return null;
    const card = cardAt(workspace.journey.parser.Syntax, position, {
      document,
      findings: () => session.findings(document),
      locale,
    });
    return card === undefined ? null : { contents: markupOf(card.text, formats), range: card.range };
  });
  return { hoverProvider: true };
};

function configurationHover(
  written: string,
  position: Position,
  { locale, formats }: { readonly locale: Locale; readonly formats: readonly MarkupKind[] | undefined },
): Hover | null {
  const text = TextDocument.create('', 'json', 0, written);
  const card = configurationCardAt(written, text.offsetAt(position), locale);
  if (card === undefined) return null;
  const range = { start: text.positionAt(card.start), end: text.positionAt(card.end) };
  return { contents: markupOf(card.text, formats), range };
}
