import { expect, test } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ServerRequests } from '../../src/server/protocol.ts';
import { type Client, started } from './client.ts';

type MapEditRequest = ServerRequests['journey/mapEdit'];

async function edited(client: Client, params: MapEditRequest['params']): Promise<MapEditRequest['result']> {
  return client.connection.sendRequest('journey/mapEdit', params);
}

const text = 'journey J {\n  stage S {\n    touchpoint A\n    touchpoint B\n  }\n}\n';

test('a touchpoint that is dragged on the map moves in the text', async () => {
  const client = await started({ capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
  await client.open('a.journey', text);
  const result = await edited(client, {
    textDocument: { uri: client.uri('a.journey'), version: 1 },
    edit: { kind: 'moveTouchpoint', touchpoint: 'J.S.A', stage: 'J.S', after: 'J.S.B' },
  });
  if (result?.kind !== 'edit') throw new Error('refused');
  const [change] = (result.edit.documentChanges ?? []) as readonly TextDocumentEdit[];
  expect(change?.textDocument).toEqual({ uri: client.uri('a.journey'), version: 1 });
  const edits = (change?.edits ?? []) as Parameters<typeof TextDocument.applyEdits>[1];
  expect(TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits)).toBe(
    'journey J {\n  stage S {\n    touchpoint B\n    touchpoint A\n  }\n}\n',
  );
});

test('clients that know no versions get plain changes', async () => {
  const client = await started();
  await client.open('a.journey', text);
  const edit = { kind: 'setEmotion', touchpoint: 'J.S.A', value: -1 } as const;
  const result = await edited(client, { textDocument: { uri: client.uri('a.journey') }, edit });
  expect(result).toMatchObject({ kind: 'edit', edit: { changes: { [client.uri('a.journey')]: [expect.anything()] } } });
});

test('says in the language of the client why not', async () => {
  const client = await started({ locale: 'ja' });
  await client.open('a.journey', text);
  const textDocument = { uri: client.uri('a.journey'), version: 1 };
  const title = { kind: 'setTitle', key: 'J.S.A', title: 'x', locale: 'ja' } as const;
  await client.change('a.journey', `\n${text}`);
  expect(await edited(client, { textDocument, edit: title })).toEqual({
    kind: 'refused',
    message: 'マップの内容が古くなっています。マップが更新されてから、もう一度お試しください。',
  });
  expect(await edited(client, { textDocument: { uri: client.uri('none.journey') }, edit: title })).toBeNull();
});
