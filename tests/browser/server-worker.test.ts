// The server as a web worker in a real browser, with a page that answers for its files as an editor in a browser does.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

const bundle = readFileSync(new URL('../../dist/server-worker.js', import.meta.url), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** A client in the page: sends, answers what the server asks, and keeps what it is told. */
const client = `
  const worker = new Worker(URL.createObjectURL(new Blob([bundle], { type: 'text/javascript' })));
  const waiting = new Map();
  const told = new Map();
  const asked = [];
  let next = 1;
  const answers = {
    'journey/listFiles': ({ folders }) => Object.keys(files).filter((uri) => uri.startsWith(folders[0])),
    'journey/readFiles': ({ uris }) => uris.map((uri) => files[uri] ?? null),
  };
  worker.onmessage = ({ data }) => {
    if (data.method === undefined) {
      waiting.get(data.id)?.(data.result ?? data.error);
    } else if (data.id !== undefined) {
      asked.push(data.method);
      worker.postMessage({ jsonrpc: '2.0', id: data.id, result: answers[data.method]?.(data.params) ?? null });
    } else if (data.method === 'textDocument/publishDiagnostics') {
      told.set(data.params.uri, data.params.diagnostics.map(({ code }) => code));
      waiting.get(data.params.uri)?.();
    }
  };
  const notify = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
  const request = (method, params) => new Promise((resolve) => {
    const id = next++;
    waiting.set(id, resolve);
    worker.postMessage({ jsonrpc: '2.0', id, method, params });
  });
  const toldAbout = (uri, is) => new Promise((resolve) => {
    const check = () => { if (told.has(uri) && is(told.get(uri))) resolve(told.get(uri)); };
    waiting.set(uri, check);
    check();
  });
`;

interface Seen {
  readonly name: string;
  readonly first: readonly string[];
  readonly closed: readonly string[];
  readonly hover: { readonly contents: { readonly value: string } };
  readonly after: readonly string[];
  readonly asked: readonly string[];
}

test('finds, explains and follows files without a disk', async () => {
  const page = await browser.newPage();
  const main = 'import "people.journey"\njourney A "A" {\n  owner Sales\n  for Nobody\n}\n';
  const files = {
    'vscode-vfs://github/team/people.journey': 'team Sales "営業部"\n',
    'vscode-vfs://github/team/main.journey': main,
    'vscode-vfs://github/team/closed.journey': 'journey B {\n  owner Nobody\n}\n',
    'vscode-vfs://github/team/journey.config.json': '{ "ignore": ["drafts/"] }',
  };
  const script = `(async (bundle, files) => {
    ${client}
    const folder = 'vscode-vfs://github/team';
    const { serverInfo } = await request('initialize', {
      processId: null, rootUri: folder, capabilities: {}, workspaceFolders: [{ uri: folder, name: 'team' }],
    });
    notify('initialized', {});
    const uri = folder + '/main.journey';
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text: files[uri] } });
    const first = await toldAbout(uri, () => true);
    const closed = await toldAbout(folder + '/closed.journey', () => true);
    const hover = await request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 9 } });
    files[folder + '/people.journey'] = 'team Support';
    notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder + '/people.journey', type: 2 }] });
    const after = await toldAbout(uri, (codes) => codes.filter((code) => code === 'unknown-name').length === 2);
    return { name: serverInfo.name, first, closed, hover, after, asked: [...new Set(asked)] };
  })(${JSON.stringify(bundle)}, ${JSON.stringify(files)})`;
  const seen = await page.evaluate<Seen>(script);
  expect(seen.name).toBe('journey');
  expect(seen.first.filter((code) => code === 'unknown-name')).toHaveLength(1);
  expect(seen.closed).toContain('unknown-name');
  expect(seen.hover.contents.value).toContain('営業部');
  expect(seen.after).toContain('unknown-name');
  expect(seen.asked).toEqual(['journey/listFiles', 'journey/readFiles']);
});
