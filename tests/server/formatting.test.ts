import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, marked, started } from './client.ts';

const options = { tabSize: 2, insertSpaces: true };

async function after(client: Client, method: string, text: string, more: object): Promise<string> {
  await client.open('a.journey', text);
  const edits = await client.ask<TextEdit[]>(method, 'a.journey', undefined, { options, ...more });
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);
}

const ugly = 'team  A\n\n\njourney J {\n stage  S {\n      touchpoint A\n}\n }\n';

test('a document, with the indentation that the editor asks for', async () => {
  const client = await started();
  expect(await after(client, 'formatting', ugly, { options: { tabSize: 4, insertSpaces: true } })).toBe(
    'team A\n\njourney J {\n    stage S {\n        touchpoint A\n    }\n}\n',
  );
});

test('a range, and no line outside of it', async () => {
  const client = await started();
  const range = { start: { line: 4, character: 3 }, end: { line: 5, character: 0 } };
  expect(await after(client, 'rangeFormatting', ugly, { range })).toBe(
    'team  A\n\n\njourney J {\n  stage S {\n    touchpoint A\n}\n }\n',
  );
});

async function typed(written: string, ch: string): Promise<string> {
  const client = await started();
  const { text, position } = marked(written);
  return after(client, 'onTypeFormatting', text, { position, ch });
}

test('the block that a brace closes', async () => {
  expect(await typed('team  A\npersona P {\nage  3\n    }<|>\nteam  B\n', '}')).toBe(
    'team  A\npersona P {\n  age 3\n}\nteam  B\n',
  );
});

test('the line before a new one, which gets its indentation', async () => {
  expect(await typed('journey J {\n  stage S {\n    touchpoint  A {\n<|>\n    }\n  }\n}\n', '\n')).toBe(
    'journey J {\n  stage S {\n    touchpoint A {\n      \n    }\n  }\n}\n',
  );
  expect(await typed('persona P {\n<|>', '\n')).toBe('persona P {\n  ');
  expect(await typed('persona P {\n  age  3\n      <|>age 4\n}\n', '\n')).toBe('persona P {\n  age 3\n  age 4\n}\n');
});

test('nothing in a declaration whose brace is missing', async () => {
  const client = await started();
  expect(await after(client, 'formatting', 'persona P {\n   age  3\n', {})).toBe('persona P {\n   age  3\n');
});
