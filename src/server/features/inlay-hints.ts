import { type InlayHint, MarkupKind } from 'vscode-languageserver';
import { type Hint, hintsOf } from '../../language/features/inlay-hints.ts';
import { comparePositions } from '../../model/place.ts';
import { inLocale } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import type { Session } from '../session.ts';

/** What follows from the text, shown in it. Each kind can be switched off: `journey.inlayHints.<kind>`. */
export const inlayHints: Feature = (connection, session) => {
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    const { inlayHints: shown } = await session.settings.current;
    const document = await session.document(textDocument.uri, token);
    if (document === undefined || shown.size === 0) return [];
    return hintsOf(document, session.findings(document))
      .filter(({ kind }) => shown.has(kind))
      .filter(
        ({ position }) => comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0,
      )
      .map((hint) => inlayHintOf(hint, session));
  });
  return { inlayHintProvider: true };
};

function inlayHintOf({ position, label, tooltip, source }: Hint, session: Session): InlayHint {
  const value = inLocale(label, session.locale);
  const help = { kind: MarkupKind.PlainText, value: inLocale(tooltip, session.locale) };
  const location = source && { uri: session.clientUri(source.uri), range: source.range };
  return {
    position,
    // With a place it leads there on a click.
    label: location === undefined ? value : [{ value, tooltip: help, location }],
    tooltip: help,
    paddingLeft: true,
  };
}
