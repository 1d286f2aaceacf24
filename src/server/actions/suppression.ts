import { CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { RULE_IDS } from '../../friction/rules/ids.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Asked, Offer } from './action.ts';
import { findingsAt } from './quick-fixes.ts';

const REASON: Text = { en: 'why the customer is fine here', ja: 'お客様に問題がない理由' };

/**
 * A comment above the line that silences a rule. The reason is the author's to write: the cursor goes there where the client
 * can, and until there is one the comment silences nothing.
 */
export function suppressions(asked: Asked): readonly Offer[] {
  if (!asked.wants(CodeActionKind.QuickFix)) return [];
  return findingsAt(asked)
    .filter(({ code }) => RULE_IDS.has(code))
    .map(({ code, place }) => ({
      title: {
        en: `Silence "${code}" here, with a reason`,
        ja: `ここで「${code}」を抑制する(理由を書く)`,
      },
      kind: CodeActionKind.QuickFix,
      edit: () => comment(code, place.range.start.line, asked),
    }));
}

function comment(code: string, line: number, { document, session, client }: Asked): WorkspaceEdit {
  const start = { line, character: 0 };
  const range = { start, end: start };
  const text = document.textDocument.getText({ start, end: { line: line + 1, character: 0 } });
  const indent = /^[^\S\r\n]*/.exec(text)?.[0] ?? '';
  const eol = /\r\n|\n|\r/.exec(document.textDocument.getText())?.[0] ?? '\n';
  const written = `${indent}// journey-ignore ${code}: `;
  const uri = document.uri.toString();
  const { snippetEditSupport, documentChanges } = client.workspace?.workspaceEdit ?? {};
  const textDocument = { uri: session.clientUri(uri), version: session.version(uri) };
  if (snippetEditSupport === true) {
    const value = `${written}\${1:${inLocale(REASON, session.locale)}}${eol}`;
    return { documentChanges: [{ textDocument, edits: [{ range, snippet: { kind: 'snippet', value } }] }] };
  }
  const edits = [{ range, newText: written + eol }];
  return documentChanges === true
    ? { documentChanges: [{ textDocument, edits }] }
    : { changes: { [textDocument.uri]: edits } };
}
