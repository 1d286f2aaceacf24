import type { FormattingOptions, TextEdit } from 'vscode-languageserver';
import type { Change } from '../../language/edit/addition.ts';
import { formatEdits, type FormatOptions } from '../../language/format/format.ts';
import { formatLanguageOf } from '../../language/format/language.ts';
import { formatOnType, formatRange } from '../../language/format/parts.ts';
import type { JourneyDocument } from '../../language/workspace/journey-workspace.ts';
import type { Feature } from '../feature.ts';

/** Lays out a document, a part of it, or what has just been typed. */
export const formatting: Feature = (connection, session) => {
  const language = formatLanguageOf(session.workspace.journey);
  connection.onDocumentFormatting(async ({ textDocument: { uri }, options }, token) => {
    const document = await session.document(uri, token);
    if (document === undefined) return null;
    return editsOf(document, formatEdits(document.textDocument.getText(), language, stepOf(options)));
  });
  connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range, options }, token) => {
    const document = await session.document(uri, token);
    if (document === undefined) return null;
    return editsOf(document, formatRange(document.textDocument, range, language, stepOf(options)));
  });
  connection.onDocumentOnTypeFormatting(async ({ textDocument: { uri }, position, ch, options }, token) => {
    const document = await session.document(uri, token);
    if (document === undefined) return null;
    return editsOf(document, formatOnType(document.textDocument, position, ch, language, stepOf(options)));
  });
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  };
};

function stepOf({ tabSize, insertSpaces }: FormattingOptions): FormatOptions {
  return { step: insertSpaces ? ' '.repeat(Math.min(Math.max(tabSize, 1), widestStep)) : '\t' };
}

const widestStep = 16;

function editsOf({ textDocument }: JourneyDocument, changes: readonly Change[]): TextEdit[] {
  return changes.map(({ start, end, newText }) => ({
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(end) },
    newText,
  }));
}
