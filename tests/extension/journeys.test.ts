// The lines of the side bar, from what the server says.
import { expect, test } from 'vitest';
import { type Node, nodesOf } from '../../src/extension/journeys/nodes.ts';
import type { WorkspaceTree } from '../../src/server/protocol.ts';
import { started } from '../server/client.ts';

const text = `persona Ken "Ken" { age 34 }
persona Aki "Aki" { age 50 }
team Desk "Front desk"
journey Room "A room" {
  kind asIs
  for Ken, Aki
  owner Desk
  stage Search "Search" : search {
    touchpoint Calls "Calls" on phone by customer { asks name feels anxious }
    touchpoint Writes "Writes" on email by customer { asks name feels tired end success }
  }
}
`;
const names = {
  noOwner: 'nobody',
  causes: {
    empowerment: 'empowerment',
    duration: 'duration',
    identity: 'identity',
    transparency: 'transparency',
    consistency: 'consistency',
    other: 'other',
  },
};

async function tree(): Promise<WorkspaceTree> {
  const client = await started({ files: { 'room.journey': text, 'empty.journey': 'journey Nothing "Nothing" { }\n' } });
  return client.connection.sendRequest('journey/workspaceTree', {});
}

const labels = (nodes: readonly Node[]): readonly string[] => nodes.map(({ label }) => label);
const namesakes = (nodes: readonly Node[]): readonly boolean[] => nodes.map(({ hasNamesake }) => hasNamesake);

test('orders by journey, persona, channel, owner and cause', async () => {
  const all = await tree();
  // By their files, not by what was read first.
  expect(labels(nodesOf(all, 'journey', 'all', names))).toEqual(['Nothing', 'A room']);
  expect(labels(nodesOf({ files: all.files.toReversed() }, 'journey', 'all', names))).toEqual(['Nothing', 'A room']);
  expect(labels(nodesOf(all, 'persona', 'all', names)).toSorted()).toEqual(['Aki', 'Ken']);
  expect(labels(nodesOf(all, 'owner', 'all', names)).toSorted()).toEqual(['Front desk', 'nobody']);
  const channels = nodesOf(all, 'channel', 'all', names);
  expect(channels).toHaveLength(2);
  const causes = nodesOf(all, 'cause', 'all', names);
  expect(labels(causes)).toContain('identity');
});

test('journeys of the same title are told apart by their files', async () => {
  const { files } = await tree();
  const copies = files.map((file) => ({ ...file, uri: file.uri.replace('.journey', '-copy.journey') }));
  expect(namesakes(nodesOf({ files }, 'journey', 'all', names))).toEqual([false, false]);
  const both = { files: [...files, ...copies.slice(0, 1)] };
  expect(namesakes(nodesOf(both, 'journey', 'all', names)).filter(Boolean)).toHaveLength(2);
});

test('a channel has the findings of its touchpoints and no others', async () => {
  const [, ...rest] = [undefined, ...nodesOf(await tree(), 'channel', 'all', names)];
  const email = rest.find(({ findings }) => findings.some(({ code }) => code === 'asks-again'));
  expect(email?.findings.every(({ touchpoint }) => touchpoint === 'Room.Search.Writes')).toBe(true);
  expect(email?.count).toBe(email?.findings.length);
});

test('counts what the filter lets through, and leaves out what has none of it', async () => {
  const all = await tree();
  const whole = nodesOf(all, 'journey', 'all', names);
  for (const node of whole) expect(node.count).toBe(node.findings.length);
  const problems = nodesOf(all, 'journey', 'problems', names);
  expect(problems.every(({ count }) => count > 0)).toBe(true);
  const severities = problems.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  expect(severities.filter((each) => each !== 'error' && each !== 'warning')).toEqual([]);
});

test('every finding of a journey stands in exactly one place below it', async () => {
  const leaves = (node: Node): readonly Node[] => (node.kind === 'finding' ? [node] : node.children.flatMap(leaves));
  for (const journey of nodesOf(await tree(), 'journey', 'all', names)) {
    expect(leaves(journey)).toHaveLength(journey.findings.length);
    const ids = leaves(journey).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
