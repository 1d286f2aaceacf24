import { expect, test } from 'vitest';
import type { Position, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, marked, started } from './client.ts';

const people = 'persona 健 "健さん" {\n  pain 待つ "待たされる"\n}\nteam 受付\nteam Other\n';
const main = `import "people.journey"

journey 予約 {
  for 健
  owner 受付
  stage 探す {
    touchpoint A {
      feels 健 -1
      barrier 壁
      -> 使う.A
    }
    touchpoint 電話・窓口 {
      solves 壁, 待つ
      -> A
    }
  }
  stage 使う {
    touchpoint A
    touchpoint B {
      -> 探す.電話・窓口
      solves 探す.A.壁
    }
  }
}
`;
const third =
  'import "people.journey"\nimport "main.journey"\n\naction X {\n  solves 予約.探す.A.壁\n  at 使う.B\n  owner 受付\n}\n';
const files = { 'people.journey': people, 'main.journey': main, 'third.journey': third } as const;

/** Where the nth occurrence of a word in a file begins. */
function at(text: string, word: string, which = 0): Position {
  const offset = text
    .split(word)
    .slice(0, which + 1)
    .join(word).length;
  return marked(`${text.slice(0, offset)}<|>${text.slice(offset)}`).position;
}

async function opened(locale = 'en'): Promise<Client> {
  const client = await started({
    files,
    locale,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  });
  await client.open('main.journey', main);
  return client;
}

/** The lines that differ afterwards, of all files. */
async function renamed(word: string, newName: string, which = 0): Promise<readonly string[]> {
  const client = await opened();
  const edit = await client.ask<WorkspaceEdit>('rename', 'main.journey', at(main, word, which), { newName });
  return ((edit.documentChanges ?? []) as readonly TextDocumentEdit[]).flatMap(({ textDocument, edits }) => {
    const path = client.path(textDocument.uri);
    expect(textDocument.version).toBe(path === 'main.journey' ? 1 : null);
    const before = files[path as keyof typeof files];
    const after = TextDocument.applyEdits(TextDocument.create('', '', 1, before), edits as TextEdit[]).split('\n');
    return after.filter((line, index) => line !== before.split('\n')[index]).map((line) => `${path}: ${line.trim()}`);
  });
}

test('a team of another file, in all files that name it', async () => {
  expect(await renamed('受付', 'Desk')).toEqual([
    'main.journey: owner Desk',
    'people.journey: team Desk',
    'third.journey: owner Desk',
  ]);
});

test('a stage in qualified names', async () => {
  expect(await renamed('探す', 'さがす')).toEqual([
    'main.journey: stage さがす {',
    'main.journey: -> さがす.電話・窓口',
    'main.journey: solves さがす.A.壁',
    'third.journey: solves 予約.さがす.A.壁',
  ]);
});

test('an id that something has elsewhere: with the stage before it where that is needed', async () => {
  expect(await renamed('電話・窓口', 'B')).toEqual(['main.journey: touchpoint B {', 'main.journey: -> 探す.B']);
  expect(await renamed('B {', 'A2')).toEqual(['main.journey: touchpoint A2 {', 'third.journey: at 使う.A2']);
  expect(await renamed('A {', '電話')).toEqual([
    'main.journey: touchpoint 電話 {',
    'main.journey: -> 電話',
    'main.journey: solves 探す.電話.壁',
    'third.journey: solves 予約.探す.電話.壁',
  ]);
  expect(await renamed('A {', 'B')).toEqual([
    'main.journey: touchpoint B {',
    'main.journey: -> 探す.B',
    'main.journey: solves 探す.B.壁',
    'third.journey: solves 予約.探す.B.壁',
  ]);
});

test('keywords are names like others', async () => {
  expect(await renamed('電話・窓口', 'stage')).toEqual([
    'main.journey: touchpoint stage {',
    'main.journey: -> 探す.stage',
  ]);
  expect(await renamed('健', 'feels', 1)).toEqual([
    'main.journey: for feels',
    'main.journey: feels feels -1',
    'people.journey: persona feels "健さん" {',
  ]);
});

test.for([
  ['受付', 'Other', 0, 'already the name of a team (people.journey, line 5)'],
  ['予約', '1つ目', 0, 'cannot be an id'],
  ['電話・窓口', 'A', 0, 'already the name of a touchpoint (main.journey, line 7)'],
  // "solves 待つ" would mean the barrier and no longer what hurts the persona.
  ['壁', '待つ', 0, 'lead to something else than before (main.journey, line 13)'],
] as const)('%s is not renamed to %s', async ([word, newName, which, reason]) => {
  const client = await opened();
  const position = at(main, word, which);
  await expect(client.ask('rename', 'main.journey', position, { newName })).rejects.toThrow(reason);
});

test('tells what would be renamed: of a qualified name, the part at the cursor', async () => {
  const client = await opened('ja');
  const line = main.split('\n').findIndex((each) => each.includes('solves 探す.A.壁'));
  const ask = async (character: number): Promise<unknown> =>
    client.ask('prepareRename', 'main.journey', { line, character });
  const range = (start: number, end: number): object => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  expect(await ask(13)).toEqual({ range: range(13, 15), placeholder: '探す' });
  expect(await ask(16)).toEqual({ range: range(16, 17), placeholder: 'A' });
  expect(await ask(18)).toEqual({ range: range(18, 19), placeholder: '壁' });
  expect(await ask(8)).toBeNull();
});
