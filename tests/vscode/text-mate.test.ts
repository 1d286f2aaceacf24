// The colours of the text, made by the libraries that VS Code makes them with.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { expect, test } from 'vitest';

const { resolve } = createRequire(import.meta.url);
const paths: Readonly<Record<string, string>> = {
  'source.journey': 'extension/syntaxes/journey.tmLanguage.json',
  'markdown.journey.codeblock': 'extension/syntaxes/journey-markdown.tmLanguage.json',
};
/** As much of Markdown as says that a grammar of its own stands in it. */
const markdown = '{ "scopeName": "text.html.markdown", "patterns": [] }';

const registry = new textmate.Registry({
  onigLib: (async () => {
    const wasm = readFileSync(resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm);
    return {
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    };
  })(),
  loadGrammar: async (scope) => {
    const path = paths[scope];
    return textmate.parseRawGrammar(
      path === undefined ? markdown : readFileSync(path, 'utf8'),
      path ?? 'markdown.json',
    );
  },
  getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.journey.codeblock'] : []),
});

/** Each piece of a line that has a colour of its own, after the last part of its scope. */
async function coloured(text: string, language = 'source.journey'): Promise<readonly string[]> {
  const grammar = await registry.loadGrammar(language);
  let state = textmate.INITIAL;
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const result = grammar?.tokenizeLine(line, state);
    state = result?.ruleStack ?? state;
    const tokens = (result?.tokens ?? []).map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scope: scopes.length > 1 ? (scopes.at(-1)?.replace('.journey', '') ?? '') : '',
    }));
    for (const [index, { text: piece, scope }] of tokens.entries()) {
      // Quotes and what stands between them are one thing to who reads.
      if (index > 0 && scope !== '' && tokens[index - 1]?.scope === scope) pieces.push(`${pieces.pop() ?? ''}${piece}`);
      else if (scope !== '') pieces.push(`${scope} ${piece.trim()}`);
    }
  }
  return pieces;
}

test('declarations, statements, names, texts and numbers have colours', async () => {
  expect(
    await coloured(`touchpoint 電話をかける "受付に電話" on 電話 by customer {
  waits 3分 max 12分
  feels 焦り -1
  -> 空きを尋ねる 54% when "受付が出る"
} // 終わり`),
  ).toEqual([
    'keyword.declaration touchpoint',
    'entity.name.type 電話をかける',
    'string.quoted.double "受付に電話"',
    'keyword.control on',
    'variable.other 電話',
    'keyword.control by',
    'variable.other customer',
    'keyword.other waits',
    'constant.numeric 3',
    'keyword.other.unit 分',
    'keyword.control max',
    'constant.numeric 12',
    'keyword.other.unit 分',
    'keyword.other feels',
    'variable.other 焦り',
    'constant.numeric -1',
    'keyword.operator.arrow ->',
    'variable.other 空きを尋ねる',
    'constant.numeric 54',
    'keyword.other.unit %',
    'keyword.control when',
    'string.quoted.double "受付が出る"',
    'comment.line // 終わり',
  ]);
});

test('a text that nobody closed does not colour the next line', async () => {
  expect(await coloured('does "half\nfeels calm')).toEqual([
    'keyword.other does',
    'string.quoted.double "half',
    'keyword.other feels',
    'variable.other calm',
  ]);
});

test('a suppression is to be seen as one', async () => {
  expect(await coloured('// journey-ignore wait-untold: it is short')).toContain(
    'keyword.control.ignore journey-ignore',
  );
});

test('a fence in Markdown is coloured as a journey, and nothing behind it', async () => {
  const text =
    '# touchpoint\n\n```journey\nstage Find "Find" : search {\n  owner Sales\n}\n```\n\nstage is a word here';
  expect((await coloured(text, 'text.html.markdown')).filter((piece) => !/^(meta|markup|punct)/.test(piece))).toEqual([
    'fenced_code.block.language.markdown journey',
    'keyword.declaration stage',
    'entity.name.type Find',
    'string.quoted.double "Find"',
    'constant.language search',
    'keyword.other owner',
    'variable.other Sales',
  ]);
});
