import { CodeActionKind } from 'vscode-languageserver';
import { onlySafeFix, safeFixesOf } from '../../language/edit/bundle.ts';
import { textEditsOf, uriOf } from '../../language/edit/text-edits.ts';
import { isLibrary } from '../../language/library/library.ts';
import type { Edit, Finding, Fix, TextEdit } from '../../model/finding.ts';
import { quoted } from '../../model/phrases.ts';
import { comparePositions, type Range } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { type EditsByUri, workspaceEditOf } from '../workspace-edit.ts';
import type { Asked, Offer } from './action.ts';

/** The fixes that the findings at the place bring, and of each rule all that are safe in the file. */
export function quickFixes(asked: Asked): readonly Offer[] {
  if (!asked.wants(CodeActionKind.QuickFix)) return [];
  const findings = findingsAt(asked);
  const codes = [...new Set(findings.map(({ code }) => code))];
  return [...findings.flatMap((finding) => fixesOf(finding, asked)), ...codes.flatMap((code) => allOf(code, asked))];
}

export function findingsAt({ document, range, session }: Asked): readonly Finding[] {
  return session.findings(document).filter(({ place }) => touches(place.range, range));
}

function touches(place: Range, asked: Range): boolean {
  return comparePositions(place.start, asked.end) <= 0 && comparePositions(asked.start, place.end) <= 0;
}

function fixesOf(finding: Finding, { session, client }: Asked): readonly Offer[] {
  const preferred = onlySafeFix(finding);
  return finding.fixes.flatMap((fix): Offer[] => {
    const edits = editsByUri(fix.edits, session);
    if (edits === undefined) return [];
    return [
      {
        title: titleOf(fix),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, session.locale)],
        ...(fix === preferred ? { isPreferred: true } : {}),
        edit: () => workspaceEditOf(edits, session, client),
      },
    ];
  });
}

/** Says where the author must look at the result. */
function titleOf({ title, safe }: Fix): Text {
  return safe ? title : { en: `${title.en} (check the result)`, ja: `${title.ja}(結果を要確認)` };
}

/** Undefined when a file that it changes is not there, or must not be written. */
function editsByUri(edits: readonly Edit[], { workspace }: Asked['session']): EditsByUri | undefined {
  const found = new Map<string, readonly TextEdit[]>();
  for (const uri of new Set(edits.map(uriOf))) {
    const document = workspace.document(uri);
    if (document === undefined || isLibrary(uri)) return undefined;
    found.set(uri, textEditsOf(edits, document));
  }
  return found;
}

function allOf(code: string, { document, session, client }: Asked): readonly Offer[] {
  const findings = session.findings(document).filter((finding) => finding.code === code);
  if (findings.filter((finding) => onlySafeFix(finding) !== undefined).length < 2) return [];
  const name = quoted(code);
  return [
    {
      title: { en: `Fix all ${name.en} in this file`, ja: `このファイルの${name.ja}をすべて修正する` },
      kind: CodeActionKind.QuickFix,
      edit: () => {
        const edits = safeFixesOf(findings, document);
        return workspaceEditOf(new Map([[document.uri.toString(), edits]]), session, client);
      },
    },
  ];
}
