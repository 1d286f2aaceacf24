// A client that measures the built server over its standard input and output, as an editor talks to it.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A language server. */
export interface Product {
  readonly name: string;
  /** What Node runs, with its arguments. */
  readonly command: readonly string[];
  readonly languageId: string;
}

export const ownServer: Product = { name: 'journey', command: [cli, 'lsp', '--stdio'], languageId: 'journey' };

export class MeasuringClient {
  readonly #folder: string;
  readonly #languageId: string;
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  /** When each version was told, by version, for the file that is typed in. */
  readonly toldAt = new Map<number, number>();
  /** Files that something was told about. */
  readonly told = new Set<string>();
  #endIndexing: () => void = () => undefined;
  /** Ends when the server says that it has checked everything. */
  readonly indexed = new Promise<void>((resolve) => (this.#endIndexing = resolve));

  /** @param cache where the server keeps what it finds for its next start; otherwise nowhere */
  constructor(folder: string, { command, languageId }: Product = ownServer, cache = 'off') {
    this.#folder = folder;
    this.#languageId = languageId;
    this.#server = spawn(process.execPath, command, { env: { ...process.env, JOURNEY_CACHE: cache } });
    // What it says of itself would fill the pipe.
    this.#server.stderr.resume();
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#server.stdout),
      new StreamMessageWriter(this.#server.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.told.add(params.uri);
      if (params.version !== undefined) this.toldAt.set(params.version, performance.now());
      // Not every server says which version it speaks of; then it is taken to be the latest.
      this.#waiting.get(`${params.uri} ${params.version ?? this.#versions.get(params.uri)}`)?.(params);
    });
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onNotification('$/progress', ({ value }: { readonly value: { readonly kind: string } }) => {
      if (value.kind === 'end') this.#endIndexing();
    });
    this.#connection.listen();
  }

  uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).toString();
  }

  async initialize(): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { window: { workDoneProgress: true }, textDocument: { publishDiagnostics: {} } },
      workspaceFolders: [{ uri: pathToFileURL(this.#folder).toString(), name: 'bench' }],
    });
    await this.#connection.sendNotification('initialized', {});
  }

  /** Milliseconds until the findings in a file are there. */
  async open(path: string, text = readFileSync(join(this.#folder, path), 'utf8')): Promise<number> {
    const uri = this.uri(path);
    const started = performance.now();
    this.#versions.set(uri, 1);
    const told = this.#version(uri, 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: this.#languageId, version: 1, text },
    });
    await told;
    return performance.now() - started;
  }

  /** Types a letter; gives the version, and the milliseconds until its findings are there. */
  async type(path: string, at: Position, text = 'x'): Promise<number> {
    const started = performance.now();
    const { version, told } = await this.send(path, at, text);
    await told;
    this.toldAt.delete(version);
    return performance.now() - started;
  }

  /** Takes back a letter; ends when the findings are there. */
  async erase(path: string, at: Position): Promise<void> {
    const { told } = await this.send(path, at, '', { line: at.line, character: at.character + 1 });
    await told;
  }

  async send(
    path: string,
    at: Position,
    text: string,
    end = at,
  ): Promise<{ readonly version: number; readonly told: Promise<unknown> }> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const told = this.#version(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end }, text }],
    });
    return { version, told };
  }

  /** Milliseconds until a request is answered. */
  async ask(method: string, path: string, position: Position, more: object = {}): Promise<number> {
    const started = performance.now();
    await this.#connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(path) },
      position,
      ...more,
    });
    return performance.now() - started;
  }

  /** Megabytes that the process holds in memory; nothing where the system does not tell. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#server.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  /**
   * Milliseconds that the server has worked so far, without what its helpers have done beside it; nothing where the system does
   * not tell. Unlike the time on the clock, it does not grow when other programs want the processor too.
   */
  work(): number | undefined {
    const { pid } = this.#server;
    try {
      return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
  }

  async #version(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => this.#waiting.set(`${uri} ${version}`, resolve));
  }
}
