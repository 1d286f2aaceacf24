import { commands } from 'vscode';
import { openFile } from './files.ts';
import { ok, test, until } from './harness.ts';

/** Fences in Markdown documents. */
export function markdown(): void {
  test('a fence in a Markdown document becomes a map, and says where it is broken or that it has no journey', async () => {
    const document = await openFile('notes.md');
    const html = await until('all fences are drawn', async () => {
      const found = await commands.executeCommand<string>('markdown.api.render', document);
      const [maps, notices] = [/class="journey-map"/g, /class="journey-notice"/g].map((each) => found.match(each));
      return maps?.length === 2 && notices?.length === 2 ? found : undefined;
    });
    ok(html.includes('A cup of tea'), 'the map has no title');
    ok(!html.includes('<b>now</b>') && html.includes('&lt;b&gt;now'), 'a text of the document became markup');
    ok(/class="journey-notice">Line 2[1-4]: /.test(html), 'the mistake is not said, or not where it is');
    ok(/class="journey-notice">There is no journey/.test(html), 'a fence without a journey is silent');
  });
}
