import { expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, started } from './client.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
/** As VS Code says it. */
const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

async function offered(client: Client, only?: string): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only: [only] }) };
  return client.ask('codeAction', 'a.journey', undefined, { range: whole, context });
}

async function resolved(client: Client, action: CodeAction | undefined): Promise<readonly TextDocumentEdit[]> {
  expect(action?.edit).toBeUndefined();
  const done = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
  return (done.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
}

/** The text after the only action of a kind. */
async function after(text: string, kind: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const client = await started({ capabilities, files });
  await client.open('a.journey', text);
  const actions = await offered(client, kind);
  if (actions.length === 0) return 'nothing to do';
  const [change, ...others] = await resolved(client, actions[0]);
  expect(others).toEqual([]);
  expect(change?.textDocument).toEqual({ uri: client.uri('a.journey'), version: 1 });
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), (change?.edits ?? []) as TextEdit[]);
}

const typos = '// journey-ignore asks-again: x\nteam B\n// journey-ignore asks-again: y\nteam C\n';

test('makes all safe fixes at once', async () => {
  const text = await after(typos, 'source.fixAll.journey');
  expect(text).not.toContain('journey-ignore');
  expect(text).toContain('team B\nteam C\n');
  expect(await after('team Sales\n', 'source.fixAll')).toBe('nothing to do');
});

test('offers to fix one rule everywhere, and what is done with a whole file only to those who ask', async () => {
  const client = await started({ capabilities });
  await client.open('a.journey', typos);
  const actions = await offered(client);
  expect(actions.every(({ kind }) => kind?.startsWith('source') === false)).toBe(true);
  const all = actions.find(({ title }) => title === 'Fix all "unused-suppression" in this file');
  const [change] = await resolved(client, all);
  expect(change?.edits.length).toBe(2);
  await client.change('a.journey', `${typos}\n`);
  await expect(resolved(client, all)).rejects.toThrow('changed');
});

test('marks fixes that must be looked at, and never prefers them', async () => {
  const client = await started({ capabilities, locale: 'ja' });
  await client.open(
    'a.journey',
    'journey A {\n  stage S {\n    touchpoint X on phone {\n      asks name\n    }\n    touchpoint Y on phone {\n      asks name\n    }\n  }\n}\n',
  );
  const fixes = (await offered(client, 'quickfix')).filter(({ title }) => title.includes('要確認'));
  expect(fixes.length).toBeGreaterThan(0);
  expect(fixes.filter(({ isPreferred }) => isPreferred)).toEqual([]);
});

const files = { 'a/x.journey': 'team X\n', 'b.journey': 'team B\n', 'c.journey': 'team C\n' };
const uses = 'journey J {\n  owner X\n  stage S {\n    owner C\n  }\n}\n';

test.for([
  ['sorts', 'import "c.journey"\nimport "a/x.journey"\n', 'import "a/x.journey"\nimport "c.journey"\n'],
  [
    'drops what is not used, named twice or the file itself',
    'import "c.journey"\nimport "b.journey"\nimport "./c.journey"\nimport "a.journey"\nimport "a/x.journey"\n',
    'import "a/x.journey"\nimport "c.journey"\n',
  ],
  [
    'keeps comments',
    '// the file\n\n// of C\nimport "c.journey" // c\n// of B\nimport "b.journey"\n// of X\nimport "a/x.journey"\n',
    '// the file\n\n// of B\n// of X\nimport "a/x.journey"\n// of C\nimport "c.journey" // c\n',
  ],
  [
    'leaves a comment at the top of the file there',
    '// the file\nimport "c.journey"\nimport "a/x.journey"\n',
    '// the file\nimport "a/x.journey"\nimport "c.journey"\n',
  ],
  [
    'gathers those further down',
    'import "c.journey"\nteam Own\nimport "a/x.journey"\n',
    'import "a/x.journey"\nimport "c.journey"\nteam Own\n',
  ],
  ['changes nothing that is in order', 'import "a/x.journey"\n\nimport "c.journey"\n', undefined],
] as const)('organize imports: %s', async ([, before, expected]) => {
  const text = await after(`${before}\n${uses}`, 'source.organizeImports', files);
  expect(text).toBe(expected === undefined ? 'nothing to do' : `${expected}\n${uses}`);
});
