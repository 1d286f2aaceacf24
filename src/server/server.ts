import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIGURATION_FILE } from '../friction/configuration/configuration.ts';
import { LIBRARY_SCHEME, libraryText } from '../language/library.ts';
import { features } from './features.ts';
import type { Host } from './host.ts';
import { localeOf } from './locale.ts';
import { rulePageText } from './rule-pages.ts';
import { Session } from './session.ts';

/** Answers one client over a connection. */
export function startServer(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let canWatch = false;

  connection.onInitialize((params): InitializeResult => {
    const made = new Session(connection, host, { locale: localeOf(params.locale), folders: foldersOf(params) });
    session = made;
    canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    texts.onDidChangeContent(({ document }) => made.changed(document));
    texts.onDidClose(({ document }) => made.closed(document.uri));
    connection.onDidChangeWatchedFiles(({ changes }) => made.watched(changes.map(({ uri }) => uri)));
    connection.workspace.textDocumentContent.on(({ uri }) => ({
      text: libraryText(uri) ?? rulePageText(uri, made.locale) ?? '',
    }));
    const capabilities = features.map((register) => register(connection, made, params.capabilities));
    return {
      serverInfo: { name: 'journey', version: host.version },
      capabilities: Object.assign(
        {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          workspace: {
            workspaceFolders: { supported: true },
            textDocumentContent: { schemes: [LIBRARY_SCHEME] },
          },
        },
        ...capabilities,
      ) as InitializeResult['capabilities'],
    };
  });

  connection.onInitialized(() => {
    session?.readFolders();
    if (!canWatch) return;
    const watchers = [{ globPattern: '**/*.journey' }, { globPattern: `**/${CONFIGURATION_FILE}` }];
    // A client that refuses is one that does not watch.
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  });

  texts.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams & { readonly rootUri?: string | null }): string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}
