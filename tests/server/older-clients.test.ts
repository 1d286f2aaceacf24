// What a client cannot show is sent to it in the form that it knows.
import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Location,
  MarkupKind,
  type SymbolInformation,
} from 'vscode-languageserver';
import { type Client, marked, started } from './client.ts';

const { text, position } = marked(`/** Who calls most. */
persona Ken "Ken (29)" {
  prefers phone
}
journey Rent {
  for Ke<|>n
  stage Find {
    touchpoint Map on phone
  }
}
`);

/** As Emacs without its `markdown-mode`, and editors without trees. */
const older: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: [MarkupKind.PlainText] },
    completion: { completionItem: { documentationFormat: [MarkupKind.PlainText] } },
    definition: {},
    documentSymbol: {},
  },
};

async function opened(capabilities: ClientCapabilities): Promise<Client> {
  const client = await started({ capabilities });
  await client.open('a.journey', text);
  return client;
}

test('cards without marks', async () => {
  const client = await opened(older);
  const { contents } = await client.ask<Hover>('hover', 'a.journey', position);
  expect(contents).toEqual({
    kind: MarkupKind.PlainText,
    value: 'Ken (29) Ken — persona\n\nWho calls most.\n\n- Prefers: Phone\n- Used (once): Rent',
  });
  const keyword = await client.ask<Hover>('hover', 'a.journey', { line: 2, character: 4 });
  expect(keyword.contents).toMatchObject({ kind: MarkupKind.PlainText, value: expect.not.stringMatching(/[`*\\]/) });
});

test('documentation of proposals without marks', async () => {
  const client = await opened(older);
  const { items } = await client.ask<CompletionList>('completion', 'a.journey', { line: 2, character: 2 });
  const item = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
  expect(item.documentation).toMatchObject({
    kind: MarkupKind.PlainText,
    value: expect.not.stringMatching(/[`*\\]/),
  });
});

test('places alone instead of links, and symbols one after the other', async () => {
  const client = await opened(older);
  const definition = await client.ask<readonly Location[]>('definition', 'a.journey', position);
  const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 11 } };
  expect(definition).toEqual([{ uri: client.uri('a.journey'), range }]);
  const symbols = await client.ask<readonly SymbolInformation[]>('documentSymbol', 'a.journey');
  expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['Ken (29)', undefined],
    ['Rent', undefined],
    ['Find', 'Rent'],
    ['Map', 'Find'],
  ]);
});
