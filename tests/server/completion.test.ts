import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { type Client, type ClientOptions, marked, started } from './client.ts';

async function proposed(written: string, options: ClientOptions = {}): Promise<readonly CompletionItem[]> {
  const client: Client = await started(options);
  const { text, position } = marked(written);
  await client.open('a.journey', text);
  return client.ask<readonly CompletionItem[]>('completion', 'a.journey', position);
}

const start = 'persona Ken "健"\nteam Sales "営業部"\njourney A {\n  for Ken\n  stage S {\n';

test.each([
  ['at the top', 'j<|>', ['journey', 'persona', 'import']],
  ['in a journey', 'journey A {\n  <|>\n}\n', ['stage', 'goal', 'owner']],
  ['in a touchpoint that is not closed', `${start}    touchpoint T on phone {\n      <|>`, ['feels', 'waits', 'does']],
  ['after a keyword', `${start}    touchpoint T on <|>`, ['phone', 'web']],
  ['a half-written name', `${start}    touchpoint T on ph<|> {\n    }\n  }\n}\n`, ['phone']],
  ['a team', 'team Sales\njourney A {\n  owner <|>\n}\n', ['Sales']],
  ['an arrow', `${start}    touchpoint T {\n      -> <|>\n    }\n    touchpoint U\n  }\n}\n`, ['U']],
  ['after a name', `${start}    touchpoint T <|>`, ['on', 'by']],
  ['after a mistake above', `nonsense x\n${start}    touchpoint T on <|>`, ['phone']],
])('%s', async (_, written, expected) => {
  const labels = (await proposed(written)).map(({ label }) => label);
  for (const label of expected) expect(labels).toContain(label);
});

test.each([
  ['in a string', 'team Sales "<|>"\n'],
  ['in a comment', '// <|>\n'],
  ['where a new id is needed', 'team <|>'],
])('nothing %s', async (_, written) => {
  expect(await proposed(written)).toEqual([]);
});

test('only what fits: no team where a channel is needed', async () => {
  const items = await proposed(`${start}    touchpoint T on <|>`);
  expect(items.map(({ label }) => label)).not.toContain('Sales');
});

test('names have their titles, in the language of the client, and are found by them', async () => {
  const items = await proposed(`${start}    touchpoint T on <|>`, { locale: 'ja' });
  const phone = items.find(({ label }) => label === 'phone');
  expect(phone).toMatchObject({ labelDetails: { description: '電話' }, filterText: 'phone 電話' });
});

test('emotions have their face and value', async () => {
  const items = await proposed(`${start}    touchpoint T {\n      feels <|>`);
  expect(items.some(({ detail }) => /\p{Emoji_Presentation} [+-]?\d/u.test(detail ?? ''))).toBe(true);
});

test('keywords bring what they need, where the client takes snippets', async () => {
  const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  const items = await proposed(`${start}    touchpoint T {\n      <|>`, { capabilities });
  const waits = items.find(({ label }) => label === 'waits');
  expect(waits).toMatchObject({ insertTextFormat: 2, textEdit: { newText: ['waits $', '{1:5 min}'].join('') } });
});

test('answers at every fifth place of an example', async () => {
  const client = await started();
  const text = readFileSync(fileURLToPath(new URL('../../examples/coworking/as-is.journey', import.meta.url)), 'utf8');
  await client.open('a.journey', text);
  const lines = text.split('\n').slice(0, 120);
  let most = 0;
  for (const [line, content] of lines.entries()) {
    for (let character = line % 5; character <= content.length; character += 5) {
      const items = await client.ask<readonly CompletionItem[]>('completion', 'a.journey', { line, character });
      most = Math.max(most, items.length);
    }
  }
  expect(most).toBeGreaterThan(20);
});
