import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { relativeTo, toJson } from '../../src/formats/json.ts';
import { MODEL_SCHEMA, type ModelJson } from '../../src/formats/json-model.ts';
import { jsonText } from '../../src/formats/json-text.ts';
import { everything } from '../support/everything.ts';
import { filesOf } from '../support/documents.ts';

const root = join(import.meta.dirname, '../..');
const whole = JSON.parse(await readFile(join(root, 'schemas/model.schema.json'), 'utf8')) as Schema;
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(whole);

/** As much of a schema as ours use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Described {
  readonly schema: Schema;
  readonly name: string;
}

function resolve(schema: Schema, name: string): Described {
  if (schema.$ref === undefined) return { schema, name };
  const def = schema.$ref.replace('#/$defs/', '');
  return resolve(whole.$defs?.[def] ?? {}, def);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** As a reader gets it. */
async function exported(texts: Readonly<Record<string, string>>, name: string): Promise<ModelJson> {
  const files = await filesOf(texts);
  const model = files.model(name);
  return JSON.parse(jsonText(toJson(model, relativeTo(folderOf(model.uri))))) as ModelJson;
}

test('a file that states everything is exported as the schema says', async () => {
  const json = await exported({ 'all.journey': everything }, 'all.journey');
  validate(json);
  expect(validate.errors ?? []).toEqual([]);
  expect(json).toMatchObject({ $schema: MODEL_SCHEMA, version: 1, file: 'all.journey' });
});

test('every property that the schema describes can come about', async () => {
  const json = await exported({ 'all.journey': everything }, 'all.journey');
  const seen = new Set<string>();
  const walk = (value: unknown, { schema: at, name }: Described): void => {
    const resolved = resolve(at, name);
    if (Array.isArray(value)) {
      for (const item of value) walk(item, { schema: resolved.schema.items ?? {}, name: resolved.name });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const choice of [resolved.schema, ...(resolved.schema.anyOf ?? [])]) {
      const { schema: described, name: owner } = resolve(choice, resolved.name);
      const fits = Object.keys(value).every((property) => described.properties?.[property] !== undefined);
      if (!fits) continue;
      for (const [property, item] of Object.entries(value)) {
        seen.add(`${owner}.${property}`);
        walk(item, { schema: described.properties?.[property] ?? {}, name: `${owner}.${property}` });
      }
      return;
    }
  };
  walk(json, { schema: whole, name: 'File' });
  const described = [...Object.entries(whole.$defs ?? {}), ['File', whole] as const].flatMap(([name, def]) =>
    Object.keys(def.properties ?? {}).map((property) => `${name}.${property}`),
  );
  // What all declarations share comes about somewhere; emotions, for one, have no block.
  const shared = Object.keys(whole.$defs?.['Declaration']?.properties ?? {});
  const isShared = (property: string): boolean => shared.some((name) => property.endsWith(`.${name}`));
  expect(described.filter((property) => !seen.has(property) && !isShared(property))).toEqual([]);
  expect(shared.filter((name) => ![...seen].some((property) => property.endsWith(`.${name}`)))).toEqual([]);
});

test.for(await examples())('the example %s is exported as the schema says', async ([folder, texts]) => {
  const files = await filesOf(texts);
  for (const name of Object.keys(texts)) {
    const model = files.model(name);
    const json = toJson(model, relativeTo(folderOf(model.uri)));
    validate(json);
    expect(validate.errors ?? [], `${folder}/${name}`).toEqual([]);
    expect(jsonText(json)).not.toContain('/workspace/');
  }
});

test('a journey is whole: its paths, and the graph of each persona', async () => {
  const { journeys } = await exported(
    {
      'a.journey': `persona Ken
persona Sato
journey J { for Ken, Sato
stage S {
touchpoint A on web { -> C 70%
-> B 30% }
touchpoint B on phone for Sato
touchpoint C on web optional
touchpoint D on web { end exit }
} }`,
    },
    'a.journey',
  );
  const [journey] = journeys;
  expect(journey?.paths.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['arrow', 'J.S.A', 'J.S.C'],
    ['arrow', 'J.S.A', 'J.S.B'],
    ['next', 'J.S.B', 'J.S.C'],
    ['next', 'J.S.C', 'J.S.D'],
    ['end', 'J.S.D', undefined],
  ]);
  const [ken, sato] = journey?.views ?? [];
  expect(ken).toMatchObject({ persona: 'Ken', touchpoints: ['J.S.A', 'J.S.C', 'J.S.D'], entries: ['J.S.A'] });
  expect(ken?.ends).toMatchObject([{ from: 'J.S.D', end: 'exit', implied: false }]);
  expect(sato?.touchpoints).toEqual(['J.S.A', 'J.S.B', 'J.S.C', 'J.S.D']);
  expect(sato?.ways).toContainEqual(expect.objectContaining({ kind: 'arrow', from: 'J.S.A', to: 'J.S.C', share: 0.7 }));
  expect(sato?.ways).toContainEqual(expect.objectContaining({ kind: 'skip', from: 'J.S.B', to: 'J.S.D' }));
});

test('nothing of the machine gets into the export, not even through a key that names a file', async () => {
  const json = await exported(
    {
      'people.journey': 'channel line\npersona Ken { prefers line }',
      'main.journey': 'import "people.journey"\nchannel line "ours"\njourney J { for Ken }',
    },
    'main.journey',
  );
  expect(json.personas[0]?.prefers[0]?.key).toBe('line@people.journey');
  expect(json.channels.map(({ key }) => key)).toEqual(['line', 'line@people.journey']);
  expect(JSON.stringify(json)).not.toContain('workspace');
});

test('files are named from the folder of the export', () => {
  const name = relativeTo('file:///home/x/project/');
  expect(name('file:///home/x/project/a/b%20c.journey')).toBe('a/b c.journey');
  expect(name('file:///home/x/shared/people.journey')).toBe('../shared/people.journey');
  expect(name('builtin:///library/channels.journey')).toBe('builtin:///library/channels.journey');
  expect(name('file:///home/x/project/100%.journey')).toBe('100%.journey');
});

/** The texts of each folder of examples by their names. */
async function examples(): Promise<readonly (readonly [string, Readonly<Record<string, string>>])[]> {
  const folder = join(root, 'examples');
  const entries = await readdir(folder, { withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => {
        const names = (await readdir(join(folder, name))).filter((file) => file.endsWith('.journey'));
        const texts = await Promise.all(
          names.map(async (file) => [file, await readFile(join(folder, name, file), 'utf8')] as const),
        );
        return [name, Object.fromEntries(texts)] as const;
      }),
  );
}
