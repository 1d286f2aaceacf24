import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RESULT_ENDING } from '../evidence/result-file.ts';
import { CONFIGURATION_FILE } from '../friction/configuration/configuration.ts';
import { LIBRARY_SCHEME } from '../language/library/library.ts';
import { type ClientSettings, readClientSettings } from './client-settings.ts';
import { features } from './features.ts';
import type { Host } from './host.ts';
import { localeOf } from './locale.ts';
import { noProgress, shownProgress } from './progress.ts';
import type { InitializationOptions } from './protocol.ts';
import { isRecord } from './records.ts';
import { rulePage, ruleOf } from './rule-pages.ts';
import { Session } from './session.ts';

/** Where users set what `ClientSettings` holds. */
const SECTION = 'journey';

/** Answers one client over a connection. */
export function startServer(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  let begin: (() => void) | undefined;

  connection.onInitialize((params): InitializeResult => {
    const { capabilities: client } = params;
    const locale = params.locale === undefined ? host.locale : localeOf(params.locale);
    const pulls = pullsDiagnostics(params);
    const opensOurDocuments = client.workspace?.textDocumentContent !== undefined;
    const session = new Session(connection, host, {
      locale,
      folders: foldersOf(params),
      pushes: !pulls,
      commands: commandsOf(params.initializationOptions),
      pageOf: (code) =>
        ruleOf(code) === undefined ? undefined : opensOurDocuments ? rulePage(code) : host.rulePage(code, locale),
    });
    texts.onDidChangeContent(({ document }) => session.files.changed(document));
    texts.onDidClose(({ document }) => session.files.closed(document.uri));
    connection.onDidChangeWatchedFiles(({ changes }) => session.files.watched(changes.map(({ uri }) => uri)));
    begin = () => {
      session.files.readFolders(
        client.window?.workDoneProgress === true ? shownProgress(connection, locale) : noProgress,
      );
      watchFiles(connection, client);
      followSettings(connection, client, session);
      if (client.workspace?.workspaceFolders !== true) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session.files.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    };
    const capabilities = features.map((register) => register(connection, session, client));
    return {
      serverInfo: { name: 'journey', version: host.version },
      capabilities: Object.assign(
        {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        },
        ...(pulls
          ? [{ diagnosticProvider: { identifier: 'journey', interFileDependencies: true, workspaceDiagnostics: true } }]
          : []),
        ...capabilities,
        {
          workspace: Object.assign(
            {
              workspaceFolders: { supported: true, changeNotifications: true },
              textDocumentContent: { schemes: [LIBRARY_SCHEME] },
            },
            ...capabilities.map(({ workspace }) => workspace ?? {}),
          ) as ServerCapabilities['workspace'],
        },
      ) as InitializeResult['capabilities'],
    };
  });

  connection.onInitialized(() => begin?.());
  texts.listen(connection);
  connection.listen();
}

/**
 * Findings are pushed unless the client cannot be told so, or wants to ask by itself: what is pushed is there sooner, and a
 * client that gets both shows everything twice.
 */
function pullsDiagnostics({ capabilities: { textDocument }, initializationOptions }: InitializeParams): boolean {
  if (textDocument?.diagnostic === undefined) return false;
  const wish = isRecord(initializationOptions) ? initializationOptions['diagnostics'] : undefined;
  return wish === 'pull' || textDocument.publishDiagnostics === undefined;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams & { readonly rootUri?: string | null }): string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

function watchFiles(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const watched = ['*.journey', CONFIGURATION_FILE, `*${RESULT_ENDING}`];
  const watchers = watched.map((name) => ({ globPattern: `**/${name}` }));
  // A client that refuses is one that does not watch.
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}

/** Asks what the user has set where the client can be asked, and otherwise takes what it sends. */
function followSettings(connection: Connection, { workspace }: ClientCapabilities, session: Session): void {
  const ask = async (): Promise<ClientSettings> => {
    try {
      return readClientSettings(await connection.workspace.getConfiguration(SECTION));
    } catch {
      return readClientSettings();
    }
  };
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
    const sent = isRecord(settings) ? settings[SECTION] : undefined;
    session.settings.set(workspace?.configuration === true ? ask() : readClientSettings(sent));
  });
  if (workspace?.configuration === true) session.settings.set(ask());
  if (workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
  connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
}

/** The commands that a client says it has. Whatever it sends that is no list of names counts as none. */
function commandsOf(options: unknown): ReadonlySet<string> {
  const commands = isRecord(options) ? options['commands' satisfies keyof InitializationOptions] : undefined;
  return new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : []);
}
