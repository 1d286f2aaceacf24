import { expect, test } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver';
import { clean, wrong } from '../cli/journey.ts';
import { launched, started } from './client.ts';

test('says who it is and what it can do, and ends when asked to', async () => {
  const client = await started();
  const { serverInfo, capabilities } = client.initialized;
  expect(serverInfo).toEqual({ name: 'journey', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(capabilities.positionEncoding).toBe('utf-16');
  expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: 2 });
  expect(await client.stop()).toBe(0);
});

test('ends with 1 when the client leaves without a word', async () => {
  const client = await started();
  client.server.stdin.end();
  expect(await client.exit).toBe(1);
});

test.each([
  ['en', 'is not declared'],
  ['ja-JP', 'ありません'],
  ['fr', 'is not declared'],
])('speaks to a client in %s', async (locale) => {
  const client = await started({ locale });
  await client.open('a.journey', wrong);
  const { diagnostics } = await client.version('a.journey', 1);
  expect(diagnostics.some(({ message }) => typeof message === 'string' && /\p{Script=Hiragana}/u.test(message))).toBe(
    locale.startsWith('ja'),
  );
});

test('understands changes of a part, beyond the end too', async () => {
  const client = await started();
  await client.open('a.journey', clean);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: client.uri('a.journey'), version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: 5 }, end: { line: 0, character: 10 } }, text: '営業' },
      { range: { start: { line: 99, character: 99 }, end: { line: 99, character: 99 } }, text: 'nonsense x\n' },
    ],
  });
  const { diagnostics } = await client.version('a.journey', 2);
  expect(diagnostics.map(({ range: { start } }) => start)).toEqual([{ line: 1, character: 0 }]);
});

test('survives what is no message', async () => {
  const client = await started();
  await client.open('a.journey', wrong);
  await client.version('a.journey', 1);
  const send = (body: string): boolean =>
    client.server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  send('{"jsonrpc": "2.0", "method": ');
  send('[]');
  send('{"jsonrpc":"2.0","id":900,"method":"textDocument/codeAction"}');
  send('{"jsonrpc":"2.0","id":901,"method":"textDocument/codeAction","params":{"textDocument":7}}');
  send('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"no uri","version":1}}}');
  send('{"jsonrpc":"2.0","id":902,"method":"no/such/method","params":{}}');
  const version = await client.change('a.journey', clean);
  expect((await client.version('a.journey', version)).diagnostics).toEqual([]);
});

test('answers a cancelled request with an error', async () => {
  const client = launched();
  await client.initialize({});
  await client.open('a.journey', wrong);
  const errors = await Promise.all(
    Array.from({ length: 3 }, async (_, index) => {
      const id = `mine-${index}`;
      const answer = new Promise<unknown>((resolve) => {
        client.server.stdout.on('data', (chunk: Buffer) => {
          const match = new RegExp(`\\{[^\\n]*"id":"${id}"[^\\n]*?\\}\\}`).exec(chunk.toString());
          if (match !== null) resolve(JSON.parse(match[0]));
        });
      });
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const messages = [
        {
          id,
          method: 'textDocument/codeAction',
          params: { textDocument: { uri: client.uri('a.journey') }, range, context: { diagnostics: [] } },
        },
        { method: '$/cancelRequest', params: { id } },
      ];
      for (const message of messages) {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        client.server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }
      return answer;
    }),
  );
  expect(errors).toEqual(
    errors.map(() =>
      expect.objectContaining({ error: expect.objectContaining({ code: LSPErrorCodes.RequestCancelled }) }),
    ),
  );
});

test('gives the standard library and the pages of the rules as documents', async () => {
  const client = await started({ locale: 'ja' });
  const read = async (uri: string): Promise<string> =>
    (await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri })).text;
  expect(await read('builtin:/library/channels.journey')).toContain('channel web');
  expect(await read('builtin:/rules/asks-again.md')).toMatch(/^# asks-again\n\n.*\p{Script=Hiragana}/u);
  expect(await read('builtin:/rules/none.md')).toBe('');
});
