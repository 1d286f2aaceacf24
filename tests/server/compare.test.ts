// What a file says differently than an earlier text of it, as an editor asks for it.
import { expect, test } from 'vitest';
import type { CompareResult } from '../../src/server/protocol.ts';
import { type Client, started } from './client.ts';

const room = `import "people.journey"
journey Room "A room" {
  kind asIs
  for Ken
  stage Search "Search" : search {
    touchpoint Calls "Calls" on phone by customer { feels anxious }
    touchpoint Writes "Writes" on email by customer { feels tired end success }
  }
}
`;
const files = { 'room.journey': room, 'people.journey': 'persona Ken "Ken" { age 34 }\n' };

async function compared(client: Client, texts: Readonly<Record<string, string | null>>): Promise<CompareResult | null> {
  return client.connection.sendRequest('journey/compare', {
    textDocument: { uri: client.uri('room.journey') },
    texts: Object.entries(texts).map(([path, text]) => ({ uri: client.uri(path), text })),
  });
}

test('tells the changes since an earlier text, each with both places', async () => {
  const client = await started({ files });
  const result = await compared(client, { 'room.journey': room.replace('feels tired ', 'feels hopeful ') });
  const [journey] = result?.journeys ?? [];
  expect(journey).toMatchObject({ key: 'Room', title: expect.stringContaining('A room') as string });
  expect(journey?.changes).toHaveLength(1);
  const [change] = journey?.changes ?? [];
  expect(change).toMatchObject({ kind: 'changed', before: { range: { start: { line: 6 } } } });
  expect(change?.after?.uri).toBe(client.uri('room.journey'));
});

test('says nothing when only the layout differs', async () => {
  const client = await started({ files });
  const result = await compared(client, { 'room.journey': room.replaceAll('  ', '      ') });
  expect(result).toEqual({ journeys: [], shared: [] });
});

test('takes imports as they were, and a file that was not there as new', async () => {
  const client = await started({ files });
  const before = { 'room.journey': room, 'people.journey': 'persona Ken "Ken" { age 34 }\n' };
  expect(await compared(client, before)).toEqual({ journeys: [], shared: [] });
  const fresh = await compared(client, { 'room.journey': null });
  expect(fresh?.journeys).toMatchObject([{ key: 'Room', verdict: 'new' }]);
});
