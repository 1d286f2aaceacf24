// Whatever has happened before, the server says what a fresh one says about the same files.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from '../support/properties.ts';
import { expect, test } from 'vitest';
import type { DocumentSymbol, Location } from 'vscode-languageserver';
import { type Client, started } from './client.ts';

const paths = ['a.journey', 'b.journey', 'c.journey', 'sub/d.journey'];
const names = ['Ken', 'Sales', 'Web'];

/** A small file that declares, imports and uses some of the names, now and then with a mistake in it. */
const file = fc
  .record({
    imports: fc.subarray(paths),
    declares: fc.subarray(names),
    uses: fc.subarray(names, { minLength: 1 }),
    broken: fc.boolean(),
    titled: fc.constantFrom('One', '二つ目'),
  })
  .map(
    ({ imports, declares, uses, broken, titled }) =>
      (folder: string) =>
        [
          ...imports.map((path) => `import "${folder}${path}"`),
          ...declares.map((name) => declarations[name] ?? ''),
          `journey J "${titled}" {`,
          ...uses.map((name) => `  ${usages[name] ?? ''}`),
          ...(broken ? ['  stage S {', '    touchpoint'] : ['  stage S { touchpoint T on Web { asks name } }']),
          '}',
          '',
        ].join('\n'),
  );

const declarations: Readonly<Record<string, string>> = {
  Ken: 'persona Ken "健"',
  Sales: 'team Sales',
  Web: 'channel Web : web',
};
const usages: Readonly<Record<string, string>> = { Ken: 'for Ken', Sales: 'owner Sales', Web: 'note "on the web"' };

type Step =
  | { readonly kind: 'edit' | 'save' | 'change and change again'; readonly path: string; readonly text: string }
  | { readonly kind: 'close' | 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('edit', 'edit', 'save', 'change and change again', 'close', 'delete', 'rename'),
    path: fc.constantFrom(...paths),
    to: fc.constantFrom(...paths),
    make: file,
  })
  .map(({ kind, path, to, make }): Step => {
    const text = make(path.includes('/') ? '../' : '');
    if (kind === 'rename') return { kind, path, to };
    return kind === 'close' || kind === 'delete' ? { kind, path } : { kind: kind as 'edit', path, text };
  });

/** The files as the client knows them: on the disk, and open over it. */
class Files {
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, string>();
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async do(action: Step): Promise<void> {
    const { path } = action;
    if (action.kind === 'edit') await this.#edit(path, action.text);
    else if (action.kind === 'save') await this.#write(path, action.text);
    else if (action.kind === 'delete') await this.#write(path, undefined);
    else if (action.kind === 'change and change again') {
      await this.#edit(path, `${action.text}journey Half {`);
      // Asked and taken back while the server has not yet understood the change.
      const uri = this.#client.uri(path);
      const { connection } = this.#client;
      const asked = connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
      await this.#edit(path, action.text);
      await asked;
    } else if (action.kind === 'close') {
      if (this.open.delete(path)) await this.#client.close(path);
    } else if (action.kind === 'rename' && action.to !== path) {
      const text = this.disk.get(path);
      await this.#write(path, undefined);
      if (text !== undefined) await this.#write(action.to, text);
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

interface Seen {
  readonly diagnostics: Readonly<Record<string, unknown>>;
  readonly symbols: Readonly<Record<string, unknown>>;
  readonly references: Readonly<Record<string, unknown>>;
}

/** Everything that a server says about the files, with paths instead of URIs. */
async function seenBy(client: Client, open: Iterable<string>): Promise<Seen> {
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

test('random edits, files made, deleted and renamed, imports that come and go: as a fresh server says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const client = await started({ capabilities: pulls });
      const files = new Files(client);
      for (const each of steps) await files.do(each);
      const seen = await seenBy(client, files.open.keys());

      const fresh = await started({ capabilities: pulls, files: Object.fromEntries(files.disk) });
      for (const [path, text] of files.open) await fresh.open(path, text);
      const expected = await seenBy(fresh, files.open.keys());
      expect(seen).toEqual(expected);
      await Promise.all([client.stop(), fresh.stop()]);
    }),
    { numRuns: 12 },
  );
});

const pulls = { textDocument: { diagnostic: {} } };
