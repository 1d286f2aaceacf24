import { type ExtensionContext, FileType, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { ClientRequests } from '../server/protocol.ts';
import type { ClientHooks } from './client-hooks.ts';
import { clientOptions } from './client-options.ts';
import { CLIENT_ID, CLIENT_NAME } from './language-service.ts';

/** The server in a worker of its own: the file of the command knows where it runs. It has no disk, and asks for what it reads. */
export function createClient({ extensionUri }: ExtensionContext, hooks: ClientHooks): LanguageClient {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'journey.js').toString(true));
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, worker, clientOptions(hooks));
  client.onRequest('journey/listFiles', async ({ folders }: ClientRequests['journey/listFiles']['params']) => {
    const found = await Promise.all(folders.map(async (folder) => filesBelow(Uri.parse(folder))));
    return found.flat();
  });
  client.onRequest('journey/readFiles', async ({ uris }: ClientRequests['journey/readFiles']['params']) =>
    Promise.all(uris.map(textOf)),
  );
  return client;
}

/** All journeys, configurations and results of measurements in a folder. Not by search, which not every file system of the web has. */
async function filesBelow(folder: Uri): Promise<readonly string[]> {
  const items = await workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [],
  );
  const found = await Promise.all(
    items.map(async ([name, type]): Promise<readonly string[]> => {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) return /^(\.|node_modules$)/.test(name) ? [] : filesBelow(uri);
      return /\.(journey|evidence\.json)$|^journey\.config\.json$/.test(name) ? [uri.toString()] : [];
    }),
  );
  return found.flat();
}

async function textOf(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch {
    return null;
  }
}
