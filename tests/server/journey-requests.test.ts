import { expect, test } from 'vitest';
import { patched } from '../../src/map/patch.ts';
import type { MapAnswer, MapResult, ServerNotifications, ServerRequests } from '../../src/server/protocol.ts';
import { type Client, started } from './client.ts';

type Method = keyof ServerRequests;

async function ask<M extends Method>(
  client: Client,
  method: M,
  params: ServerRequests[M]['params'],
): Promise<ServerRequests[M]['result']> {
  return client.connection.sendRequest<ServerRequests[M]['result']>(method, params);
}

const people = 'persona Ken "健さん"\nteam Sales "営業部"\n';
const room = `import "people.journey"

journey Room "Book a room" {
  for Ken
  owner Sales
  stage Search "Search" : search {
    touchpoint Call "Calls" on phone by customer {
      asks name
      waits 40 min
    }
    touchpoint Desk "Arrives" on store {
      asks name
    }
  }
}

journey Later "Afterwards" {
  stage Use {
    touchpoint Sit on store
  }
}
`;

test('gives the map of a journey with its findings, and nothing when it would be the same again', async () => {
  const client = await started({ files: { 'people.journey': people } });
  await client.open('room.journey', room);
  const textDocument = { uri: client.uri('room.journey') };
  const map = await ask(client, 'journey/map', { textDocument });
  if (map?.kind !== 'map') throw new Error('There is no map');
  expect(map).toMatchObject({
    uri: textDocument.uri,
    version: 1,
    journey: 'Room',
    journeys: [
      { key: 'Room', title: 'Book a room', range: { start: { character: 0 } } },
      { key: 'Later', title: 'Afterwards' },
    ],
    personas: [{ key: 'Ken', title: '健さん' }],
  });
  expect(map.data.content.touchpoints.map(({ title }) => title)).toEqual(['Calls', 'Arrives']);
  expect(map.findings.map(({ code, touchpoint }) => [code, touchpoint])).toContainEqual([
    'asks-again',
    'Room.Search.Desk',
  ]);
  expect(await ask(client, 'journey/map', { textDocument, known: map.stamp })).toEqual({
    kind: 'unchanged',
    version: 1,
    stamp: map.stamp,
  });
  const other = await ask(client, 'journey/map', { textDocument, position: { line: 17, character: 3 } });
  expect(other).toMatchObject({ kind: 'map', journey: 'Later' });
  expect(await ask(client, 'journey/map', { textDocument: { uri: client.uri('people.journey') } })).toBeNull();
  expect(await ask(client, 'journey/map', { textDocument: { uri: client.uri('none.journey') } })).toBeNull();
});

test('says that a map has changed once somebody looks at it, after the diagnostics of the same version', async () => {
  const client = await started({ files: { 'people.journey': people } });
  const order: string[] = [];
  client.connection.onNotification('journey/mapChanged', ({ uris }: ServerNotifications['journey/mapChanged']) => {
    const { version } = client.diagnostics.get('room.journey') ?? {};
    order.push(...uris.map((uri) => `${client.path(uri)} ${version}`));
  });
  await client.open('room.journey', room);
  await client.version('room.journey', 1);
  await client.version('room.journey', await client.change('room.journey', `${room}\n`));
  const textDocument = { uri: client.uri('room.journey') };
  const first = await ask(client, 'journey/map', { textDocument });
  expect(order).toEqual([]);
  await client.version('room.journey', await client.change('room.journey', room.replace('Calls', 'Phones')));
  const second = await ask(client, 'journey/map', { textDocument });
  expect(order).toEqual(['room.journey 3']);
  expect(second?.stamp).not.toBe(first?.stamp);
});

test('tells who draws while somebody types what is different, at once and without findings of the new text', async () => {
  const client = await started({ files: { 'people.journey': people } });
  await client.open('room.journey', room);
  const textDocument = { uri: client.uri('room.journey') };
  const first = await ask(client, 'journey/map', { textDocument, live: true });
  if (first?.kind !== 'map') throw new Error('There is no map');
  // Nothing is lost on the way, whatever is typed: in the end it is the map that is drawn anew.
  let known: MapResult = first;
  for (const text of [
    room.replace('"Calls"', '"Phones"'),
    room.replace('"Calls"', '"Phones"').replace('      asks name\n', ''),
    room.replace('for Ken', 'for Ken\n  // a line more\n'),
  ]) {
    const version = await client.change('room.journey', text);
    const early = await ask(client, 'journey/map', { textDocument, live: true, known: known.stamp });
    expect(early).toMatchObject({ kind: 'change', version, from: known.stamp });
    known = withChanges(known, early);
    await client.version('room.journey', version);
    known = withChanges(known, await ask(client, 'journey/map', { textDocument, live: true, known: known.stamp }));
    const whole = await ask(client, 'journey/map', { textDocument });
    expect({ ...known, stamp: '' }).toEqual({ ...whole, stamp: '' });
  }
  expect(await ask(client, 'journey/map', { textDocument, live: true, known: 'another' })).toMatchObject({
    kind: 'map',
    stamp: known.stamp,
  });
  await client.change('room.journey', room.replace('"Calls"', '"Calls'));
  expect(await ask(client, 'journey/map', { textDocument, live: true, known: known.stamp })).toMatchObject({
    kind: 'unchanged',
    stamp: known.stamp,
    mistake: { start: { line: 6 } },
  });
  expect(await ask(client, 'journey/map', { textDocument, live: true })).toMatchObject({
    kind: 'map',
    mistake: { start: { line: 6 } },
  });
});

test('gives model, scores and the pages of rules', async () => {
  const client = await started({ files: { 'people.journey': people }, locale: 'ja' });
  await client.open('room.journey', room);
  const textDocument = { uri: client.uri('room.journey') };
  expect(await ask(client, 'journey/model', { textDocument })).toMatchObject({
    file: 'room.journey',
    journeys: [{ id: 'Room' }, { id: 'Later' }],
  });
  const [score, later] = (await ask(client, 'journey/score', { textDocument })) ?? [];
  expect(score?.total).toBeGreaterThan(0);
  expect(score?.label).toContain('目安');
  expect(Object.keys(score?.causes ?? {}).length).toBeGreaterThan(0);
  expect(later?.touchpoints).toEqual([{ key: 'Later.Use.Sit', title: 'Sit', total: expect.any(Number) }]);
  const rule = await ask(client, 'journey/explainRule', { rule: 'asks-again', locale: 'en' });
  expect(rule?.markdown).toMatch(/^# asks-again\n/);
  expect(await ask(client, 'journey/explainRule', { rule: 'none' })).toBeNull();
});

test('lists the journeys of the workspace with what a side bar shows', async () => {
  const client = await started({ files: { 'people.journey': people, 'room.journey': room } });
  await client.open('room.journey', room);
  const { files } = await ask(client, 'journey/workspaceTree', {});
  expect(files.map(({ uri }) => client.path(uri))).toEqual(['room.journey']);
  expect(files[0]?.journeys[0]).toMatchObject({
    key: 'Room',
    owner: '営業部',
    personas: [{ key: 'Ken', title: '健さん' }],
    channels: [{ key: 'phone' }, { key: 'store' }],
    stages: [
      {
        key: 'Room.Search',
        touchpoints: [
          { title: 'Calls', channels: ['phone'] },
          { title: 'Arrives', channels: ['store'] },
        ],
      },
    ],
  });
  const [journey] = files[0]?.journeys ?? [];
  expect(journey?.issues.length).toBe(Object.values(journey?.findings ?? {}).reduce((sum, count) => sum + count, 0));
  expect(Object.values(files[0]?.journeys[0]?.causes ?? {}).length).toBeGreaterThan(0);
  const changed = new Promise<void>((resolve) => {
    client.connection.onNotification('journey/workspaceTreeChanged', () => resolve());
  });
  await client.change('room.journey', room.replace('Book a room', 'Rent a room'));
  await changed;
  const again = await ask(client, 'journey/workspaceTree', {});
  expect(again.files[0]?.journeys[0]?.title).toBe('Rent a room');
});

test('lists a journey once that was written without a file and has been saved', async () => {
  const client = await started({ files: { 'people.journey': people, 'room.journey': room } });
  const uri = client.uri('room.journey').replace('file:', 'untitled:');
  const listed = async (): Promise<readonly string[]> =>
    (await ask(client, 'journey/workspaceTree', {})).files.map((file) => file.uri);
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'journey', version: 1, text: room },
  });
  await expect.poll(listed).toEqual(expect.arrayContaining([uri]));
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await expect.poll(listed).toEqual([client.uri('room.journey')]);
});

/** What a client has that was told no more than what is different. */
function withChanges(map: MapResult, answer: MapAnswer | null): MapResult {
  if (answer?.kind === 'map') return answer;
  const { version = null, stamp = '' } = answer ?? {};
  const contents = answer?.kind === 'change' ? (patched(map, answer.patch) as MapResult) : map;
  return { ...contents, version, stamp };
}

test('gives the journey that a copied table is, with what somebody must look at, and nothing for other texts', async () => {
  const client = await started({ locale: 'ja' });
  const text = 'Stage\tTouchpoint\tEmotion\nFind\tSees the ad\tmeh\n';
  const imported = await ask(client, 'journey/import', { text, title: 'T' });
  expect(imported?.text).toContain('touchpoint SeesTheAd "Sees the ad"');
  expect(imported?.problems).toMatchObject([{ line: 2, message: expect.stringContaining('「meh」') }]);
  expect(await ask(client, 'journey/import', { text: room, title: 'T' })).toBeNull();
});
