import {
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  Selection,
  TextEditorRevealType,
  window,
} from 'vscode';
import type { CurrentJourney } from './current-journey.ts';

/** From one finding to the next one, each with what it says and with the ways out of it. */
export function registerNextFinding(current: CurrentJourney): Disposable {
  return commands.registerCommand('journey.nextFinding', async () => {
    const uri = await current.orExample();
    if (uri === undefined) return;
    const editor = await current.showText(uri);
    const findings = languages.getDiagnostics(uri).toSorted(byPlace);
    const next = findings.find(({ range }) => range.start.isAfter(editor.selection.active)) ?? findings[0];
    if (next === undefined) {
      void window.showInformationMessage(l10n.t('There is nothing to mend in this journey.'));
      return;
    }
    const { start } = next.range;
    editor.selection = new Selection(start, start);
    editor.revealRange(next.range, TextEditorRevealType.InCenterIfOutsideViewport);
    // VS Code asks for these by itself when the cursor has moved, and would break off the list if it were asked for meanwhile.
    await commands.executeCommand('vscode.executeCodeActionProvider', uri, next.range, 'quickfix');
    await commands.executeCommand('editor.action.quickFix');
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.start.compareTo(b.range.start);
}
