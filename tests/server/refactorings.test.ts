import { expect, test } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, marked, started } from './client.ts';

const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

/** The files after the action of a title, those that change; undefined when it is not offered at the mark. */
async function after(
  client: Client,
  title: string,
  written: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>> | undefined> {
  const { text, position } = marked(written);
  const end = written.includes('<||>') ? marked(written.replace('<|>', '').replace('<||>', '<|>')).position : position;
  const plain = text.replace('<||>', '');
  await client.open('a.journey', plain);
  const actions = await client.ask<readonly CodeAction[]>('codeAction', 'a.journey', undefined, {
    range: { start: position, end },
    context: { diagnostics: [] },
  });
  const action = actions.find((each) => each.title === title);
  const done = action && (await client.connection.sendRequest<CodeAction>('codeAction/resolve', action));
  await client.close('a.journey');
  if (done === undefined) return undefined;
  const result: Record<string, string> = {};
  const before: Readonly<Record<string, string>> = { ...files, 'a.journey': plain };
  for (const change of (done.edit?.documentChanges ?? []) as readonly (TextDocumentEdit | CreateFile)[]) {
    if ('kind' in change) continue;
    const path = client.path(change.textDocument.uri);
    expect(change.textDocument.version).toBe(path === 'a.journey' ? 1 : null);
    const document = TextDocument.create('', '', 1, before[path] ?? '');
    result[path] = TextDocument.applyEdits(document, change.edits as TextEdit[]);
  }
  return result;
}

/** Each case: its name, the text with its mark, the text afterwards; undefined when nothing is offered. */
type Case = readonly [name: string, before: string, after: string | undefined];

/** What each case comes to, by its name, and what it should. */
async function tried(title: string, cases: readonly Case[]): Promise<readonly [got: unknown, wanted: unknown]> {
  const client = await started({ capabilities });
  const got: Record<string, unknown> = {};
  for (const [name, before] of cases) got[name] = (await after(client, title, before))?.['a.journey'];
  return [got, Object.fromEntries(cases.map(([name, , expected]) => [name, expected]))];
}

function inStage(...lines: readonly string[]): string {
  return [
    'journey J {',
    '  stage S {',
    ...lines.map((line) => (line === '' ? '' : `    ${line}`)),
    '  }',
    '}',
    '',
  ].join('\n');
}

test('splits a touchpoint at the cursor', async () => {
  const [got1, wanted1] = await tried('Split the touchpoint here', [
    [
      'with its channels, and the way on belongs to the second',
      inStage(
        'touchpoint A "Calls" on phone by customer {',
        '  // all of them',
        '  -> C 100%',
        '  asks name',
        '  // then',
        '  <|>waits 4 min // long',
        '  feels sad -1',
        '}',
        'touchpoint C',
      ),
      inStage(
        'touchpoint A "Calls" on phone by customer {',
        '  asks name',
        '}',
        'touchpoint A2 "Calls (2)" on phone by customer {',
        '  // then',
        '  waits 4 min // long',
        '  feels sad -1',
        '  // all of them',
        '  -> C 100%',
        '}',
        'touchpoint C',
      ),
    ],
    [
      'with an empty line where there are such lines',
      inStage('touchpoint A {', '  does "x"', '  <|>waits 4 min', '}', '', 'touchpoint C'),
      inStage('touchpoint A {', '  does "x"', '}', '', 'touchpoint A2 {', '  waits 4 min', '}', '', 'touchpoint C'),
    ],
    [
      'names of what goes along are written anew',
      inStage(
        'touchpoint A {',
        '  does "x"',
        '  <|>barrier B "y"',
        '}',
        'touchpoint C {',
        '  solves S.A.B',
        '  -> A',
        '}',
      ),
      inStage(
        'touchpoint A {',
        '  does "x"',
        '}',
        'touchpoint A2 {',
        '  barrier B "y"',
        '}',
        'touchpoint C {',
        '  solves S.A2.B',
        '  -> A',
        '}',
      ),
    ],
    ['not before the first statement', inStage('touchpoint A {', '  <|>does "x"', '  waits 4 min', '}'), undefined],
    ['not in a header', inStage('touch<|>point A {', '  does "x"', '  waits 4 min', '}'), undefined],
    [
      'not where lines are shared',
      inStage('touchpoint A {', '  does "x" <|>waits 4 min', '  takes 1 min }'),
      undefined,
    ],
  ]);
  expect(got1).toEqual(wanted1);
});

test('merges a touchpoint with the next', async () => {
  const [got2, wanted2] = await tried('Merge with the next touchpoint', [
    [
      'what is said, and what led there',
      inStage(
        'touch<|>point A on phone {',
        '  does "x" // one',
        '  -> B',
        '  // last',
        '}',
        '',
        '// about B',
        'touchpoint B "Waits" on phone, web {',
        '  waits 4 min',
        '  barrier X "y"',
        '  -> C',
        '}',
        'touchpoint C {',
        '  solves B.X',
        '  -> B',
        '}',
      ),
      inStage(
        'touchpoint A on phone {',
        '  does "x" // one',
        '  // last',
        '  // about B',
        '  on web',
        '  does "Waits"',
        '  waits 4 min',
        '  barrier X "y"',
        '  -> C',
        '}',
        '',
        'touchpoint C {',
        '  solves A.X',
        '  -> A',
        '}',
      ),
    ],
    [
      'without blocks',
      inStage('touch<|>point A', 'touchpoint B "Waits"'),
      inStage('touchpoint A {', '  does "Waits"', '}'),
    ],
    [
      'what can be said only once is added up, said once, or left to the author',
      inStage(
        'touch<|>point A {',
        '  takes 5分',
        '  cost 1.5 USD',
        '  system X',
        '  waits 4 min',
        '}',
        'touchpoint B {',
        '  takes 3分',
        '  cost 2 JPY',
        '  system X',
        '  waits 1 min // short',
        '  does "y"',
        '}',
      ),
      inStage(
        'touchpoint A {',
        '  takes 8分',
        '  cost 1.5 USD',
        '  system X',
        '  waits 4 min',
        '  // cost 2 JPY',
        '  // waits 1 min // short',
        '  does "y"',
        '}',
      ),
    ],
    [
      'not when the way leads elsewhere',
      inStage('touch<|>point A {', '  -> C', '}', 'touchpoint B', 'touchpoint C'),
      undefined,
    ],
    [
      'not when parts have the same id',
      inStage('touch<|>point A {', '  barrier X', '}', 'touchpoint B {', '  barrier X', '}'),
      undefined,
    ],
    ['not of different people', inStage('touch<|>point A by customer', 'touchpoint B by company'), undefined],
  ]);
  expect(got2).toEqual(wanted2);
});

test('moves a touchpoint by one, and to the stages around', async () => {
  const text =
    'journey J {\n  stage S {\n    touchpoint A\n    touch<|>point B\n  }\n  stage T "Then" {\n    touchpoint C\n  }\n}\n';
  const client = await started({ capabilities });
  const lines = async (title: string): Promise<readonly string[] | undefined> =>
    (await after(client, title, text))?.['a.journey']?.match(/stage .|touchpoint ./g)?.map((line) => line.slice(-1));
  expect(await lines('Move the touchpoint up')).toEqual(['S', 'B', 'A', 'T', 'C']);
  expect(await lines('Move to the stage "Then"')).toEqual(['S', 'A', 'T', 'B', 'C']);
  expect(await lines('Move the touchpoint down')).toBeUndefined();
});

test('makes a stage of its own of touchpoints', async () => {
  const before =
    'journey J {\n  stage S {\n    owner Desk\n    touchpoint A\n    // about B\n    touch<|>point B {\n      -> S.C\n    }\n    touchpoint C<||>\n  }\n}\n';
  const [got3, wanted3] = await tried('Make a stage of its own', [
    [
      'the last ones',
      before,
      'journey J {\n  stage S {\n    owner Desk\n    touchpoint A\n  }\n\n  stage NewStage "New stage" {\n    owner Desk\n    // about B\n    touchpoint B {\n      -> NewStage.C\n    }\n    touchpoint C\n  }\n}\n',
    ],
    [
      'with the empty lines of the others',
      'journey J {\n  stage S {\n    owner Desk\n\n    touchpoint A\n\n    touch<|>point B\n  }\n}\n',
      'journey J {\n  stage S {\n    owner Desk\n\n    touchpoint A\n  }\n\n  stage NewStage "New stage" {\n    owner Desk\n\n    touchpoint B\n  }\n}\n',
    ],
    [
      'the first one',
      inStage('touchpo<|>int A', 'touchpoint B {', '  -> S.A', '}'),
      'journey J {\n  stage NewStage "New stage" {\n    touchpoint A\n  }\n\n  stage S {\n    touchpoint B {\n      -> NewStage.A\n    }\n  }\n}\n',
    ],
    ['not one from the middle', inStage('touchpoint A', 'touch<|>point B', 'touchpoint C'), undefined],
    ['not all of them', inStage('touch<|>point A', 'touch<||>point B'), undefined],
  ]);
  expect(got3).toEqual(wanted3);
});

test('turns text into what can be answered and solved', async () => {
  const [got4, wanted4] = await tried('Turn into a question', [
    [
      'of a touchpoint',
      inStage('touchpoint A {', '  question IsItFree "?"', '  thinks "Is <|>it free?" // first', '}'),
      inStage('touchpoint A {', '  question IsItFree "?"', '  question IsItFree2 "Is it free?" // first', '}'),
    ],
    [
      'in Japanese',
      inStage('touchpoint A {', '  says "空いて<|>いますか？"', '}'),
      inStage('touchpoint A {', '  question 空いていますか "空いていますか？"', '}'),
    ],
    [
      'with an id that is no longer than its first words',
      inStage(
        'touchpoint A {',
        '  says "「受付時間は平日の9時から18時です」って、<|>仕事が終わってから探す人は？"',
        '  says "Isn\'t it 9 o’clock for those who work?"',
        '}',
      ),
      inStage(
        'touchpoint A {',
        '  question 受付時間は平日の9時から18時です "「受付時間は平日の9時から18時です」って、仕事が終わってから探す人は？"',
        '  says "Isn\'t it 9 o’clock for those who work?"',
        '}',
      ),
    ],
    [
      'with the words that an apostrophe is in',
      inStage('touchpoint A {', '  says "Isn\'t <|>it 9 o’clock?"', '}'),
      inStage('touchpoint A {', '  question IsntIt9Oclock "Isn\'t it 9 o’clock?"', '}'),
    ],
    ['not what is done', inStage('touchpoint A {', '  does "Lo<|>oks"', '}'), undefined],
  ]);
  expect(got4).toEqual(wanted4);
  const [got5, wanted5] = await tried('Turn into a barrier', [
    ['of a stage', inStage('note "No\\"<|>body answers"'), inStage('barrier NoBodyAnswers "No\\"body answers"')],
  ]);
  expect(got5).toEqual(wanted5);
  const [got6, wanted6] = await tried('Turn into a pain', [
    ['of a persona', 'persona P {\n  note "<|>Slow"\n}\n', 'persona P {\n  pain Slow "Slow"\n}\n'],
  ]);
  expect(got6).toEqual(wanted6);
});

test('moves what is shared to a file of its own or one that is there', async () => {
  const files = {
    'main.journey': 'import "a.journey"\njourney J {\n  for Ken\n  stage S {\n    touchpoint T on Desk\n  }\n}\n',
    'services.journey': 'team Sales\r\n',
    'none.journey': 'import "a.journey"\njourney K {\n  stage S {\n    touchpoint T on Desk\n  }\n}\n',
  };
  const client = await started({ capabilities, files });
  const text =
    'channel Desk : counter\n\n/** Who he is. */\nper<|>sona Ken {\n  prefers Desk\n  note """\n    a\n      b\n  """\n}\n\nteam X\n';
  expect(await after(client, 'Move to a new file people.journey', text, files)).toEqual({
    'people.journey':
      'import "a.journey"\n\n/** Who he is. */\npersona Ken {\n  prefers Desk\n  note """\n    a\n      b\n  """\n}\n',
    'a.journey': 'channel Desk : counter\n\nteam X\n',
    'main.journey': files['main.journey'].replace('a.journey"\n', 'a.journey"\nimport "people.journey"\n'),
  });
  const channel = text.replace('<|>', '').replace('channel', 'chan<|>nel');
  expect(await after(client, 'Move to services.journey', channel, files)).toEqual({
    'services.journey': 'team Sales\r\n\r\nchannel Desk : counter\r\n',
    'a.journey': `import "services.journey"\n\n${text.replace('<|>', '').replace('channel Desk : counter\n\n', '')}`,
    'main.journey': files['main.journey'].replace('a.journey"\n', 'a.journey"\nimport "services.journey"\n'),
    'none.journey': files['none.journey'].replace('a.journey"\n', 'a.journey"\nimport "services.journey"\n'),
  });
  const team = 'team Sal<|>es\n';
  expect(await after(client, 'Move to services.journey', team, files)).toBeUndefined();
});

test('declares what is missing, where such things stand', async () => {
  const cases: readonly (readonly [title: string, before: string, after: string])[] = [
    [
      'Declare the persona "Ken"',
      'persona Al\n\njourney J {\n  for Ke<|>n\n}\n',
      'persona Al\npersona Ken\n\njourney J {\n  for Ken\n}\n',
    ],
    [
      'Declare the team "Desk"',
      '// J\njourney J {\n  owner De<|>sk\n}\n',
      'team Desk\n\n// J\njourney J {\n  owner Desk\n}\n',
    ],
    [
      'Declare the touchpoint "X"',
      inStage('touchpoint A {', '  -> <|>X', '}', 'touchpoint B'),
      inStage('touchpoint A {', '  -> X', '}', 'touchpoint X', 'touchpoint B'),
    ],
    [
      'Declare the touchpoint "X"',
      inStage('touchpoint A {', '  -> S.<|>X', '}', 'touchpoint B'),
      inStage('touchpoint A {', '  -> S.X', '}', 'touchpoint X', 'touchpoint B'),
    ],
    [
      'Declare the barrier "X"',
      inStage('touchpoint A {', '  solves <|>X', '}'),
      `journey J {\n  barrier X\n${inStage('touchpoint A {', '  solves X', '}').replace('journey J {\n', '')}`,
    ],
    [
      'Declare the question "X"',
      `journey J {\n  kind asIs\n\n  stage S {\n    touchpoint A {\n      answers <|>X\n    }\n  }\n}\n`,
      `journey J {\n  kind asIs\n\n  question X\n\n  stage S {\n    touchpoint A {\n      answers X\n    }\n  }\n}\n`,
    ],
    [
      'Declare the need "X"',
      `persona K\njourney J {\n  for K\n  stage S {\n    touchpoint A {\n      addresses <|>X\n    }\n  }\n}\n`,
      `persona K {\n  need X\n}\njourney J {\n  for K\n  stage S {\n    touchpoint A {\n      addresses X\n    }\n  }\n}\n`,
    ],
  ];
  const client = await started({ capabilities });
  for (const [title, before, expected] of cases) {
    expect(await after(client, title, before), `${title}: ${before}`).toEqual({ 'a.journey': expected });
  }
});
