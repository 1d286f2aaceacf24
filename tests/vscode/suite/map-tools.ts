import { commands, env, FileType, Selection, UIKind, type Uri, ViewColumn, window, workspace } from 'vscode';
import { please } from './deeds.ts';
import { fileUri, openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';
import { mapShows } from './report.ts';

const CALLS = '.map-card[data-touchpoint$="Calls"]';

/** What the tools of the map do, and its keys. */
export function mapTools(): void {
  test('it finds touchpoints', async () => {
    await openHotel();
    await commands.executeCommand('journey.findInMap');
    await please({ do: 'fill', at: '#find', text: 'CALENDAR' });
    await mapShows('one hit', ({ found }) => found === '1');
    await please({ do: 'fill', at: '#find', text: '' });
    await mapShows('no search', ({ found }) => found === '');
  });

  test('its commands are in the palette while it can be seen, and only then', async () => {
    await openHotel();
    await please({ do: 'offers', command: 'Journey: Find in Map', offered: true });
    await please({ do: 'offers', command: 'Journey: Fit Map to Window', offered: true });
    await please({ do: 'offers', command: 'Journey: Copy Map as Image', offered: true });
    await please({ do: 'offers', command: 'Journey: Lock or Unlock Map', offered: true });
    await commands.executeCommand('journey.findInMap');
    await until('the map has the focus', hasMapFocus);
    await until('what is written is searched for', async () => {
      await please({ do: 'type', text: 'x' });
      return (await mapShows('a report', () => true)).found !== '';
    });
    await please({ do: 'fill', at: '#find', text: '' });
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    await commands.executeCommand('workbench.action.closeAllEditors');
    // What is left is the group of the map, which is locked.
    await commands.executeCommand('workbench.action.unlockEditorGroup');
    await openFile('hotel.journey');
    await please({ do: 'offers', command: 'Journey: Find in Map', offered: false });
    await please({ do: 'offers', command: 'Journey: Copy Map as Image', offered: false });
  });

  test('lanes are chosen by preset, and one by one', async () => {
    await openHotel();
    const before = await mapShows('the emotions', ({ lanes }) => lanes.includes('Emotion'));
    await please({ do: 'click', at: '#lane-menu summary' });
    await please({ do: 'choose', at: '#preset', value: 'full' });
    await mapShows('more lanes', ({ lanes }) => lanes.length > before.lanes.length);
    await please({ do: 'click', at: '#lanes input[value=emotion]' });
    await mapShows('no emotions', ({ lanes }) => !lanes.includes('Emotion'));
    await please({ do: 'choose', at: '#preset', value: 'workshop' });
    await mapShows('as before', ({ lanes }) => lanes.length === before.lanes.length);
    await please({ do: 'press', key: 'Escape', at: '#preset' });
  });

  test('the table says the same as the map', async () => {
    await openHotel();
    await please({ do: 'click', at: '#view' });
    const { rows } = await mapShows('the table', ({ table }) => table);
    equal(rows, 6);
    await please({ do: 'click', at: '#view' });
    await mapShows('the map', ({ table }) => !table);
  });

  test('keys go from card to card and to the text', async () => {
    const editor = await openHotel();
    await please({ do: 'press', key: 'ArrowRight', at: '.map-card' });
    await please({ do: 'press', key: 'Enter' });
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('touchpoint ReadsPage'));
    await until('the cursor is at the second', () => editor.selection.active.line === line);
    await until('the text has the focus', () => window.activeTextEditor === editor);
    await please({ do: 'click', at: '#details .head button:last-child' });
  });

  test('keys change what is felt and where a card stands, each undone by one step', async () => {
    const editor = await openHotel();
    const before = editor.document.getText();
    await please({ do: 'press', key: 'Alt+ArrowUp', at: CALLS });
    await until('the feeling is written', () => editor.document.getText() !== before);
    await undoTo(before);
    await please({ do: 'press', key: 'Alt+ArrowRight', at: CALLS });
    await until('the card was moved', () => editor.document.getText() !== before);
    const text = editor.document.getText();
    ok(text.indexOf('touchpoint LeavesMessage') < text.indexOf('touchpoint Calls'), text);
    await undoTo(before);
  });

  test('the keys that undo and redo in the text do so from the map', async () => {
    const editor = await openHotel();
    const before = editor.document.getText();
    await mapShows('the card', ({ version }) => version === editor.document.version);
    await please({ do: 'press', at: CALLS, key: 'Alt+ArrowDown' });
    const after = await until('the feeling is written', () => other(editor.document.getText(), before));
    await mapShows('what was felt', ({ version }) => version === editor.document.version);
    await please({ do: 'press', at: CALLS, key: 'ControlOrMeta+z' });
    await until('it is undone', () => editor.document.getText() === before);
    await until('the map has the focus again', hasMapFocus);
    await please({ do: 'press', at: CALLS, key: 'ControlOrMeta+Shift+z' });
    await until('it is done again', () => editor.document.getText() === after);
    await until('the map has the focus again', hasMapFocus);
    await undoTo(before);
  });

  test('a map that may not be changed says why', async () => {
    const { document } = await openHotel();
    const settings = workspace.getConfiguration('journey.map', document.uri);
    await settings.update('allowEditing', false);
    await please({ do: 'press', at: `#map:not(.editable) ${CALLS}`, key: 'F2' });
    await commands.executeCommand('notifications.showList');
    await please({ do: 'see', at: '.notification-list-item', text: 'switched off in the settings' });
    await settings.update('allowEditing', undefined);
    await commands.executeCommand('notifications.clearAll');
  });

  test('a touchpoint is added behind another', async () => {
    const editor = await openHotel();
    const before = editor.document.getText();
    await mapShows('the card', ({ version }) => version === editor.document.version);
    await please({ do: 'click', at: CALLS });
    await please({ do: 'click', at: '#details button:text("Add touchpoint after")' });
    await please({
      do: 'fill',
      at: '#title-editor[placeholder="Title of the new touchpoint"]',
      text: 'Waits for a call',
    });
    await please({ do: 'press', key: 'Enter' });
    await mapShows('seven cards', ({ cards }) => cards === 7);
    ok(editor.document.getText().includes('"Waits for a call"'), editor.document.getText());
    await undoTo(before);
    await mapShows('six cards', ({ cards }) => cards === 6);
  });

  test('a finding is mended from the map', async () => {
    const editor = await openHotel();
    const before = editor.document.getText();
    await please({ do: 'click', at: CALLS });
    const { details } = await mapShows('fixes', ({ fixes }) => fixes.length > 0);
    await please({ do: 'click', at: '#details .fix' });
    await until('the text has changed', () => editor.document.getText() !== before);
    await mapShows('other findings', (report) => JSON.stringify(report.details) !== JSON.stringify(details));
    await undoTo(before);
    await please({ do: 'click', at: '#details .head button:last-child' });
  });

  test('another journey lies under it', async () => {
    await openHotel();
    await please({ do: 'click', at: '#compare-with' });
    await please({ do: 'answer', text: 'See a doctor' });
    await mapShows('a switch for it', ({ compared }) => compared);
    await please({ do: 'click', at: '#compare-with' });
    await please({ do: 'answer', text: 'Compare with nothing' });
    await mapShows('no switch', ({ compared }) => !compared);
  });

  test('personas are overlaid, or looked at alone', async () => {
    const content = `persona Ken {}
persona Mia {}
journey J {
  for Ken, Mia
  stage S {
    touchpoint A on web {
      feels Ken hopeful +1, Mia anxious -1
    }
  }
}
`;
    const document = await workspace.openTextDocument({ language: 'journey', content });
    await window.showTextDocument(document, ViewColumn.One);
    await mapShows('two curves', ({ cards, curves }) => cards === 1 && curves === 2);
    await please({ do: 'choose', at: '#persona', value: '0' });
    await mapShows('one curve', ({ curves }) => curves === 1);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const [format, beginning] of [
    ['svg', '<svg'],
    ['html', '<!doctype html>'],
    ['markdown', '## Book a meeting room'],
  ] as const) {
    test(`it is saved as ${format}`, async () => {
      await openHotel();
      await mapShows('the hotel', ({ cards }) => cards === 6);
      await commands.executeCommand('journey.exportMap', format);
      await please({ do: 'answer' });
      const target = fileUri(`hotel.${format === 'markdown' ? 'md' : format}`);
      await until('it is there', async () => (await kindOf(target)) === FileType.File);
      const text = await until('it is written', async () => {
        const written = new TextDecoder().decode(await workspace.fs.readFile(target));
        return written === '' ? undefined : written;
      });
      ok(text.toLowerCase().startsWith(beginning.toLowerCase()), text.slice(0, 200));
      await commands.executeCommand('notifications.clearAll');
    });
  }

  test('it is saved as a PNG from its own tools', async () => {
    await openHotel();
    await mapShows('the hotel', ({ cards }) => cards === 6);
    await please({ do: 'click', at: '#export' });
    await please({ do: 'answer', text: 'PNG' });
    await please({ do: 'answer' });
    equal([...(await savedBytes('hotel.png'))].slice(1, 4), [...new TextEncoder().encode('PNG')]);
    await commands.executeCommand('notifications.clearAll');
  });

  test('it is saved as a PDF where files can be written by a process', async () => {
    await openHotel();
    await mapShows('the hotel', ({ cards }) => cards === 6);
    const done = commands.executeCommand('journey.exportMap', 'pdf');
    if (env.uiKind === UIKind.Web && env.remoteName === undefined) await done;
    else {
      await please({ do: 'answer' });
      equal(new TextDecoder().decode((await savedBytes('hotel.pdf')).slice(0, 5)), '%PDF-');
      await done;
    }
    await commands.executeCommand('notifications.clearAll');
  });

  if (env.uiKind === UIKind.Desktop || env.remoteName !== undefined) {
    test('a journey that was never saved is saved as a PDF as it stands in the editor', async () => {
      const document = await workspace.openTextDocument(fileUri('unsaved.journey').with({ scheme: 'untitled' }));
      const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One });
      await editor.edit((edit) =>
        edit.insert(editor.selection.active, 'journey A {\n  stage S {\n    touchpoint T\n  }\n}\n'),
      );
      await commands.executeCommand('journey.showMapToSide');
      await mapShows('the new journey', ({ uri, cards }) => uri === document.uri.toString() && cards === 1);
      const done = commands.executeCommand('journey.exportMap', 'pdf');
      await please({ do: 'answer' });
      equal(new TextDecoder().decode((await savedBytes('unsaved.pdf')).slice(0, 5)), '%PDF-');
      await done;
      await commands.executeCommand('notifications.clearAll');
      await window.showTextDocument(document, { viewColumn: ViewColumn.One });
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  test('it is copied by command while the text has the focus', async () => {
    await openHotel();
    await env.clipboard.writeText('before');
    await commands.executeCommand('journey.copyMap');
    await please({ do: 'see', at: '.statusbar-item', text: 'The map was copied' });
    await please({ do: 'checkClipboard', holds: 'image/png' });
  });

  test('what is exported is the journey that its author is in, also when a map of another one stands beside it', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const { uri } = await openFile('clinic.journey');
    await commands.executeCommand('journey.showLockedMapToSide');
    await mapShows('the clinic', (report) => report.uri === uri.toString() && report.cards > 0);
    await openFile('hotel.journey');
    await workspace.fs.delete(fileUri('hotel.svg')).then(undefined, () => undefined);
    await commands.executeCommand('journey.exportMap', 'svg');
    await please({ do: 'answer' });
    const svg = new TextDecoder().decode(await savedBytes('hotel.svg'));
    ok(svg.includes('Book a meeting room'), svg.slice(0, 400));
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a journey of which no map is open is exported all the same, and its map opens', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await openFile('hotel.journey');
    await workspace.fs.delete(fileUri('hotel.svg')).then(undefined, () => undefined);
    await commands.executeCommand('journey.exportMap', 'svg');
    await please({ do: 'answer' });
    const svg = new TextDecoder().decode(await savedBytes('hotel.svg'));
    ok(svg.includes('Book a meeting room'), svg.slice(0, 400));
    await mapShows('the hotel', ({ cards }) => cards === 6);
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('it is copied as an image', async () => {
    await openHotel();
    await mapShows('the hotel', ({ cards }) => cards === 6);
    await please({ do: 'click', at: '#copy' });
    await until('it is in the clipboard', async () =>
      please({ do: 'checkClipboard', holds: 'image/png' }).then(
        () => true,
        () => false,
      ),
    );
  });
}

function hasMapFocus(): boolean {
  return window.tabGroups.activeTabGroup.activeTab?.label.includes('Map') === true;
}

function other(text: string, before: string): string | undefined {
  return text === before ? undefined : text;
}

async function savedBytes(name: string): Promise<Uint8Array> {
  return until(`${name} is written`, async () => {
    const bytes = await workspace.fs.readFile(fileUri(name)).then(
      (read) => read,
      () => new Uint8Array(),
    );
    return bytes.length === 0 ? undefined : bytes;
  });
}

async function openHotel(): Promise<NonNullable<typeof window.activeTextEditor>> {
  const document = await openFile('hotel.journey');
  await commands.executeCommand('journey.showMapToSide');
  await mapShows('the hotel', ({ uri, version }) => uri === document.uri.toString() && version === document.version);
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  editor.selection = new Selection(0, 0, 0, 0);
  return editor;
}

async function undoTo(before: string): Promise<void> {
  const document = await openFile('hotel.journey');
  await commands.executeCommand('undo');
  equal(document.getText(), before);
  await mapShows('what was before', ({ version }) => version === document.version);
}

async function kindOf(uri: Uri): Promise<FileType | undefined> {
  return workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
}
