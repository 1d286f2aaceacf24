import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { textEditsOf, uriOf } from '../../language/edit/text-edits.ts';
import type { JourneyDocument } from '../../language/journey-workspace.ts';
import { isLibrary } from '../../language/library.ts';
import type { Edit, Finding } from '../../model/finding.ts';
import { comparePositions, type Range } from '../../model/place.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Feature } from '../feature.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { ruleOf } from '../rule-pages.ts';
import type { Session } from '../session.ts';

/** The fixes that findings bring, and comments that silence a rule with a reason. */
export const codeActions: Feature = (connection, session, { workspace }) => {
  const takesSnippets = workspace?.workspaceEdit?.snippetEditSupport === true;
  connection.onCodeAction(async ({ textDocument, range, context: { only } }, token) => {
    const document = await session.document(textDocument.uri, token);
    if (document === undefined || !wantsQuickFix(only)) return [];
    const findings = session.findings(document).filter(({ place }) => touches(place.range, range));
    return [
      ...findings.flatMap((finding) => fixes(finding, session)),
      ...findings.flatMap((finding) => suppression(finding, document, session, takesSnippets)),
    ];
  });
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };
};

function wantsQuickFix(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

function touches(place: Range, asked: Range): boolean {
  return comparePositions(place.start, asked.end) <= 0 && comparePositions(asked.start, place.end) <= 0;
}

function fixes(finding: Finding, session: Session): readonly CodeAction[] {
  const safe = finding.fixes.filter((fix) => fix.safe);
  return finding.fixes.flatMap(({ title, edits, ...fix }) => {
    const edit = workspaceEdit(edits, session);
    if (edit === undefined) return [];
    return {
      title: inLocale(title, session.locale),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, session.locale)],
      // With two safe ways only the author can choose.
      ...(fix.safe && safe.length === 1 ? { isPreferred: true } : {}),
      edit,
    };
  });
}

/** Undefined when a file that it changes is not there, or must not be written. */
function workspaceEdit(edits: readonly Edit[], session: Session): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const uri of new Set(edits.map(uriOf))) {
    const document = session.workspace.document(uri);
    if (document === undefined || isLibrary(uri)) return undefined;
    changes[session.clientUri(uri)] = textEditsOf(edits, document).map(({ range, newText }) => ({ range, newText }));
  }
  return { changes };
}

const REASON: Text = { en: 'why the customer is fine here', ja: 'お客様に問題がない理由' };

/**
 * A comment above the line. The reason is the author's to write: the cursor goes there where the client can, and until
 * there is one the comment silences nothing.
 */
function suppression(
  { code, place }: Finding,
  document: JourneyDocument,
  session: Session,
  takesSnippets: boolean,
): readonly CodeAction[] {
  if (ruleOf(code) === undefined) return [];
  const { line } = place.range.start;
  const start = { line, character: 0 };
  const range = { start, end: start };
  const text = document.textDocument.getText({ start, end: { line: line + 1, character: 0 } });
  const indent = /^[^\S\r\n]*/.exec(text)?.[0] ?? '';
  const eol = /\r\n|\n|\r/.exec(document.textDocument.getText())?.[0] ?? '\n';
  const comment = `${indent}// journey-ignore ${code}: `;
  const title: Text = {
    en: `Silence "${code}" here, with a reason`,
    ja: `ここで「${code}」を抑制する(理由を書く)`,
  };
  const uri = session.clientUri(document.uri.toString());
  const value = `${comment}\${1:${inLocale(REASON, session.locale)}}${eol}`;
  const edit: WorkspaceEdit = takesSnippets
    ? {
        documentChanges: [
          { textDocument: { uri, version: null }, edits: [{ range, snippet: { kind: 'snippet', value } }] },
        ],
      }
    : { changes: { [uri]: [{ range, newText: comment + eol }] } };
  return [{ title: inLocale(title, session.locale), kind: CodeActionKind.QuickFix, edit }];
}
