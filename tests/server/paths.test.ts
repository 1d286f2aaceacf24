import { expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, marked, started } from './client.ts';

const people = `team 営業 "営業部"
segment Regulars "Regular customers"
persona Ken "健" en "Ken" in Regulars {
  pain Queues "Hates queues"
}
`;
const main = `import "people.journey"
journey Booking "予約" en "Booking" {
  for Ken
  owner 営業
  stage Calls "電話する" {
    touchpoint Busy "Line is busy" on phone, web by customer {
      question Free "Is there a room today?"
      barrier Late "Nobody answers" cause duration
      waits 1 businessDay
      feels anxious -1
      -> Message 30% when "nobody answers"
      -> Done 70%
    }
    touchpoint Message "Leaves a message" on phone {
      evidence interview 12 on 2026-03 "see https://example.com/a?b=1。https://example.com/c, ftp://x"
    }
    touchpoint Done "Gets a room" {
      solves Late
      answers Free
      addresses Queues
    }
  }
}
action Callback "Call back at once" {
  solves Late
}
`;

async function booking(locale = 'en'): Promise<Client> {
  const client = await started({ locale, files: { 'people.journey': people, 'main.journey': main } });
  await client.open('main.journey', main);
  return client;
}

/** The position just inside a piece of text. */
function at(piece: string, text = main): { readonly line: number; readonly character: number } {
  const { line, character } = marked(text.replace(piece, `<|>${piece}`)).position;
  return { line, character: character + 1 };
}

function shown(client: Client, links: readonly LocationLink[] | null): readonly string[] {
  const texts: Readonly<Record<string, string>> = { 'main.journey': main, 'people.journey': people };
  return (links ?? []).map(({ targetUri, targetSelectionRange }) => {
    const path = client.path(targetUri);
    const text = TextDocument.create('', '', 0, texts[path] ?? '').getText(targetSelectionRange);
    return `${path}:${targetSelectionRange.start.line + 1} ${text}`.trim();
  });
}

async function lead(method: string, pieces: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = await booking();
  const places: Record<string, readonly string[]> = {};
  for (const piece of pieces) {
    places[piece.trim()] = shown(client, await client.ask<readonly LocationLink[]>(method, 'main.journey', at(piece)));
  }
  return places;
}

test('leads to what a declaration is of: the channels of a touchpoint, or who answers for it', async () => {
  const places = await lead('typeDefinition', ['Busy "', 'Done "', 'Calls', 'Ken\n', 'Booking', 'Free']);
  expect(places).toEqual({
    'Busy "': [expect.stringMatching(/^builtin:.*channels/), expect.stringMatching(/^builtin:.*channels/)],
    'Done "': ['people.journey:1 営業'],
    Calls: ['people.journey:1 営業'],
    Ken: ['people.journey:2 Regulars'],
    Booking: ['people.journey:3 Ken'],
    Free: [],
  });
});

test('leads to what is done about a barrier, a question and a pain', async () => {
  expect(await lead('implementation', ['Late', 'Free', 'Queues', 'Done "'])).toEqual({
    Late: ['main.journey:18 Late', 'main.journey:25 Late'],
    Free: ['main.journey:19 Free'],
    Queues: ['main.journey:20 Queues'],
    'Done "': [],
  });
});

test('the standard library can be opened, looked at and searched like a file', async () => {
  const client = await booking('ja');
  const [channel] = await client.ask<readonly LocationLink[]>('definition', 'main.journey', at('phone, web'));
  const uri = channel?.targetUri ?? '';
  const text = await client.connection.sendRequest<string>('journey/virtualDocument', { uri });
  const name = TextDocument.create('', '', 0, text).getText(channel?.targetSelectionRange);
  expect(name).toBe('phone');
  const position = channel?.targetSelectionRange.start;
  const references = await client.connection.sendRequest<readonly Location[]>('textDocument/references', {
    textDocument: { uri },
    position,
    context: { includeDeclaration: false },
  });
  expect(references.map((each) => `${client.path(each.uri)}:${each.range.start.line + 1}`)).toEqual([
    'main.journey:6',
    'main.journey:14',
  ]);
  const outline = await client.connection.sendRequest<readonly DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  expect(outline.map((each) => each.name)).toContain('電話');
  const page = { uri: 'builtin:/rules/asks-again.md' };
  expect(await client.connection.sendRequest('journey/virtualDocument', page)).toMatch(/^# asks-again/);
  expect(await client.connection.sendRequest('journey/virtualDocument', { uri: 'builtin:/nothing' })).toBeNull();
});

async function stepAt(client: Client, piece: string): Promise<CallHierarchyItem> {
  const items = await client.ask<readonly CallHierarchyItem[]>('prepareCallHierarchy', 'main.journey', at(piece));
  expect(items).toHaveLength(1);
  return items[0] as CallHierarchyItem;
}

test('reads the call hierarchy as the path of the customer', async () => {
  const client = await booking();
  const busy = await stepAt(client, 'Busy "');
  expect([busy.name, busy.detail]).toEqual(['Line is busy', '電話する']);
  const after = await client.connection.sendRequest<readonly CallHierarchyOutgoingCall[]>(
    'callHierarchy/outgoingCalls',
    { item: busy },
  );
  expect(after.map(({ to, fromRanges }) => [to.name, to.detail, fromRanges[0]?.start.line])).toEqual([
    ['Leaves a message', '30% · "nobody answers"', 10],
    ['Gets a room', '70%', 11],
  ]);
  const done = after[1]?.to;
  const before = await client.connection.sendRequest<readonly CallHierarchyIncomingCall[]>(
    'callHierarchy/incomingCalls',
    { item: done },
  );
  expect(before.map(({ from, fromRanges }) => [from.name, from.detail, fromRanges[0]?.start.line])).toEqual([
    ['Line is busy', '70%', 11],
    ['Leaves a message', 'next in the text', 13],
  ]);
});

test('begins a path from anywhere in a touchpoint, in the language of the client', async () => {
  const client = await booking('ja');
  const busy = await stepAt(client, '30%');
  expect([busy.name, busy.detail]).toEqual(['Line is busy', '電話する']);
  expect(await client.ask('prepareCallHierarchy', 'main.journey', { line: 0, character: 0 })).toBeNull();
});

async function found(client: Client, query: string): Promise<readonly string[]> {
  const all = await client.connection.sendRequest<readonly SymbolInformation[]>('workspace/symbol', { query });
  return all.map(
    ({ name, containerName = '', location: { uri } }) => `${name} | ${containerName} | ${client.path(uri)}`,
  );
}

test('finds declarations of all files by letters of their ids and titles', async () => {
  const client = await booking('ja');
  expect(await found(client, 'lvmsg')).toEqual(['Leaves a message (Message) | 電話する | main.journey']);
  expect(await found(client, '営業')).toEqual(['営業部 (営業) |  | people.journey']);
  expect(await found(client, '健')).toEqual(['健 (Ken) |  | people.journey']);
  // By the title in the other language, which the client must see to keep it.
  expect(await found(client, 'booking')).toEqual(['予約 (Booking) |  | main.journey']);
  expect(await found(client, 'Ｑueues')).toEqual(['Hates queues (Queues) | 健 | people.journey']);
  expect(await found(client, 'phone')).toEqual([]);
  expect((await found(client, '')).length).toBe(12);
});

test('finds what is not saved yet, and nothing that is gone', async () => {
  const client = await booking();
  await client.change('main.journey', main.replace('Message "Leaves a message"', 'Voicemail'));
  expect(await found(client, 'Voicemail')).toHaveLength(1);
  expect(await found(client, 'Leaves a message')).toEqual([]);
});

test('links imports and web addresses, and nothing else', async () => {
  const client = await booking();
  const links = await client.ask<readonly DocumentLink[]>('documentLink', 'main.journey');
  const text = TextDocument.create('', '', 0, main);
  expect(links.map(({ target = '', range }) => [client.path(target), text.getText(range)])).toEqual([
    ['people.journey', 'people.journey'],
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    ['https://example.com/c', 'https://example.com/c'],
  ]);
});

test('a selection grows from the word to the file', async () => {
  const client = await booking();
  const [first] = await client.ask<readonly SelectionRange[]>('selectionRange', 'main.journey', undefined, {
    positions: [at('answers" cause'), at('nobody answers')].map(({ line, character }) => ({ line, character })),
  });
  const text = TextDocument.create('', '', 0, main);
  const texts: string[] = [];
  for (let each = first; each !== undefined; each = each.parent) texts.push(text.getText(each.range));
  expect(texts.slice(0, 4)).toEqual([
    'answers',
    'Nobody answers',
    '"Nobody answers"',
    'barrier Late "Nobody answers" cause duration',
  ]);
  expect(texts.at(4)?.trim()).toMatch(/^question Free[^]*-> Done 70%$/);
  expect(texts.at(5)).toMatch(/^touchpoint Busy[^]*\}$/);
  expect(texts.at(-1)).toBe(main);
});

test('the outline says where, how it feels, how long it takes and how much is found', async () => {
  const client = await booking();
  const symbols = await client.ask<readonly DocumentSymbol[]>('documentSymbol', 'main.journey');
  const touchpoints = symbols[0]?.children?.[0]?.children ?? [];
  expect(
    touchpoints.map(({ name, detail = '' }) => `${name}: ${detail.replace(/\d+ findings?/, 'n findings')}`),
  ).toEqual([
    'Line is busy: Busy · phone, web · 😰 anxious -1 · 1 businessDay · n findings',
    'Leaves a message: Message · phone',
    'Gets a room: Done',
  ]);
});

test('folds comments of several lines, blocks and imports', async () => {
  const client = await started();
  await client.open(
    'a.journey',
    'import "a"\nimport "b"\n\n// one\n// two\n// three\nteam A\n// alone\nteam B {\n  note "x"\n}\n',
  );
  const folds = await client.ask<readonly FoldingRange[]>('foldingRange', 'a.journey');
  expect(folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [0, 1, 'imports'],
    [3, 5, 'comment'],
    [8, 9, undefined],
  ]);
});
