import { expect, test } from 'vitest';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  Position,
  PublishDiagnosticsParams,
  TypeHierarchyItem,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, marked, started } from './client.ts';

const people = `team 営業 "営業部" en "Sales"
persona Ken "Ken" {
  pain Slow "too slow"
}
`;
const main = `import "people.journey"

/*
 * A booking.
 */
journey Booking "予約" en "Booking" {
  for Ken
  owner 営業
  stage Calls "Calls" {
    touchpoint Busy "Line is busy" on phone, web {
      barrier Late
      -> Calls.Done
    }
    touchpoint Done {
      solves Late
      -> Busy
    }
  }
}
`;

async function booking(): Promise<Client> {
  const client = await started({ files: { 'people.journey': people, 'main.journey': main } });
  await client.open('people.journey', people);
  await client.open('main.journey', main);
  return client;
}

/** The position just inside the first, or another, occurrence of a piece of text. */
function at(text: string, piece: string, which = 1): Position {
  let offset = -1;
  for (let count = 0; count < which; count++) offset = text.indexOf(piece, offset + 1);
  return marked(`${text.slice(0, offset)}<|>${text.slice(offset)}`).position;
}

function shown(client: Client, places: readonly Location[]): readonly string[] {
  const texts: Readonly<Record<string, string>> = { 'main.journey': main, 'people.journey': people };
  return places.map(({ uri, range }) => {
    const path = client.path(uri);
    const document = TextDocument.create('', '', 0, texts[path] ?? '');
    return `${path}:${range.start.line + 1} ${document.getText(range)}`;
  });
}

test.each([
  ['営業', 1, 'people.journey:1 営業'],
  ['Ken', 1, 'people.journey:2 Ken'],
  ['Calls.Done', 1, 'main.journey:9 Calls'],
  ['Done', 1, 'main.journey:14 Done'],
  ['Busy', 2, 'main.journey:10 Busy'],
  ['Late', 2, 'main.journey:11 Late'],
  ['Busy', 1, 'main.journey:10 Busy'],
])('%s, the %i. time, is declared at %s', async (piece, which, expected) => {
  const client = await booking();
  const links = await client.ask<readonly LocationLink[]>('definition', 'main.journey', at(main, piece, which));
  const places = links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  expect(shown(client, places)).toEqual([expected]);
  // Some editors have a key for the one, some for the other.
  expect(await client.ask('declaration', 'main.journey', at(main, piece, which))).toEqual(places);
});

test('leads to files and into the standard library', async () => {
  const client = await booking();
  const target = async (piece: string): Promise<string | undefined> => {
    const links = await client.ask<readonly LocationLink[]>('definition', 'main.journey', at(main, piece));
    return links[0] && client.path(links[0].targetUri);
  };
  expect(await target('people.journey')).toBe('people.journey');
  expect(await target('phone')).toBe('builtin:/library/channels.journey');
  const nothing = await client.ask('definition', 'main.journey', at(main, 'A booking'));
  expect(nothing).toBeNull();
});

test('finds everything that names a declaration, in all files', async () => {
  const client = await booking();
  const references = async (
    path: string,
    position: Position,
    includeDeclaration: boolean,
  ): Promise<readonly string[]> =>
    shown(client, await client.ask('references', path, position, { context: { includeDeclaration } }));
  expect(await references('people.journey', at(people, '営業'), true)).toEqual([
    'people.journey:1 営業',
    'main.journey:8 営業',
  ]);
  expect(await references('main.journey', at(main, 'Done'), false)).toEqual(['main.journey:12 Done']);
  expect(await references('main.journey', at(main, 'Calls'), true)).toEqual([
    'main.journey:9 Calls',
    'main.journey:12 Calls',
  ]);
});

test('marks the same name in the file', async () => {
  const client = await booking();
  const marks = await client.ask<readonly DocumentHighlight[]>(
    'documentHighlight',
    'main.journey',
    at(main, 'Late', 2),
  );
  expect(marks.map(({ range, kind }) => [range.start.line, kind])).toEqual([
    [10, 3],
    [14, 2],
  ]);
});

test.each([
  ['Busy', '話し中'],
  ['Calls', 'when'],
  ['営業', 'Sales'],
])('renames %s to %s everywhere', async (id, name) => {
  const client = await booking();
  const before = await client.version('main.journey', 1);
  const codes = String(before.diagnostics.map(({ code }) => code));
  const edit = await client.ask<WorkspaceEdit>('rename', 'main.journey', at(main, id), { newName: name });
  for (const [path, text] of Object.entries({ 'main.journey': main, 'people.journey': people })) {
    const changed = TextDocument.applyEdits(
      TextDocument.create('', '', 0, text),
      edit.changes?.[client.uri(path)] ?? [],
    );
    expect(changed).toBe(text.replaceAll(new RegExp(`(?<![\\p{L}"])${id}(?![\\p{L}])`, 'gu'), name));
    await client.change(path, changed);
  }
  const same = ({ version, diagnostics }: PublishDiagnosticsParams): boolean =>
    version === 2 && String(diagnostics.map(({ code }) => code)) === codes;
  await client.told('main.journey', same);
});

test.each([
  ['Busy', 'Done', 'already'],
  ['Busy', 'two words', 'cannot be an id'],
  ['Busy', '', 'cannot be an id'],
  ['Busy', '2nd', 'cannot be an id'],
  ['phone', 'telephone', 'standard library'],
])('does not rename %s to "%s"', async (id, newName, reason) => {
  const client = await booking();
  await expect(client.ask('rename', 'main.journey', at(main, id), { newName })).rejects.toThrow(reason);
});

test('says what would be renamed', async () => {
  const client = await booking();
  expect(await client.ask('prepareRename', 'main.journey', at(main, 'Done'))).toMatchObject({ placeholder: 'Done' });
  expect(await client.ask('prepareRename', 'main.journey', { line: 1, character: 0 })).toBeNull();
  await expect(client.ask('prepareRename', 'main.journey', at(main, 'phone'))).rejects.toThrow('standard library');
});

test('gives an outline with titles in the language of the client', async () => {
  const client = await booking();
  const lines = (symbols: readonly DocumentSymbol[], indent = ''): readonly string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name} (${detail ?? ''})`,
      ...lines(children, `${indent}  `),
    ]);
  const symbols = await client.ask<readonly DocumentSymbol[]>('documentSymbol', 'main.journey');
  expect(lines(symbols)).toEqual([
    'Booking (1 finding)',
    '  Calls ()',
    '    Line is busy (Busy · phone, web)',
    '      Late ()',
    '    Done ()',
  ]);
});

test('gives an outline of a broken file', async () => {
  const client = await started();
  await client.open('a.journey', 'journey A {\n  stage S {\n    touchpoint T on\n    touchpoint\n  team\nteam B\n');
  const symbols = await client.ask<readonly DocumentSymbol[]>('documentSymbol', 'a.journey');
  expect(symbols.map(({ name }) => name)).toEqual(['A', 'B']);
  expect(symbols[0]?.children?.[0]?.children?.map(({ name }) => name)).toContain('T');
});

test('folds blocks and comments', async () => {
  const client = await booking();
  const folds = await client.ask<readonly FoldingRange[]>('foldingRange', 'main.journey');
  expect(folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [2, 4, 'comment'],
    [5, 17, undefined],
    [8, 16, undefined],
    [9, 11, undefined],
    [13, 15, undefined],
  ]);
});

test('above a persona stand its segments, below a segment the personas of all files', async () => {
  const files = {
    'segments.journey': 'segment Office "Office workers" {\n  share 60%\n}\nsegment Young\n',
    'people.journey': 'import "segments.journey"\npersona Ken in Office, Young\npersona Sato in Office\n',
  };
  const client = await started({ files });
  const hierarchy = async (method: string, item: TypeHierarchyItem | undefined) =>
    client.connection.sendRequest<readonly TypeHierarchyItem[]>(`typeHierarchy/${method}`, { item });
  const names = (items: readonly TypeHierarchyItem[]): readonly string[] =>
    items.map(({ name, detail, uri }) => `${client.path(uri)}: ${name}, ${detail}`);
  const [ken] = await client.ask<readonly TypeHierarchyItem[]>('prepareTypeHierarchy', 'people.journey', {
    line: 1,
    character: 9,
  });
  const above = await hierarchy('supertypes', ken);
  expect(names(above)).toEqual(['segments.journey: Office workers, segment · 60%', 'segments.journey: Young, segment']);
  expect(names(await hierarchy('subtypes', above[0]))).toEqual([
    'people.journey: Ken, persona',
    'people.journey: Sato, persona',
  ]);
  expect(await hierarchy('subtypes', ken)).toEqual([]);
  expect(await client.ask('prepareTypeHierarchy', 'people.journey', { line: 0, character: 0 })).toBeNull();
});
