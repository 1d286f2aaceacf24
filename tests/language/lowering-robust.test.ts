import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, record, string } from '../support/properties.ts';
import { expect, test } from 'vitest';
import { relativeTo, toJson } from '../../src/formats/json.ts';
import { problemsOf } from '../../src/language/problems.ts';
import { everything } from '../support/everything.ts';
import { type Files, filesOf, fileOf } from '../support/documents.ts';

const folder = join(import.meta.dirname, '../../examples/coworking');
const names = (await readdir(folder)).filter((name) => name.endsWith('.journey'));
const texts = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
);

/** What people and programs leave in the middle of a text. */
const rubbish = constantFrom(
  '',
  '{',
  '}',
  '"',
  '"""',
  '/*',
  '//',
  '\n',
  ',',
  '.',
  '->',
  'on',
  '::',
  '4 min',
  '<<<<<<<',
  '\u0000',
  '👩‍👩‍👧',
  '゙',
);

/** Everything that reads a document must get through, and say of every place only what is in the text. */
function readAll(files: Files, name: string): number {
  const document = files.document(name);
  const model = files.model(name);
  const lines = document.textDocument.lineCount;
  for (const { place, message } of problemsOf(document)) {
    expect(place.range.end.line).toBeLessThan(lines);
    expect(message.en).not.toBe('');
  }
  expect(JSON.stringify(toJson(model, relativeTo('file:///workspace')))).toContain('"version":1');
  return model.journeys.size;
}

test('random edits of the examples never throw', async () => {
  const files = await filesOf(Object.fromEntries(texts));
  const edit = record({ at: integer({ min: 0, max: 20_000 }), cut: integer({ min: 0, max: 40 }), put: rubbish });
  await assert(
    asyncProperty(constantFrom(...names), array(edit, { minLength: 1, maxLength: 4 }), async (name, edits) => {
      let text = texts.get(name) ?? '';
      for (const { at, cut, put } of edits) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + put + text.slice(start + cut);
      }
      await files.change(name, text);
      for (const other of names) readAll(files, other);
    }),
    { numRuns: 30 },
  );
});

test('every beginning of a file that states everything can be read', async () => {
  const journeys: number[] = [];
  for (let length = 0; length < everything.length; length += 97) {
    const { files } = await fileOf(everything.slice(0, length));
    journeys.push(readAll(files, 'file.journey'));
  }
  // The longer the text, the more of it is understood.
  expect(journeys).toEqual(journeys.toSorted((a, b) => a - b));
});

test('any text can be read', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary', maxLength: 200 }), async (text) => {
      const { files } = await fileOf(text);
      readAll(files, 'file.journey');
    }),
    { numRuns: 30 },
  );
});
