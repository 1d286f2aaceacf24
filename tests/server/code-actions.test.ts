import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, started } from './client.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

async function actions(client: Client, path: string, range = whole, more: object = {}): Promise<readonly CodeAction[]> {
  return client.ask('codeAction', path, undefined, { range, context: { diagnostics: [], ...more } });
}

function applied(client: Client, path: string, text: string, { edit }: CodeAction): string {
  const document = TextDocument.create('', '', 0, text);
  return TextDocument.applyEdits(document, edit?.changes?.[client.uri(path)] ?? []);
}

const typo = 'team Sales\njourney A {\n  owner Salse\n}\n';

test('replaces a mistyped name', async () => {
  const client = await started();
  await client.open('a.journey', typo);
  const [first] = await actions(client, 'a.journey');
  expect(first?.kind).toBe('quickfix');
  expect(first?.diagnostics?.map(({ code }) => code)).toEqual(['unknown-name']);
  expect(applied(client, 'a.journey', typo, first as CodeAction)).toContain('owner Sales\n');
});

test.each([
  ['persona Dana  Vet\n', 'persona DanaVet "Dana Vet"\n'],
  ['persona 花子　佐藤\n', 'persona 花子佐藤 "花子　佐藤"\n'],
])('a name of several words becomes an id and a title: %j', async (written, meant) => {
  const client = await started();
  await client.open('a.journey', written);
  const texts = (await actions(client, 'a.journey')).map((action) => applied(client, 'a.journey', written, action));
  expect(texts).toContain(meant);
});

test('adds a missing import', async () => {
  const client = await started({ files: { 'people.journey': 'team Sales "営業部"\n' } });
  const text = 'journey A {\n  owner Sales\n}\n';
  await client.open('a.journey', text);
  await client.told('a.journey', ({ diagnostics }) =>
    diagnostics.some((each) => JSON.stringify(each.message).includes('people.journey')),
  );
  const texts = (await actions(client, 'a.journey')).map((action) => applied(client, 'a.journey', text, action));
  expect(texts.some((each) => each.startsWith('import "people.journey"\n'))).toBe(true);
});

test('offers only what is asked for, and only at the place', async () => {
  const client = await started();
  await client.open('a.journey', typo);
  expect(await actions(client, 'a.journey', whole, { only: ['refactor'] })).toEqual([]);
  expect(await actions(client, 'a.journey', { start: whole.start, end: whole.start })).toEqual([]);
});

const rules = fileURLToPath(new URL('../../src/friction/rules/', import.meta.url));
const asksAgain = readFileSync(join(rules, 'asks-again/invalid.journey'), 'utf8');

function has(code: string, all: readonly Diagnostic[]): number {
  return all.filter((each) => each.code === code).length;
}

async function suppression(client: Client): Promise<CodeAction> {
  await client.open('a.journey', asksAgain);
  const found = (await actions(client, 'a.journey')).find(({ title }) => title.includes('asks-again'));
  if (found === undefined) throw new Error('no action');
  return found;
}

test('silences a rule with a comment that waits for its reason', async () => {
  const client = await started({ locale: 'ja' });
  const action = await suppression(client);
  expect(action.title).toBe('ここで「asks-again」を抑制する(理由を書く)');
  const before = await client.version('a.journey', 1);
  const text = applied(client, 'a.journey', asksAgain, action);
  await client.version('a.journey', await client.change('a.journey', text));
  const without = client.diagnostics.get('a.journey')?.diagnostics ?? [];
  expect(has('suppression-without-reason', without)).toBe(1);
  const given = text.replace('journey-ignore asks-again: ', 'journey-ignore asks-again: 法令で決まっている');
  const after = await client.version('a.journey', await client.change('a.journey', given));
  expect(has('asks-again', after.diagnostics)).toBeLessThan(has('asks-again', before.diagnostics));
});

test('puts the cursor where the reason goes, where the client can', async () => {
  const client = await started({ capabilities: { workspace: { workspaceEdit: { snippetEditSupport: true } } } });
  const { edit } = await suppression(client);
  const [change] = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
  const [snippet] = (change?.edits ?? []) as readonly SnippetTextEdit[];
  expect(snippet?.snippet.value.trim()).toBe(
    ['// journey-ignore asks-again: $', '{1:why the customer is fine here}'].join(''),
  );
});

test('every fix of every rule changes the text', async () => {
  const client = await started();
  for (const rule of readdirSync(rules, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    const path = `${rule.name}.journey`;
    const text = readFileSync(join(rules, rule.name, 'invalid.journey'), 'utf8');
    await client.open(path, text);
    for (const action of await actions(client, path)) {
      const changes = action.edit?.changes ?? {};
      expect(Object.keys(changes), `${rule.name}: ${action.title}`).not.toEqual([]);
      expect(applied(client, path, text, action), `${rule.name}: ${action.title}`).not.toBe(text);
    }
  }
});
