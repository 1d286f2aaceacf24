// What threads have made ready for the client arrives as what it is, whatever the client counts in.
import { expect, test } from 'vitest';
import type { Diagnostic, Message, NotificationMessage } from 'vscode-languageserver';
import { jsonEncoder } from '../../src/server/json-encoder.ts';
import { translatingPositions } from '../../src/server/position-encoding.ts';
import { ReadyDiagnostics } from '../../src/server/ready-diagnostics.ts';

const uri = 'file:///a.journey';

function publishing(diagnostics: unknown): NotificationMessage {
  return { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri, diagnostics } };
}

function diagnosticAt(character: number): Diagnostic {
  return { range: { start: { line: 0, character }, end: { line: 0, character } }, message: '電話 "}]" \u2028' };
}

function ready(diagnostics: readonly Diagnostic[]): ReadyDiagnostics {
  const json = new TextEncoder().encode(JSON.stringify(diagnostics));
  return new ReadyDiagnostics({ json, count: diagnostics.length, isDoubtful: false, id: 'id' });
}

test.each([[[]], [[diagnosticAt(0)]], [[diagnosticAt(1), diagnosticAt(2)]]])(
  'a message with the text of %o is the one with the diagnostics',
  async (diagnostics) => {
    const options = { charset: 'utf-8' } as const;
    const [text, plain] = await Promise.all([
      jsonEncoder.encode(publishing(ready(diagnostics)), options),
      jsonEncoder.encode(publishing(diagnostics), options),
    ]);
    expect(Buffer.from(text).toString()).toBe(Buffer.from(plain).toString());
  },
);

const nothing = (): { readonly dispose: () => void } => ({ dispose: () => undefined });

test('a client that counts in UTF-8 gets its own positions', async () => {
  const sent: Message[] = [];
  const { writer, messageStrategy } = translatingPositions(
    {
      onError: nothing,
      onClose: nothing,
      write: async (message) => void sent.push(message),
      end: () => undefined,
      dispose: () => undefined,
    },
    () => '電話 web',
  );
  const capabilities = { general: { positionEncodings: ['utf-8'] } };
  const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities } } as Message;
  void messageStrategy.handleMessage(initialize, () => undefined);
  await writer.write(publishing(ready([diagnosticAt(3)])));
  expect(sent).toEqual([publishing([diagnosticAt(7)])]);
});
