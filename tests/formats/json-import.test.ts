// From a text to JSON and back to a text: what it means stays, whatever it says.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toJson } from '../../src/formats/json.ts';
import { importModel } from '../../src/formats/json-import/import.ts';
import { meaningOf } from '../../src/formats/json-import/meaning.ts';
import type { Schema } from '../../src/formats/json-import/schema.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import { syntaxProblems } from '../../src/language/syntax-problems.ts';
import { everything } from '../support/everything.ts';
import * as fc from '../support/properties.ts';
import { documentOf, loaded, type VirtualFiles } from '../language/virtual-files.ts';

const root = join(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'schemas/model.schema.json'), 'utf8')) as Schema;
const files: VirtualFiles = Object.fromEntries(
  globSync(['examples/**/*.journey', 'src/friction/rules/*/*.journey', 'tests/map/*.journey'], { cwd: root }).map(
    (path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')],
  ),
);

// What they improve stands in another file, which the JSON does not hold.
const alone = Object.keys(files).filter((path) => !path.endsWith('/to-be.journey'));

test.for(alone)('%s means the same after a way through JSON', async (path) => {
  const { before, after, mistakes } = await throughJson(files, path);
  expect(mistakes).toEqual([]);
  expect(after).toEqual(before);
});

test('whatever the language can state is kept', async () => {
  const { before, after, mistakes } = await throughJson({ 'main.journey': everything }, 'main.journey');
  expect(mistakes).toEqual([]);
  expect(after).toEqual(before);
});

test('any text is kept, and no text becomes a statement', async () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
  await fc.assert(
    fc.asyncProperty(texts, texts, async (title, note) => {
      const model = await template;
      const json = JSON.parse(
        JSON.stringify(model)
          .replaceAll('"TITLE"', () => JSON.stringify(title))
          .replaceAll('"NOTE"', () => JSON.stringify(note)),
      ) as unknown;
      const after = await jsonOf({ 'main.journey': textFrom(json) }, 'main.journey');
      // What stands between the quotes is written otherwise where it must be escaped.
      expect(withoutWritten(meaningOf(after))).toEqual(withoutWritten(meaningOf(json)));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['{ "version": 1,', 1, 'This is not JSON: '],
  ['[]', 1, 'the whole should be an object.'],
  ['{}', 1, 'the whole should be an object with "version".'],
  [minimal({ version: 2 }), 3, 'version should be 1.'],
  [minimal({ personas: [{ id: 'Ken', key: 'Ken', age: 'old' }] }), 9, 'personas[0].age should be an object.'],
  [
    minimal({ teams: [{ id: 'Desk }\njourney X', key: 'Desk' }] }),
    7,
    'teams[0].id should be a name: letters, digits and _.',
  ],
  [minimal({ teams: [{ id: 'Desk', key: 'a { b' }] }), 8, 'teams[0].key should be a name: letters, digits and _.'],
  [
    minimal({
      personas: [
        { id: 'K', key: 'K', patience: { kind: 'duration', seconds: 1, longestSeconds: 1, written: '1 s }\nteam X' } },
      ],
    }),
    13,
    'personas[0].patience.written should be as it would be written, such as 4 min.',
  ],
])('%s is refused at line %i', (text, line, message) => {
  const imported = importModel(text, schema);
  expect('text' in imported).toBe(false);
  const found = imported.problems.map((problem) => [problem.line, problem.message.en] as const);
  expect(found).toContainEqual([line, expect.stringContaining(message)]);
});

test('a program need not know places, views and empty lists', () => {
  const stage = {
    key: 'J.S',
    id: 'S',
    label: 'Find',
    touchpoints: [{ key: 'J.S.T', id: 'T', label: 'Asks', stage: 'J.S' }],
  };
  const imported = importModel(
    minimal({ journeys: [{ key: 'J', id: 'J', kind: { value: 'asIs' }, stages: [stage] }] }),
    schema,
  );
  expect(imported).toEqual({
    text: 'journey J {\n  stage S "Find" {\n    touchpoint T "Asks"\n  }\n}\n',
    problems: [],
  });
});

function minimal(parts: object): string {
  return JSON.stringify(
    { $schema: 'urn:journey-language:schema:model:1', version: 1, file: 'a.journey', ...parts },
    undefined,
    2,
  );
}

const template = jsonOf(
  {
    'main.journey':
      'persona Ken "TITLE" ja "TITLE" en "NOTE" {\n  note "NOTE"\n  quote "TITLE"\n}\n/** DOC */\njourney J "TITLE" {\n  for Ken\n  stage S "NOTE" {\n    touchpoint T "TITLE" {\n      says "NOTE"\n      question Q "TITLE"\n      opportunity "NOTE"\n      evidence survey "TITLE"\n    }\n  }\n}\n',
  },
  'main.journey',
);

interface Kept {
  readonly before: unknown;
  readonly after: unknown;
  readonly mistakes: readonly string[];
}

async function throughJson(texts: VirtualFiles, path: string): Promise<Kept> {
  const before = await jsonOf(texts, path);
  const text = textFrom(before);
  const workspace = await loaded({ 'main.journey': text });
  const mistakes = syntaxProblems(documentOf(workspace, 'main.journey')).map(({ message }) => message.en);
  const after = await jsonOf({ 'main.journey': text }, 'main.journey');
  return { before: meaningOf(before), after: meaningOf(after), mistakes };
}

function withoutWritten(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json, (key, value: unknown) => (key === 'written' ? undefined : value)));
}

async function jsonOf(texts: VirtualFiles, path: string): Promise<unknown> {
  const workspace = await loaded(texts, [path]);
  return JSON.parse(
    JSON.stringify(toJson(modelOf(documentOf(workspace, path)), (uri) => uri.replace(/^.*team\//, ''))),
  );
}

function textFrom(json: unknown): string {
  const imported = importModel(JSON.stringify(json, undefined, 2), schema);
  expect('text' in imported ? [] : imported.problems).toEqual([]);
  return 'text' in imported ? imported.text : '';
}
