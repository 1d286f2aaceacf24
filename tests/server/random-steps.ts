// What happens to files and texts while a server runs, at random, and everything that the server says about them then.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  CancellationTokenSource,
  type DocumentSymbol,
  type Location,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import * as fc from '../support/properties.ts';
import { fileText, PATHS } from '../support/random-files.ts';
import type { Client } from './client.ts';

export type Step =
  | { readonly kind: 'edit' | 'save' | 'type'; readonly path: string; readonly text: string }
  | { readonly kind: 'close' | 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

export const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('edit', 'type', 'type', 'save', 'close', 'delete', 'rename'),
    path: fc.constantFrom(...PATHS),
    to: fc.constantFrom(...PATHS),
    make: fileText,
  })
  .map(({ kind, path, to, make }): Step => {
    if (kind === 'rename') return { kind, path, to };
    return kind === 'close' || kind === 'delete' ? { kind, path } : { kind: kind as 'edit', path, text: make(path) };
  });

/** What happens to files that nobody has open. */
export const diskStep: fc.Arbitrary<Step> = step.filter(({ kind }) => ['save', 'delete', 'rename'].includes(kind));

/** A client that asks for findings. */
export const pulls = { textDocument: { diagnostic: {} } };

/** So much to read that the next change comes while it is still being read. */
const MUCH = Array.from({ length: 2000 }, (_, index) => `team Much${index} "Much"`).join('\n');

/** The files as the client knows them: on the disk, and open over it. */
export class Files {
  readonly disk: Map<string, string>;
  readonly open = new Map<string, string>();
  readonly #client: Client;

  /** @param disk what is there before */
  constructor(client: Client, disk: Readonly<Record<string, string>> = {}) {
    this.#client = client;
    this.disk = new Map(Object.entries(disk));
  }

  async do(action: Step): Promise<void> {
    const { path } = action;
    if (action.kind === 'edit') await this.#edit(path, action.text);
    else if (action.kind === 'save') await this.#write(path, action.text);
    else if (action.kind === 'delete') await this.#write(path, undefined);
    else if (action.kind === 'type') {
      await this.#type(path, action.text);
    } else if (action.kind === 'close') {
      if (this.open.delete(path)) await this.#client.close(path);
    } else if (action.kind === 'rename' && action.to !== path) {
      const text = this.disk.get(path);
      await this.#write(path, undefined);
      if (text !== undefined) await this.#write(action.to, text);
    }
  }

  /** Faster than anything is understood: each change ends what was begun for the one before, and nobody waits for an answer. */
  async #type(path: string, text: string): Promise<void> {
    const asked = new CancellationTokenSource();
    const textDocument = { uri: this.#client.uri(path) };
    await this.#edit(path, `${text}${MUCH}`);
    const answers = ['documentSymbol', 'foldingRange', 'diagnostic'].map(async (method) =>
      this.#client.connection.sendRequest(`textDocument/${method}`, { textDocument }, asked.token),
    );
    await this.#edit(path, `${text}${MUCH}\njourney Half {`);
    asked.cancel();
    await this.#edit(path, text);
    for (const answer of await Promise.allSettled(answers)) {
      if (answer.status === 'rejected' && !isCancelled(answer.reason)) throw answer.reason;
    }
  }

  async #edit(path: string, text: string): Promise<void> {
    if (this.open.has(path)) await this.#client.change(path, text);
    else await this.#client.open(path, text);
    this.open.set(path, text);
  }

  async #write(path: string, text: string | undefined): Promise<void> {
    const type = text === undefined ? 3 : this.disk.has(path) ? 2 : 1;
    if (text === undefined) {
      if (!this.disk.delete(path)) return;
      rmSync(join(this.#client.folder, path));
    } else {
      this.disk.set(path, text);
      this.#client.write(path, text);
    }
    const changes = [{ uri: this.#client.uri(path), type }];
    await this.#client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }
}

function isCancelled(reason: unknown): boolean {
  return reason instanceof ResponseError && reason.code === LSPErrorCodes.RequestCancelled;
}

export interface Seen {
  readonly diagnostics: Readonly<Record<string, unknown>>;
  readonly symbols: Readonly<Record<string, unknown>>;
  readonly references: Readonly<Record<string, unknown>>;
}

/** Everything that a server says about the files, with paths instead of URIs. */
export async function seenBy(client: Client, open: Iterable<string>): Promise<Seen> {
  const relative = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(client.uri('').replace(/\/$/, ''), '')) as T;
  const { items } = await client.connection.sendRequest<{
    readonly items: readonly { readonly uri: string; readonly items: readonly unknown[] }[];
  }>('workspace/diagnostic', { previousResultIds: [] });
  const diagnostics = Object.fromEntries(
    items.filter((item) => item.items.length > 0).map((item) => [client.path(item.uri), relative(item.items)]),
  );
  const symbols: Record<string, unknown> = {};
  const references: Record<string, unknown> = {};
  for (const path of open) {
    const outline = await client.ask<readonly DocumentSymbol[]>('documentSymbol', path);
    symbols[path] = outline;
    for (const { name, selectionRange } of outline) {
      const places = await client.ask<readonly Location[]>('references', path, selectionRange.start, {
        context: { includeDeclaration: true },
      });
      references[`${path} ${name}`] = relative(places)
        .map((place) => JSON.stringify(place))
        .toSorted();
    }
  }
  return { diagnostics, symbols, references };
}
