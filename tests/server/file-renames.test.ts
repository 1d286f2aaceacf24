import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, started } from './client.ts';

const files = {
  'people.journey': 'team Sales\n',
  'shared/channels.journey': 'import "../people.journey"\nchannel Desk : counter\n',
  'shared/データ.journey': 'data 氏名\n',
  'main.journey':
    'import "people.journey"\nimport "./shared/channels.journey" // desk\nimport "shared/データ.journey"\njourney J {\n  owner Sales\n  stage S {\n    touchpoint T on Desk {\n      asks 氏名\n    }\n  }\n}\n',
} as const;

/** The texts of the files that change, by their paths before the rename. */
async function renamed(client: Client, from: string, to: string): Promise<Readonly<Record<string, string>>> {
  const edit = await client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
    files: [{ oldUri: client.uri(from), newUri: client.uri(to) }],
  });
  const changes = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const path = client.path(uri);
      const text = TextDocument.create('', '', 1, files[path as keyof typeof files]);
      return [path, TextDocument.applyEdits(text, edits as TextEdit[])];
    }),
  );
}

const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };

test('a file that moves takes its imports along, and those of it', async () => {
  const client = await started({ files, capabilities });
  expect(client.initialized.capabilities.workspace?.fileOperations?.willRename?.filters.length).toBe(2);
  expect(await renamed(client, 'shared/channels.journey', 'other/deep/窓口.journey')).toEqual({
    'shared/channels.journey': files['shared/channels.journey'].replace('../people', '../../people'),
    'main.journey': files['main.journey'].replace('./shared/channels', './other/deep/窓口'),
  });
  expect(await renamed(client, 'people.journey', 'team.journey')).toEqual({
    'shared/channels.journey': files['shared/channels.journey'].replace('people', 'team'),
    'main.journey': files['main.journey'].replace('people', 'team'),
  });
  expect(await renamed(client, 'main.journey', 'main.txt')).toEqual({});
});

test('a folder that moves, and its name at the beginning of another', async () => {
  const client = await started({ files, capabilities });
  expect(await renamed(client, 'shared', 'common/base')).toEqual({
    'shared/channels.journey': files['shared/channels.journey'].replace('../people', '../../people'),
    'main.journey': files['main.journey'].replaceAll('shared/', 'common/base/'),
  });
  expect(await renamed(client, 'share', 'x')).toEqual({});
});

test('afterwards everything is known under its new name', async () => {
  const client = await started({ files, capabilities });
  const { 'main.journey': main = '' } = await renamed(client, 'people.journey', 'team.journey');
  await client.open('main.journey', main);
  await client.told('main.journey', ({ diagnostics }) => diagnostics.some(({ code }) => code === 'missing-import'));
  renameSync(join(client.folder, 'people.journey'), join(client.folder, 'team.journey'));
  await client.connection.sendNotification('workspace/didRenameFiles', {
    files: [{ oldUri: client.uri('people.journey'), newUri: client.uri('team.journey') }],
  });
  const { diagnostics } = await client.told('main.journey', (told) =>
    told.diagnostics.every(({ code }) => code !== 'missing-import'),
  );
  expect(diagnostics.filter(({ code }) => code === 'unknown-name')).toEqual([]);
});

const isMissing = ({ code }: { readonly code?: unknown }): boolean => code === 'missing-import';

test('a client that watches no files tells what it makes and deletes itself', async () => {
  const client = await started({ files: { 'main.journey': files['main.journey'] }, capabilities });
  const tell = async (what: 'Create' | 'Delete', path: string): Promise<void> =>
    client.connection.sendNotification(`workspace/did${what}Files`, { files: [{ uri: client.uri(path) }] });
  await client.open('main.journey', 'import "shared/team.journey"\njourney A "A" {\n}\n');
  await client.told('main.journey', ({ diagnostics }) => diagnostics.some(isMissing));
  client.write('shared/team.journey', 'team Sales "Sales"\n');
  await tell('Create', 'shared/team.journey');
  await client.told('main.journey', ({ diagnostics }) => !diagnostics.some(isMissing));
  rmSync(join(client.folder, 'shared'), { recursive: true });
  await tell('Delete', 'shared');
  const { diagnostics } = await client.told('main.journey', (told) => told.diagnostics.some(isMissing));
  expect(diagnostics.filter(isMissing)).toHaveLength(1);
});
