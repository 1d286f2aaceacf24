// A client that talks to the built server over its standard input and output, as an editor does.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { cli, folderWith } from '../cli/journey.ts';

/** What every editor of today can show. */
const MODERN: ClientCapabilities['textDocument'] = {
  definition: { linkSupport: true },
  typeDefinition: { linkSupport: true },
  implementation: { linkSupport: true },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
};

export interface ClientOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** A folder that is there already, in the place of one with these files. */
  readonly folder?: string;
  /** Where the server keeps what it finds for the next time; otherwise nowhere. */
  readonly cache?: string;
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Before anything is said, for answers to requests of the server. */
  readonly prepare?: (client: Client) => void;
}

export class Client {
  readonly folder: string;
  readonly server: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly exit: Promise<number | null>;
  /** What was published last, by path. */
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  /** The paths of everything that was published, in order. */
  readonly published: string[] = [];
  readonly #texts = new Map<string, { version: number; text: string }>();
  readonly #waiting = new Set<() => void>();
  initialized!: InitializeResult;

  constructor(folder: string, cache = 'off') {
    this.folder = folder;
    this.server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { env: { ...process.env, JOURNEY_CACHE: cache } });
    this.exit = new Promise((resolve) => this.server.on('close', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.server.stdout),
      new StreamMessageWriter(this.server.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const path = this.path(params.uri);
      this.published.push(path);
      this.diagnostics.set(path, params);
      for (const check of this.#waiting) check();
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).toString();
  }

  path(uri: string): string {
    const prefix = `${pathToFileURL(this.folder).toString()}/`;
    return uri.startsWith(prefix) ? decodeURIComponent(uri.slice(prefix.length)) : uri;
  }

  async initialize({ locale = 'en', capabilities = {}, initializationOptions }: ClientOptions): Promise<void> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      locale,
      capabilities: { ...capabilities, textDocument: { ...MODERN, ...capabilities.textDocument } },
      initializationOptions,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).toString(), name: 'test' }],
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(path: string, text: string): Promise<void> {
    this.#texts.set(path, { version: 1, text });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: 'journey', version: 1, text },
    });
  }

  /** Replaces the whole text; gives the new version. */
  async change(path: string, text: string): Promise<number> {
    const version = (this.#texts.get(path)?.version ?? 0) + 1;
    this.#texts.set(path, { version, text });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ text }],
    });
    return version;
  }

  async close(path: string): Promise<void> {
    this.#texts.delete(path);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Asks something about a document, at a position if there is one. */
  async ask<Result>(method: string, path: string, position?: Position, more: object = {}): Promise<Result> {
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(path) },
      ...(position === undefined ? {} : { position }),
      ...more,
    });
  }

  /** What is published about a file, as soon as it is so. */
  async told(path: string, is: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      const check = (): void => {
        const params = this.diagnostics.get(path);
        if (params === undefined || !is(params)) return;
        this.#waiting.delete(check);
        resolve(params);
      };
      this.#waiting.add(check);
      check();
    });
  }

  async version(path: string, version: number): Promise<PublishDiagnosticsParams> {
    return this.told(path, (params) => params.version === version);
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exit;
  }
}

/** Starts a server for a folder with these files. It ends with the test. */
export async function started(options: ClientOptions = {}): Promise<Client> {
  const client = launched(options.files, options);
  options.prepare?.(client);
  await client.initialize(options);
  return client;
}

/** Starts a server, and waits until it has told about all files. */
export async function checkedBy(options: ClientOptions): Promise<Client> {
  let quiet: Promise<void> | undefined;
  const client = await started({
    ...options,
    capabilities: { window: { workDoneProgress: true } },
    prepare: ({ connection }) => {
      connection.onRequest('window/workDoneProgress/create', () => null);
      quiet = new Promise((done) => {
        connection.onNotification('$/progress', ({ value }: { readonly value: { readonly kind: string } }) => {
          if (value.kind === 'end') done();
        });
      });
    },
  });
  await quiet;
  return client;
}

/** A server before anything has been said. */
export function launched(
  files: Readonly<Record<string, string>> = {},
  { folder = folderWith(files), cache }: Pick<ClientOptions, 'folder' | 'cache'> = {},
): Client {
  const client = new Client(folder, cache);
  onTestFinished(() => {
    client.connection.dispose();
    client.server.kill();
  });
  return client;
}

/** A text in which `<|>` marks a position. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
  const before = text.substring(0, text.indexOf('<|>'));
  const lines = before.split('\n');
  return {
    text: text.replace('<|>', ''),
    position: { line: lines.length - 1, character: (lines.at(-1) ?? '').length },
  };
}
