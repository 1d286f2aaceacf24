import { CodeActionKind } from 'vscode-languageserver';
import { onlySafeFix, safeFixesOf } from '../../language/edit/bundle.ts';
import { organizeImports } from '../../language/edit/organize-imports.ts';
import { workspaceEditOf, workspaceEditOfPlan } from '../workspace-edit.ts';
import type { Asked, Offer } from './action.ts';

/** The kind of the action that makes all safe fixes; editors can do it whenever a file is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.journey`;

/** What can be done with the whole file, wherever the cursor is. */
export function sourceActions(asked: Asked): readonly Offer[] {
  return [...fixAll(asked), ...organize(asked)];
}

function fixAll({ document, session, client, wants }: Asked): readonly Offer[] {
  if (!wants(FIX_ALL)) return [];
  const findings = session.findings(document);
  if (!findings.some((finding) => onlySafeFix(finding) !== undefined)) return [];
  return [
    {
      title: { en: 'Make all safe fixes', ja: '安全な修正をすべて適用する' },
      kind: FIX_ALL,
      edit: () => {
        const edits = safeFixesOf(findings, document);
        return workspaceEditOf(new Map([[document.uri.toString(), edits]]), session, client);
      },
    },
  ];
}

function organize({ document, session, client, wants }: Asked): readonly Offer[] {
  if (!wants(CodeActionKind.SourceOrganizeImports)) return [];
  const plan = organizeImports(document);
  if (plan.edits.size === 0) return [];
  return [
    {
      title: { en: 'Organize imports', ja: 'インポートを整理する' },
      kind: CodeActionKind.SourceOrganizeImports,
      edit: () => workspaceEditOfPlan(plan, session, client),
    },
  ];
}
