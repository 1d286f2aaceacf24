// A file that is being typed: nothing is held against the author that they have not begun to write.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import type { JourneyWorkspace } from '../../src/language/journey-workspace.ts';
import type { Rule } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf } from '../../src/friction/runner.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import type { Finding } from '../../src/model/finding.ts';
import { loaded, uriOf } from '../language/virtual-files.ts';
import { ruleFolders } from './rule-folders.ts';
import { openFile } from './workspace.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

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

  test.each(journeysIn(examples))('%s reports nothing that the whole file does not', async (name) => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const texts = Object.fromEntries(
      readdirSync(join(examples, folder)).flatMap((file) =>
        file.endsWith('.journey') ? [[`${folder}${file}`, readFileSync(join(examples, folder, file), 'utf8')]] : [],
      ),
    );
    const workspace = await loaded(texts, [name]);
    const text = texts[name] ?? '';
    expect(await surprisesIn(workspace, name, text, scattered(text))).toEqual([]);
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

/** What is found in a beginning of a text must be found at the same place in the whole. Stops at the first that is not. */
async function surprisesIn(
  workspace: JourneyWorkspace,
  name: string,
  text: string,
  ends: readonly number[],
  by: readonly Rule[] = rules,
): Promise<readonly string[]> {
  const whole = new Set((await findingsIn(workspace, name, text, by)).map(place));
  for (const end of ends) {
    const typed = text.slice(0, end);
    const surprising = (await findingsIn(workspace, name, typed, by)).filter((finding) => !whole.has(place(finding)));
    if (surprising.length > 0) {
      return surprising.map(({ code, message }) => `${code}: ${message.en} After typing: ${typed.slice(-100)}`);
    }
  }
  return [];
}

async function findingsIn(
  workspace: JourneyWorkspace,
  name: string,
  text: string,
  by: readonly Rule[],
): Promise<readonly Finding[]> {
  return frictionOf(modelOf(await workspace.open(uriOf(name), text)), defaultSettings, { rules: by });
}

function place({ code, place: { range } }: Finding): string {
  return `${code} ${range.start.line}:${range.start.character}`;
}

/** In turn the middle of a line and the end of one. */
function inLines(text: string): readonly number[] {
  let start = 0;
  return Array.from(text.matchAll(/\n/g)).map(({ index }, line) => {
    const middle = Math.floor((start + index) / 2);
    start = index + 1;
    return line % 2 === 0 ? middle : index;
  });
}

/** Places all over a long file. The distance is a prime, so that they fall on every part of a line. */
function scattered(text: string): readonly number[] {
  return Array.from({ length: Math.floor(text.length / 397) }, (_, index) => index * 397);
}

function journeysIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(as-is|to-be|quick-start)\.journey$/.test(name))
    .toSorted();
}
