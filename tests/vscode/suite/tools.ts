import { type LanguageModelTextPart, lm } from 'vscode';
import { openFile } from './files.ts';
import { equal, ok, test, until } from './harness.ts';

/** What language models can ask for. */
export function tools(): void {
  test('the tools are registered, and answer from the files of the editor', async () => {
    await openFile('hotel.journey');
    const names = lm.tools.map(({ name }) => name).filter((name) => name.startsWith('journey_'));
    equal(names.toSorted(), ['journey_check', 'journey_explain', 'journey_model', 'journey_render', 'journey_rules']);
    const found = await until('there are findings', async () => {
      const { content } = await lm.invokeTool('journey_check', {
        input: { path: 'hotel.journey' },
        toolInvocationToken: undefined,
      });
      const [part] = content as LanguageModelTextPart[];
      const { findings } = JSON.parse(part?.value ?? '{}') as {
        readonly findings?: readonly { readonly rule: string }[];
      };
      return findings?.length === 0 ? undefined : findings;
    });
    ok(
      found.some(({ rule }) => rule === 'asks-again'),
      'the second question is not found',
    );
  });
}
