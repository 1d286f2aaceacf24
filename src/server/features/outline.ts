import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { foldsOf } from '../../language/features/folding.ts';
import { type OutlineItem, outlineOf } from '../../language/features/outline.ts';
import type { Feature } from '../feature.ts';

/** What a file consists of: its outline, and what can be folded. */
export const outline: Feature = (connection, session) => {
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = await session.document(textDocument.uri, token);
    return document === undefined ? [] : outlineOf(document, session.locale).map(symbolOf);
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

/** Editors have icons for these alone; each kind of declaration has one of its own as far as they go. */
const KINDS: Readonly<Record<string, SymbolKind>> = {
  Journey: SymbolKind.Module,
  Stage: SymbolKind.Namespace,
  Touchpoint: SymbolKind.Event,
  Persona: SymbolKind.Class,
  Segment: SymbolKind.Interface,
  Channel: SymbolKind.Enum,
  System: SymbolKind.Package,
  Team: SymbolKind.Struct,
  Data: SymbolKind.Field,
  Metric: SymbolKind.Number,
  Goal: SymbolKind.Constant,
  Fact: SymbolKind.Constant,
  Emotion: SymbolKind.EnumMember,
  Action: SymbolKind.Method,
  Experiment: SymbolKind.Function,
};

function symbolOf({ type, title, detail, range, selection, children }: OutlineItem): DocumentSymbol {
  return {
    name: title,
    detail,
    kind: KINDS[type] ?? SymbolKind.Property,
    range,
    selectionRange: selection,
    children: children.map(symbolOf),
  };
}
