// How a conversation begins, changes and fails: everything around the answers themselves.
import { expect, test } from 'vitest';
import { LSPErrorCodes, ErrorCodes } from 'vscode-languageserver';
import { folderWith, wrong } from '../cli/journey.ts';
import { pathToFileURL } from 'node:url';
import { launched, started } from './client.ts';

const noisy = 'journey A {\n  owner Nobody\n}\n';

test('a client that asks gets findings with the id of what it knows, and nothing when it knows it already', async () => {
  const client = await started({
    capabilities: { textDocument: { diagnostic: { relatedDocumentSupport: true } } },
    files: { 'people.journey': 'team Sales\n', 'closed.journey': noisy },
  });
  expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  await client.open('main.journey', 'import "people.journey"\njourney A "A" {\n  owner Sales\n}\n');
  await client.open('people.journey', 'team Support\n');
  const report = await client.ask<Report>('diagnostic', 'people.journey');
  expect(report.kind).toBe('full');
  const related = report.relatedDocuments?.[client.uri('main.journey')];
  expect(related?.items?.map(({ code }) => code)).toContain('unknown-name');
  const again = await client.ask<Report>('diagnostic', 'people.journey', undefined, {
    previousResultId: report.resultId,
  });
  expect(again).toMatchObject({ kind: 'unchanged', resultId: report.resultId });
  expect(client.published).toEqual([]);

  const parts: string[] = [];
  client.connection.onNotification(
    '$/progress',
    ({ value }: { readonly value: { readonly items?: readonly Item[] } }) => {
      parts.push(...(value.items ?? []).map(({ uri }) => client.path(uri)));
    },
  );
  const whole = await client.connection.sendRequest<{ readonly items: readonly Item[] }>('workspace/diagnostic', {
    previousResultIds: [{ uri: client.uri('gone.journey'), value: 'x' }],
    partialResultToken: 'parts',
  });
  const files = [...parts, ...whole.items.map(({ uri }) => client.path(uri))].toSorted();
  expect(files).toEqual(['closed.journey', 'gone.journey', 'main.journey', 'people.journey']);
});

interface Report {
  readonly kind: string;
  readonly resultId: string;
  readonly items?: readonly { readonly code: string }[];
  readonly relatedDocuments?: Readonly<Record<string, Report>>;
}

interface Item {
  readonly uri: string;
}

test('shows how far it is', async () => {
  const client = launched({ 'a.journey': noisy, 'b.journey': noisy });
  const kinds: string[] = [];
  const ended = new Promise<void>((resolve) => {
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onNotification(
      '$/progress',
      ({ value: { kind } }: { readonly value: { readonly kind: string } }) => {
        kinds.push(kind);
        if (kind === 'end') resolve();
      },
    );
  });
  await client.initialize({ capabilities: { window: { workDoneProgress: true } } });
  await ended;
  expect(kinds[0]).toBe('begin');
  expect(client.diagnostics.size).toBe(2);
});

test('folders come and go while it runs', async () => {
  const client = await started({
    capabilities: { workspace: { workspaceFolders: true } },
    files: { 'a.journey': noisy },
  });
  await client.told('a.journey', ({ diagnostics }) => diagnostics.length > 0);
  const other = pathToFileURL(folderWith({ 'b.journey': noisy })).toString();
  const change = async (added: readonly string[], removed: readonly string[]): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(named), removed: removed.map(named) },
    });
  await change([other], []);
  await client.told(`${other}/b.journey`, ({ diagnostics }) => diagnostics.length > 0);
  await change([], [other]);
  await client.told(`${other}/b.journey`, ({ diagnostics }) => diagnostics.length === 0);
  expect(client.diagnostics.get('a.journey')?.diagnostics.length).toBeGreaterThan(0);
});

function named(uri: string): { readonly uri: string; readonly name: string } {
  return { uri, name: uri };
}

test('what is wrong in a configuration that nobody has opened is said at its place', async () => {
  const client = await started({ files: { 'a.journey': noisy, 'journey.config.json': '{ "extend": "strict" }' } });
  await client.open('a.journey', noisy);
  const { diagnostics } = await client.told('journey.config.json', (told) => told.diagnostics.length > 0);
  expect(diagnostics.map(({ code }) => code)).toEqual(['config-unknown-key']);
});

test('a configuration counts while it is typed, and its mistakes are shown at their places', async () => {
  const client = await started({ files: { 'a.journey': noisy, 'journey.config.json': '{}' } });
  await client.open('a.journey', noisy);
  await client.told('a.journey', ({ diagnostics }) => diagnostics.length > 0);
  await client.open('journey.config.json', '{ "ignore": ["a.journey"], "extend": "strict" }');
  const { diagnostics } = await client.version('journey.config.json', 1);
  expect(diagnostics.map(({ code, range }) => [code, range.start.character])).toEqual([['config-unknown-key', 27]]);
  await client.told('a.journey', (told) => told.diagnostics.length === 0);
  await client.change('journey.config.json', '{');
  await client.told('journey.config.json', (told) => told.diagnostics.some(({ code }) => code === 'config-syntax'));
  await client.told('a.journey', (told) => told.diagnostics.length > 0);
});

test('a request that fails is answered with an error, and the next one as ever', async () => {
  const client = await started();
  await client.open('a.journey', wrong);
  const failed = client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: client.uri('a.journey') },
  });
  await expect(failed).rejects.toMatchObject({
    code: expect.toBeOneOf([ErrorCodes.InternalError, ErrorCodes.InvalidParams, LSPErrorCodes.RequestFailed]),
  });
  const far = await client.ask('hover', 'a.journey', { line: 9999, character: 9999 });
  expect(far).toBeNull();
  expect(await client.ask('documentSymbol', 'none.journey')).toEqual([]);
  expect(await client.stop()).toBe(0);
});

test('ends with 1 when told to exit without having said goodbye', async () => {
  const client = await started();
  await client.connection.sendNotification('exit');
  expect(await client.exit).toBe(1);
});
