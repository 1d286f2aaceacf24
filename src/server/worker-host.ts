import type { Connection } from 'vscode-languageserver/browser';
import { JOURNEY_EXTENSION } from '../language/journey-extension.ts';
import { type FileRead, normalized } from '../language/workspace/file-access.ts';
import type { Host } from './host.ts';
import type { ClientRequests } from './protocol.ts';

/** How many files are asked for at once: enough not to wait for each, and not all in one message. */
const batch = 100;

const missing: FileRead = { absence: 'missing', reason: { en: 'no such file', ja: 'ファイルがありません' } };

/** A host without a disk: the client reads the files of its folders and says when they change. */
export function clientHost(connection: Connection, version: string): Host {
  const texts = new Map<string, string>();
  const ask = async <Method extends keyof ClientRequests>(
    method: Method,
    params: ClientRequests[Method]['params'],
  ): Promise<ClientRequests[Method]['result']> => {
    try {
      return await connection.sendRequest<ClientRequests[Method]['result']>(method, params);
    } catch {
      // A client that cannot tell has no files but those that it opens.
      return [];
    }
  };
  const refresh = async (uris: readonly string[]): Promise<void> => {
    for (let start = 0; start < uris.length; start += batch) {
      const some = uris.slice(start, start + batch);
      const found = await ask('journey/readFiles', { uris: some });
      for (const [index, uri] of some.entries()) {
        const text = found[index];
        // A client writes URIs as it likes; the workspace has one form for each.
        if (typeof text === 'string') texts.set(normalized(uri), text);
        else texts.delete(normalized(uri));
      }
    }
  };
  return {
    version,
    locale: 'en',
    files: {
      read: (uri) => {
        const text = texts.get(uri);
        return text === undefined ? missing : { text };
      },
      list: (folder) => [...texts.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder),
    },
    find: async (folder) => {
      const uris = await ask('journey/listFiles', { folders: [folder] });
      await refresh(uris);
      return uris.filter((uri) => uri.endsWith(JOURNEY_EXTENSION) && texts.has(normalized(uri)));
    },
    roots: (folder) => [folder],
    refresh,
    kept: () => undefined,
    helpers: () => undefined,
    rulePage: () => undefined,
  };
}
