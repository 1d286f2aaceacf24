// What a new journey begins with.
import { readdirSync, readFileSync } from 'node:fs';
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

test('the first example is told the same in both languages', async () => {
  const found = await Promise.all(
    ['examples/quick-start.journey', 'extension/templates/quick-start.ja.journey'].map(async (file) => {
      const workspace = createWorkspace({
        files: { read: () => ({ absence: 'missing', reason: { en: 'no', ja: 'no' } }), list: () => [] },
      });
      await workspace.open('file:///new.journey', readFileSync(file, 'utf8'));
      const document = workspace.document('file:///new.journey');
      return document === undefined ? [] : findingsOf(document).findings.map(({ code }) => code);
    }),
  );
  expect(found[0]?.length).toBeGreaterThan(10);
  expect(found[1]).toEqual(found[0]);
});
