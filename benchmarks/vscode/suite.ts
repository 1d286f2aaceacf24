// Runs inside VS Code's extension host: opens a journey with its map, has keys pressed and says what the extension sees of them.
import {
  commands,
  extensions,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { MapReport } from '../../src/extension/preview/preview.ts';
import { please } from '../../tests/vscode/suite/deeds.ts';
import { fileUri } from '../../tests/vscode/suite/files.ts';
import { mapShows } from '../../tests/vscode/suite/report.ts';
import type { Word } from './keystroke.ts';

/** Words as in a title, and not one long one: that would make its column wider with every key, and move the whole map. */
const typed = 'asks the clinic for an appointment between two of her shifts ';

/** VS Code calls this. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('journey-language.journey-language');
  const began = performance.now();
  const thread = process.threadCpuUsage();
  await extension?.activate();
  const { user, system } = process.threadCpuUsage(thread);
  await say({
    kind: 'activated',
    activation: { whole: performance.now() - began, thread: (user + system) / 1000 },
  });
  // Room for the map: VS Code opens these by itself.
  await commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await commands.executeCommand('workbench.action.closeSidebar');
  const document = await workspace.openTextDocument(fileUri('long.journey'));
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  await commands.executeCommand('journey.showMapToSide');
  const { version } = document;
  await mapShows('the journey', (report) => report.cards > 0 && report.version === version);
  await window.showTextDocument(document, ViewColumn.One);
  await say({ kind: 'watch', page: 'map' });
  await type(editor, async () => (await commands.executeCommand<MapReport>('_journey.reportMap')) ?? {});
  await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  await typeBesideWord(document, editor);
}

/** The least that any extension can do: a page beside the editor shows what is typed, and nobody is asked for anything. */
async function typeBesideWord(document: TextDocument, editor: TextEditor): Promise<void> {
  const panel = window.createWebviewPanel(
    'bench.word',
    'Word',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true },
  );
  const ready = new Promise((resolve) => panel.webview.onDidReceiveMessage(resolve));
  // The same elements as on the page of the map, for who watches both.
  panel.webview.html = `<!doctype html><div id="toolbar">Word</div><main id="map"><p class="map-card" aria-label="">…</p></main>
<script>
const card = document.querySelector('.map-card');
addEventListener('message', ({ data }) => {
  card.setAttribute('aria-label', data.text);
  card.textContent = data.text;
});
acquireVsCodeApi().postMessage(0);
</script>`;
  await ready;
  await window.showTextDocument(document, ViewColumn.One);
  const post = panel.webview.postMessage.bind(panel.webview);
  let told = 0;
  workspace.onDidChangeTextDocument(() => {
    told = Date.now();
    void post({ kind: 'map', text: document.lineAt(editor.selection.active.line).text });
  });
  await say({ kind: 'watch', page: 'word' });
  await type(editor, async () => ({ asked: told, received: told }));
}

/** Has words typed at the beginning of the title of a touchpoint: they are to be seen on its card. */
async function type(
  editor: TextEditor,
  times: () => Promise<{ readonly asked?: number; readonly received?: number }>,
): Promise<void> {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf('touchpoint '));
  const title = new Position(at.line, document.lineAt(at.line).text.indexOf('"') + 1);
  editor.selection = new Selection(title, title);
  for (let length = 1; length <= typed.length; length++) {
    await say({ kind: 'press', key: typed.charAt(length - 1), shown: typed.slice(0, length).trim() });
    const { asked = Number.NaN, received = Number.NaN } = await times();
    await say({ kind: 'seen', asked, received });
  }
}

async function say(word: Word): Promise<void> {
  await please({ do: 'tell', text: JSON.stringify(word) });
}
