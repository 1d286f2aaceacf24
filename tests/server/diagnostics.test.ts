import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { journey } from '../cli/journey.ts';
import { type Client, started } from './client.ts';

const people = 'team Sales "営業部"\n';
const main = 'import "people.journey"\njourney A "A" {\n  owner Sales\n}\n';

function codes(client: Client, path: string): readonly unknown[] | undefined {
  return client.diagnostics.get(path)?.diagnostics.map(({ code }) => code);
}

test('tells what is wrong, why, where else, and where to read on', async () => {
  const client = await started();
  const text = readFileSync(join(rules, 'asks-again/invalid.journey'), 'utf8');
  await client.open('a.journey', text);
  const { diagnostics, version } = await client.version('a.journey', 1);
  expect(version).toBe(1);
  const found = diagnostics.find(({ code }) => code === 'asks-again');
  expect(found).toMatchObject({
    source: 'journey',
    severity: 2,
    relatedInformation: [
      expect.objectContaining({ location: expect.objectContaining({ uri: client.uri('a.journey') }) }),
    ],
  });
});

test('links to the page of the rule in a way that the client can follow', async () => {
  const text = readFileSync(join(rules, 'asks-again/invalid.journey'), 'utf8');
  const linkFor = async (capabilities: ClientCapabilities, locale: string): Promise<string> => {
    const client = await started({ capabilities, locale });
    await client.open('a.journey', text);
    const { diagnostics } = await client.version('a.journey', 1);
    return diagnostics.find(({ code }) => code === 'asks-again')?.codeDescription?.href ?? '';
  };
  expect(await linkFor({ workspace: { textDocumentContent: {} } }, 'en')).toBe('builtin:/rules/asks-again.md');
  // Any editor opens a file.
  const file = await linkFor({}, 'ja');
  expect(file).toMatch(/^file:.*docs\/ja\/rules\/asks-again\.md$/);
  expect(readFileSync(fileURLToPath(file), 'utf8')).toContain('# asks-again');
});

test('fades what is not needed', async () => {
  const client = await started({ files: { 'people.journey': people } });
  await client.open('a.journey', 'import "people.journey"\n');
  const { diagnostics } = await client.version('a.journey', 1);
  expect(diagnostics.map(({ tags }) => tags)).toEqual([[1]]);
});

test('an edit of an imported file is an edit of what imports it', async () => {
  const client = await started({ files: { 'people.journey': people, 'main.journey': main } });
  await client.open('main.journey', main);
  await client.open('people.journey', people);
  await client.version('people.journey', 1);
  await client.version('main.journey', 1);
  expect(codes(client, 'main.journey')).not.toContain('unknown-name');
  await client.change('people.journey', people.replace('Sales', 'Support'));
  await client.told('main.journey', ({ diagnostics }) => diagnostics.some(({ code }) => code === 'unknown-name'));
  await client.change('people.journey', people);
  await client.told('main.journey', ({ diagnostics }) => diagnostics.every(({ code }) => code !== 'unknown-name'));
});

test('a file that is only on the disk is checked after those that are open', async () => {
  const files = { 'closed.journey': 'journey A {\n  owner Nobody\n}\n', 'open.journey': '' };
  const client = await started({ files });
  await client.open('open.journey', 'journey B {\n  owner Nobody\n}\n');
  await client.told('closed.journey', ({ diagnostics }) => diagnostics.length > 0);
  expect(client.published.indexOf('open.journey')).toBeLessThan(client.published.indexOf('closed.journey'));
});

test('closing keeps what is said about the file on the disk; deleting takes it back', async () => {
  const saved = main.replace('"A"', '"A" {}');
  const client = await started({ files: { 'people.journey': people, 'main.journey': saved } });
  await client.open('main.journey', main.replace('Sales', 'Nobody'));
  await client.version('main.journey', 1);
  expect(codes(client, 'main.journey')).toContain('unknown-name');
  await client.close('main.journey');
  await client.told('main.journey', ({ version }) => version === undefined);
  expect(codes(client, 'main.journey')).not.toContain('unknown-name');
  expect(codes(client, 'main.journey')?.length).toBeGreaterThan(0);

  rmSync(join(client.folder, 'people.journey'));
  const deleted = { changes: [{ uri: client.uri('people.journey'), type: 3 }] };
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', deleted);
  await client.told('main.journey', ({ diagnostics }) => diagnostics.some(({ code }) => code === 'missing-import'));
  client.write('people.journey', people);
  const made = { changes: [{ uri: client.uri('people.journey'), type: 1 }] };
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', made);
  await client.told('main.journey', ({ diagnostics }) => diagnostics.every(({ code }) => code !== 'missing-import'));

  rmSync(join(client.folder, 'main.journey'));
  const gone = { changes: [{ uri: client.uri('main.journey'), type: 3 }] };
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', gone);
  await client.told('main.journey', ({ diagnostics }) => diagnostics.length === 0);
});

test('a configuration counts as soon as it is saved', async () => {
  const client = await started({ files: { 'people.journey': people } });
  await client.open(
    'a.journey',
    'import "people.journey"\njourney A {\n  stage S {\n    touchpoint T on phone { waits 2 h }\n  }\n}\n',
  );
  await client.version('a.journey', 1);
  const [code] = codes(client, 'a.journey')?.filter((each) => each !== 'unused-import') ?? [];
  expect(code).toBeDefined();
  client.write('journey.config.json', JSON.stringify({ rules: { [String(code)]: 'off' } }));
  const changes = [{ uri: client.uri('journey.config.json'), type: 1 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await client.told('a.journey', ({ diagnostics }) => diagnostics.every((each) => each.code !== code));
});

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const rules = fileURLToPath(new URL('../../src/friction/rules/', import.meta.url));

interface Checked {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly range: unknown;
}

test.each(
  readdirSync(examples, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name),
)('the example %s: the same as `journey check` says', async (name) => {
  const files = Object.fromEntries(
    readdirSync(join(examples, name))
      .filter((file) => file.endsWith('.journey'))
      .map((file) => [file, readFileSync(join(examples, name, file), 'utf8')]),
  );
  const client = await started({ files });
  const [first = ''] = Object.keys(files);
  await client.open(first, files[first] ?? '');
  const { stdout } = await journey(['check', '-f', 'json'], { cwd: client.folder });
  const checked = JSON.parse(stdout) as readonly Checked[];
  expect(checked.length).toBeGreaterThan(0);
  const expected = checked.map(({ file, code, range }) => JSON.stringify([file, code, range])).toSorted();
  const told = (): readonly string[] =>
    [...client.diagnostics]
      .flatMap(([path, { diagnostics }]) => diagnostics.map(({ code, range }) => JSON.stringify([path, code, range])))
      .toSorted();
  await expect.poll(told).toEqual(expected);
});
