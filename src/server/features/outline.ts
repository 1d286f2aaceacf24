import type { DocumentSymbol } from 'vscode-languageserver';
import { foldsOf } from '../../language/features/folding.ts';
import { type OutlineItem, outlineOf } from '../../language/features/outline.ts';
import { symbolsFor } from '../client-forms.ts';
import type { Feature } from '../feature.ts';
import { symbolKind } from '../symbol-kinds.ts';

/** What a file consists of: its outline, and what can be folded. */
export const outline: Feature = (connection, session, client) => {
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return [];
    const symbols = outlineOf(document, session.findings(document), session.locale).map(symbolOf);
    return symbolsFor(symbols, textDocument.uri, client);
  });
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined) return [];
    return foldsOf(document).map(({ start, end, kind }) =>
      kind === undefined ? { startLine: start, endLine: end } : { startLine: start, endLine: end, kind },
    );
  });
  return { documentSymbolProvider: true, foldingRangeProvider: true };
};

function symbolOf({ type, title, detail, range, selection, children }: OutlineItem): DocumentSymbol {
  return {
    name: title,
    detail,
    kind: symbolKind(type),
    range,
    selectionRange: selection,
    children: children.map(symbolOf),
  };
}
