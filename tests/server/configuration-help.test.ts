// A configuration is written with the same help as a journey, in editors that read no JSON schema too.
import { expect, test } from 'vitest';
import type { CompletionItem, CompletionList, Hover, MarkupContent, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationCardAt, configurationProposalsAt } from '../../src/server/configuration-help.ts';
import { marked, started } from './client.ts';

const path = 'journey.config.json';

function namesAt(written: string): readonly string[] {
  const offset = written.indexOf('<|>');
  return configurationProposalsAt(written.replace('<|>', ''), offset, 'en').items.map(({ name }) => name);
}

test.each([
  ['{ <|> }', 'extends'],
  ['{ "rules": { "<|>" } }', 'asks-again'],
  ['{ "rules": { "asks-again": "<|>" } }', 'off'],
  ['{ "rules": { "asks-again": <|> } }', 'warning'],
  ['{ "settings": { "un<|>" } }', 'untoldWait'],
  ['{ "extends": "<|>" }', 'strict'],
  ['{ "jurisdiction": "<|>" }', 'jp'],
  ['{ "overrides": [{ "<|>" }] }', 'files'],
  ['{ "overrides": [{ "rules": { <|> } }] }', 'silent-wait'],
])('%s takes %s', (written, wanted) => {
  expect(namesAt(written)).toContain(wanted);
});

test.each([
  '{ "rules": { "asks-again": { "<|>" } } }',
  '{ "ignore": ["<|>"] }',
  '"<|>"',
  '{ "overrides": [{ "extends": "<|>" }] }',
])('%s takes nothing', (written) => {
  expect(namesAt(written)).toEqual([]);
});

test.each(['', '{', '{"', '[[{', '{ "rules": { "a', 'nonsense', '{ "rules": [1, {"a": <|'])(
  'asking anywhere in %j fails nowhere',
  (text) => {
    for (let offset = 0; offset <= text.length; offset++) {
      expect(configurationProposalsAt(text, offset, 'ja').end).toBeGreaterThanOrEqual(offset);
      configurationCardAt(text, offset, 'ja');
    }
  },
);

test('over a connection: a rule is explained, and a proposal taken makes a line that counts', async () => {
  const client = await started({
    locale: 'ja',
    files: { 'a.journey': 'journey A {\n  owner Nobody\n}\n', [path]: '{}' },
  });
  const { text, position } = marked('{\n  "rules": { "own<|>" }\n}\n');
  await client.open(path, text);
  const { items } = await client.ask<CompletionList>('completion', path, position);
  const item = items.find(({ label }) => label === 'owner-missing') as CompletionItem;
  expect((item.documentation as MarkupContent).value).toMatch(/\p{Script=Hiragana}/u);
  const taken = TextDocument.applyEdits(TextDocument.create('', '', 1, text), [item.textEdit as TextEdit]);
  expect(taken).toBe('{\n  "rules": { "owner-missing":  }\n}\n');
  const version = await client.change(path, taken.replace(':  }', ': "off" }'));
  expect((await client.version(path, version)).diagnostics).toEqual([]);
  const hover = await client.ask<Hover>('hover', path, { line: 1, character: 20 });
  expect((hover.contents as MarkupContent).value).toMatch(/^\*\*`owner-missing`\*\*\n\n.*\p{Script=Hiragana}/u);
  expect(await client.ask('hover', path, { line: 0, character: 0 })).toBeNull();
});
