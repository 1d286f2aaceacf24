// What a new journey begins with.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { minimalJourney } from '../../src/extension/templates/minimal.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';

/** A snippet as it is when nobody has changed anything. */
function filledIn(snippet: string): string {
  const given = new Map<string, string>();
  const text = snippet.replaceAll(/\$\{(\d+)[:|]([^}|]*)\|?\}/g, (_, number: string, value: string) => {
    const [first = ''] = value.split(',');
    given.set(number, first);
    return first;
  });
  return text.replaceAll(/\$(\d)/g, (_, number: string) => given.get(number) ?? '');
}

const templates = [
  { name: 'minimal, English', snippet: minimalJourney('Placing a first order', 'en') },
  { name: 'minimal, Japanese', snippet: minimalJourney('初めて注文する', 'ja') },
];

test.each(templates)('the template $name can be read as it is', async ({ snippet }) => {
  const workspace = createWorkspace({
    files: { read: () => ({ absence: 'missing', reason: { en: 'no', ja: 'no' } }), list: () => [] },
  });
  await workspace.open('file:///new.journey', filledIn(snippet));
  const document = workspace.document('file:///new.journey');
  if (document === undefined) throw new Error('not read');
  const { findings } = findingsOf(document);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
  expect(modelOf(document).journeys.size + modelOf(document).personas.size).toBeGreaterThan(0);
});

test('every shipped example is a template', () => {
  const source = readFileSync('src/extension/templates/examples.ts', 'utf8');
  const shipped = readdirSync('examples', { withFileTypes: true }).flatMap((item) => {
    if (item.isDirectory()) return [`inFolder('${item.name}')`];
    return item.name.endsWith('.journey') ? [`'${item.name}'`] : [];
  });
  expect(shipped.filter((mention) => !source.includes(mention))).toEqual([]);
});

const inJapanese = globSync('**/*.journey', { cwd: 'extension/templates/ja' }).map((file) =>
  file.replaceAll('\\', '/'),
);

/** What is found in a file of an example, whose imports stand beside it. */
async function codesIn(folder: string, file: string): Promise<readonly string[]> {
  const workspace = createWorkspace({
    files: { read: (uri) => ({ text: readFileSync(fileURLToPath(uri), 'utf8') }), list: () => [] },
  });
  const path = resolve(folder, file);
  const uri = pathToFileURL(path).href;
  await workspace.open(uri, readFileSync(path, 'utf8'));
  const document = workspace.document(uri);
  if (document === undefined) throw new Error('not read');
  return findingsOf(document).findings.map(({ code }) => code);
}

test.each(inJapanese)('%s is told the same in both languages', async (file) => {
  expect(await codesIn('extension/templates/ja', file)).toEqual(await codesIn('examples', file));
});

test('the first example has something to find', async () => {
  expect((await codesIn('examples', 'quick-start.journey')).length).toBeGreaterThan(10);
});

test('an example is told in Japanese as a whole', () => {
  const folders = new Set(inJapanese.map((file) => dirname(file)));
  for (const folder of folders) {
    const parts = globSync('*.journey', { cwd: join('examples', folder) });
    expect(
      inJapanese
        .filter((file) => dirname(file) === folder)
        .map((file) => basename(file))
        .toSorted(),
    ).toEqual(parts.toSorted());
  }
});
