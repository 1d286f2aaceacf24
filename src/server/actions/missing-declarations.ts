import { CodeActionKind } from 'vscode-languageserver';
import { missingDeclaration, unresolvedAt } from '../../language/edit/create-declaration.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { workspaceEditOfPlan } from '../workspace-edit.ts';
import type { Asked, Offer } from './action.ts';
import { findingsAt } from './quick-fixes.ts';

/** Declares what a name that leads nowhere is meant to name. Behind the names that may have been meant, and never preferred. */
export function missingDeclarations(asked: Asked): readonly Offer[] {
  if (!asked.wants(CodeActionKind.QuickFix)) return [];
  const { document, session, client } = asked;
  const findings = findingsAt(asked).filter(({ code }) => code === 'unknown-name');
  return findings.flatMap((finding): Offer[] => {
    const { start, end } = finding.place.range;
    const offset = document.textDocument.offsetAt(start);
    const [reference] = unresolvedAt(document, offset, document.textDocument.offsetAt(end));
    const created = reference && missingDeclaration(document, reference);
    if (created === undefined) return [];
    return [
      {
        title: created.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(finding, session.locale)],
        edit: () => workspaceEditOfPlan(created.plan(), session, client),
      },
    ];
  });
}
