import { commands } from 'vscode';
import { openFile } from './files.ts';
import { ok, test, until } from './harness.ts';

/** Fences in Markdown documents. */
export function markdown(): void {
  test('a fence in a Markdown document becomes a map, a broken one says where', async () => {
    const document = await openFile('notes.md');
    const html = await until('both fences are drawn', async () => {
      const found = await commands.executeCommand<string>('markdown.api.render', document);
      return found.match(/class="journey-map"/g)?.length === 2 ? found : undefined;
    });
    ok(html.includes('A cup of tea'), 'the map has no title');
    ok(!html.includes('<b>now</b>') && html.includes('&lt;b&gt;now'), 'a text of the document became markup');
    ok(/class="journey-notice">[^<]*\d/.test(html), 'the mistake is not said');
  });
}
