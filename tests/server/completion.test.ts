// How proposals reach a client; what is proposed where is held by completion-places.test.ts.
import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { type Client, type ClientOptions, marked, started } from './client.ts';

interface Asked {
  readonly client: Client;
  readonly list: CompletionList;
  readonly item: (label: string) => CompletionItem;
}

async function asked(written: string, options: ClientOptions = {}): Promise<Asked> {
  const client = await started(options);
  const { text, position } = marked(written);
  await client.open('a.journey', text);
  const list = await client.ask<CompletionList>('completion', 'a.journey', position);
  const item = (label: string): CompletionItem => {
    const found = list.items.find((each) => each.label === label);
    if (found === undefined) throw new Error(`${label} is not among ${list.items.map((each) => each.label).join(' ')}`);
    return found;
  };
  return { client, list, item };
}

async function resolved({ client }: Asked, item: CompletionItem): Promise<string> {
  const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  return typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
}

const snippets = {
  textDocument: { completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } } },
};
const inTouchpoint = 'journey A {\n  stage S {\n    touchpoint T {\n      ';

test('a plain client gets plain text, and what a keyword means only when it asks', async () => {
  const answer = await asked(`${inTouchpoint}<|>`);
  expect(answer.item('waits')).toMatchObject({ textEdit: { newText: 'waits' } });
  expect(answer.item('waits').documentation).toBeUndefined();
  const card = await resolved(answer, answer.item('waits'));
  expect(card).toContain('How long the customer waits');
  expect(card).toContain('```journey\nwaits 4 min max 12 min\n```');
});

test('snippets, and both ways to put a word in, where the client takes them', async () => {
  const { item } = await asked(`${inTouchpoint}wa<|>its 5 min`, { capabilities: snippets });
  expect(item('waits')).toMatchObject({
    insertTextFormat: 2,
    textEdit: {
      newText: ['waits $', '{1:5 min}'].join(''),
      insert: { start: { line: 3, character: 6 }, end: { line: 3, character: 8 } },
      replace: { start: { line: 3, character: 6 }, end: { line: 3, character: 11 } },
    },
  });
});

test('a client that can goes on with the list of names, where there are names', async () => {
  const options = { capabilities: snippets, initializationOptions: { commands: ['editor.action.triggerSuggest'] } };
  const { item } = await asked(`${inTouchpoint}<|>`, options);
  const command = { title: '', command: 'editor.action.triggerSuggest' };
  expect(item('feels')).toMatchObject({ textEdit: { newText: 'feels ' }, command });
  expect(item('asks')).toMatchObject({ textEdit: { newText: 'asks ' }, command });
  expect(item('owner').textEdit?.newText).toContain('owner $');
  expect(item('waits').command).toBeUndefined();
  expect((await asked(`${inTouchpoint}<|>`, { capabilities: snippets })).item('feels').command).toBeUndefined();
});

test('only a client that takes snippets is shown templates', async () => {
  expect((await asked('<|>', { capabilities: snippets })).item('new journey')).toMatchObject({ insertTextFormat: 2 });
  expect((await asked('<|>')).list.items.map(({ label }) => label)).not.toContain('new journey');
});

test('in the language of the client: titles to be found by, cards to be read', async () => {
  const answer = await asked(`persona Ken "A designer"\n${inTouchpoint}on <|>`, { locale: 'ja-JP' });
  const phone = answer.item('phone');
  expect(phone).toMatchObject({ labelDetails: { description: '電話' }, filterText: 'phone 電話' });
  expect(await resolved(answer, phone)).toContain('**電話** `phone` — チャネル');
});

test('emotions show their face and value beside them', async () => {
  const { item } = await asked(`${inTouchpoint}feels <|>`);
  expect(item('anxious').detail).toMatch(/\p{Emoji_Presentation} -\d/u);
  expect(item('anxious').labelDetails?.detail).toMatch(/\p{Emoji_Presentation} -\d/u);
});

test('a name of another file comes with its import, and what is proposed with it resolves still', async () => {
  const files = { 'shared/teams.journey': '/** They answer the phone. */\nteam FrontDesk "Front desk"\n' };
  const answer = await asked('journey A {\n  owner <|>\n}\n', { files });
  const item = answer.item('FrontDesk');
  expect(item.additionalTextEdits).toEqual([
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      newText: 'import "shared/teams.journey"\n\n',
    },
  ]);
  expect(await resolved(answer, item)).toContain('They answer the phone');
});

test('full-width letters find what is written in others', async () => {
  const { list } = await asked(`${inTouchpoint}on ｐｈ<|>`);
  expect(list.isIncomplete).toBe(true);
  expect(list.items.map(({ label }) => label)).toContain('phone');
  expect(list.items.map(({ label }) => label)).not.toContain('web');
  expect(new Set(list.items.map(({ filterText }) => filterText))).toEqual(new Set(['ｐｈ']));
});

test('an item of an older list resolves to itself', async () => {
  const answer = await asked(`${inTouchpoint}<|>`);
  const old = answer.item('waits');
  await answer.client.ask('completion', 'a.journey', { line: 0, character: 0 });
  expect(await answer.client.connection.sendRequest('completionItem/resolve', old)).toEqual(old);
});
