import { commands, Range, window, WorkspaceEdit, workspace } from 'vscode';
import type { Node } from '../../../src/extension/journeys/nodes.ts';
import { please } from './deeds.ts';
import { fileUri, openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';

/** The journeys in the side bar. */
export function journeys(): void {
  test('the side bar lists the journey with its stages and touchpoints, and leads to the text', async () => {
    await commands.executeCommand('journey.journeys.focus');
    const journey = await until('the journey is listed', async () => named(await lines(), 'Book a meeting room'));
    ok(journey.count > 0, 'no findings are counted');
    // At the right edge, where a narrow side bar does not cut it off; read aloud with the title.
    await please({
      do: 'see',
      at: `.monaco-list-row[aria-label^="Book a meeting room, ${journey.count} findings"] [class*="itemBadge"]`,
    });
    const stages = (await lines(journey)).filter(({ kind }) => kind === 'stage');
    equal(
      stages.map(({ label, children }) => [label, children.filter(({ kind }) => kind === 'touchpoint').length]),
      [
        ['Find a room', 2],
        ['Book it', 4],
      ],
    );
    const calls = named(stages[1]?.children ?? [], 'Calls the front desk');
    ok(calls?.place, 'the touchpoint has no place');
    await commands.executeCommand('journey.findNodeReferences', calls);
    equal(window.activeTextEditor?.document.uri.toString(), fileUri('hotel.journey').toString());
    equal(window.activeTextEditor?.selection.active.line, calls.place.range.start.line);
  });

  test('it is ordered by channel, shows only problems, and lists all findings of a channel', async () => {
    const grouped = commands.executeCommand('journey.groupJourneys');
    await please({ do: 'answer', text: 'By channel' });
    await grouped;
    const phone = await until('the phone is listed', async () =>
      (await lines()).find(({ kind, label }) => kind === 'group' && label === 'Phone'),
    );
    ok(phone.count > 0 && phone.findings.length === phone.count, 'its findings are not counted');
    const filtered = commands.executeCommand('journey.filterJourneys');
    await please({ do: 'answer', text: 'Only errors and warnings' });
    await filtered;
    await please({ do: 'see', at: '.tree-explorer-viewlet-tree-view .message', text: 'By channel · Only errors' });
    const groups = await lines();
    equal(
      groups.map(({ count }) => count),
      groups.map(({ count }) => count).toSorted((a, b) => b - a),
    );
    const problems = groups.flatMap(({ findings }) => findings);
    ok(problems.length > 0, 'there are no problems');
    equal(
      problems.filter(({ severity }) => severity !== 'error' && severity !== 'warning'),
      [],
    );
    const shown = commands.executeCommand('journey.showFindings', phone);
    await please({ do: 'answer' });
    await shown;
    equal(window.activeTextEditor?.selection.active.line, phone.findings[0]?.place.range.start.line);
    for (const [command, answer] of [
      ['journey.groupJourneys', 'By journey'],
      ['journey.filterJourneys', 'Everything'],
    ] as const) {
      const done = commands.executeCommand(command);
      await please({ do: 'answer', text: answer });
      await done;
    }
  });

  test('the side bar follows a change of the text', async () => {
    const { uri } = await openFile('hotel.journey');
    await replace('Book a meeting room', 'Rent a meeting room');
    await until('the new name is listed', async () => named(await lines(), 'Rent a meeting room'));
    equal(uri.toString(), window.activeTextEditor?.document.uri.toString());
    await replace('Rent a meeting room', 'Book a meeting room');
    await until('the old name is listed again', async () => named(await lines(), 'Book a meeting room'));
  });
}

async function lines(node?: Node): Promise<readonly Node[]> {
  return commands.executeCommand<readonly Node[]>('_journey.listJourneys', node);
}

function named(nodes: readonly Node[], label: string): Node | undefined {
  return nodes.find((node) => node.label === label);
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
