// A file that is being typed: nothing is held against the author that they have not begun to write.
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf } from '../../src/friction/runner.ts';
import { loaded } from '../language/virtual-files.ts';
import { ruleFolders } from './rule-folders.ts';
import { shippedTexts } from './shipped.ts';
import { afterEveryCharacter, surprisesIn } from './typing.ts';
import { openFile } from './workspace.ts';

describe('typed from the first character to the last', () => {
  const files = ruleFolders.flatMap(({ id, files: texts }) =>
    [...texts].map(([name, text]) => [`${id}/${name}`, text, id] as const),
  );

  // Only by the rule that the file is for: what is declared after the journey is missing until then.
  test.each(files)('%s reports nothing that the whole file does not', async (name, text, id) => {
    const workspace = await loaded({ [name]: '' }, [name]);
    const own = rules.filter(({ meta }) => meta.id === id);
    expect(await surprisesIn(workspace, name, text, inLines(text), own)).toEqual([]);
  });

  test('the quick start reports nothing that the whole file does not', async () => {
    const name = 'quick-start.journey';
    const text = shippedTexts('.')[name] ?? '';
    const workspace = await loaded({ [name]: '' }, [name]);
    expect(await surprisesIn(workspace, name, text, afterEveryCharacter(text))).toEqual([]);
  });
});

test('stages with titles and nothing else are no friction', async () => {
  const { model } = await openFile(`journey Trip "A trip" {
  stage Dream "Dreams of it"
  stage Book "Books it" : purchase
  stage Travel "Travels" : use {
  }
}
`);
  expect(frictionOf(model)).toEqual([]);
});

test.each(['journey Trip', 'journey Trip {}', 'journey Trip "A trip" { for Ken }', 'persona Ken', ''])(
  '%j is no friction',
  async (text) => {
    expect(frictionOf((await openFile(text)).model)).toEqual([]);
  },
);

/** In turn the middle of a line and the end of one. */
function inLines(text: string): readonly number[] {
  let start = 0;
  return Array.from(text.matchAll(/\n/g)).map(({ index }, line) => {
    const middle = Math.floor((start + index) / 2);
    start = index + 1;
    return line % 2 === 0 ? middle : index;
  });
}
