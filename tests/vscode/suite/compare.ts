import { commands, extensions, Range, TabInputTextDiff, window, WorkspaceEdit, workspace } from 'vscode';
import { openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';

/** What has changed since a commit. Where the host has no git it says so quietly and opens nothing. */
export function compare(): void {
  test('comparing with the last commit lists the changes and leads to both places', async () => {
    const { uri } = await openFile('hotel.journey');
    const hasGit = extensions.getExtension('vscode.git') !== undefined;
    await replace('feels tired', 'feels hopeful');
    const compared = commands.executeCommand('journey.compareWithCommit', { uri: uri.toString() });
    if (hasGit) {
      const diff = await until('the change is shown beside what it was', async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        const input = window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof TabInputTextDiff ? input : undefined;
      });
      equal(diff.modified.toString(), uri.toString());
      equal(diff.original.scheme, 'git');
    }
    await compared;
    ok(hasGit || !(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff), 'a diff is shown');
    if (hasGit) await commands.executeCommand('workbench.action.closeActiveEditor');
    await openFile('hotel.journey');
    await replace(
      'feels hopeful\n    }\n    touchpoint GetsConfirmation',
      'feels tired\n    }\n    touchpoint GetsConfirmation',
    );
  });
}

async function replace(before: string, after: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  ok(document, 'no editor is open');
  const start = document.getText().indexOf(before);
  ok(start >= 0, `there is no ${before}`);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + before.length)), after);
  await workspace.applyEdit(edit);
}
