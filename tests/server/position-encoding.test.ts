import { expect, test } from 'vitest';
import type { DocumentSymbol, Hover, Location, Range, WorkspaceEdit } from 'vscode-languageserver';
import { started } from './client.ts';

const utf8 = { general: { positionEncodings: ['utf-8', 'utf-16'] } };
const people = 'team 営業 "営業部👩‍💼"\n';
const main = 'import "people.journey"\njourney 部屋 "📅予約" {\n  /* 😀 */ owner 営業 // 担当\n}\n';
/** Columns of the name in its line, in UTF-16 and in UTF-8. */
const name = { utf16: [17, 19], utf8: [19, 25] } as const;

test.each([
  ['utf-16', {}],
  ['utf-16', { general: { positionEncodings: ['utf-16', 'utf-8'] } }],
  ['utf-8', utf8],
])('counts as the client likes it best: %s', async (encoding, capabilities) => {
  const client = await started({ capabilities });
  expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
});

test.each([
  ['utf-16', {}, name.utf16],
  ['utf-8', utf8, name.utf8],
])('finds names behind Japanese text and emoji in %s', async (_, capabilities, [start, end]) => {
  const client = await started({ capabilities, files: { 'people.journey': people } });
  await client.open('main.journey', main);
  const range: Range = { start: { line: 2, character: start }, end: { line: 2, character: end } };
  const hover = await client.ask<Hover>('hover', 'main.journey', range.start);
  expect(hover.range).toEqual(range);
  // A character further it is the comment.
  expect(await client.ask('hover', 'main.journey', { line: 2, character: end + 1 })).toBeNull();
  const references = await client.ask<readonly Location[]>('references', 'main.journey', range.start, {
    context: { includeDeclaration: true },
  });
  const length = end - start;
  expect(references).toContainEqual({ uri: client.uri('main.journey'), range });
  expect(references).toContainEqual({
    uri: client.uri('people.journey'),
    range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 + length } },
  });
  const { changes } = await client.ask<WorkspaceEdit>('rename', 'main.journey', range.start, { newName: '販売' });
  expect(changes?.[client.uri('main.journey')]).toEqual([{ range, newText: '販売' }]);
  const [symbol] = await client.ask<readonly DocumentSymbol[]>('documentSymbol', 'main.journey');
  expect(symbol?.selectionRange.start).toEqual({ line: 1, character: 8 });
});

test('understands edits in UTF-8, one after the other in one message', async () => {
  const client = await started({ capabilities: utf8, files: { 'people.journey': people } });
  await client.open('main.journey', main);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: client.uri('main.journey'), version: 2 },
    contentChanges: [
      { range: { start: at(5), end: at(9) }, text: '部署の😀' },
      { range: { start: at(28), end: at(34) }, text: '誰か' },
    ],
  });
  const { diagnostics } = await client.version('main.journey', 2);
  expect(diagnostics.find(({ code }) => code === 'unknown-name')?.range).toEqual({ start: at(28), end: at(34) });
});

function at(character: number): Range['start'] {
  return { line: 2, character };
}
