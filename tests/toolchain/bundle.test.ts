// What esbuild has put into the bundles, by its own account.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Metadata {
  readonly inputs: Readonly<Record<string, unknown>>;
}

test('the bundles hold one copy of the protocol: with two, a cancelled request is answered as a result', () => {
  const text = readFileSync(new URL('../../dist/meta.json', import.meta.url), 'utf8');
  const inputs = Object.keys((JSON.parse(text) as Metadata).inputs);
  const packages = inputs.flatMap(
    (path) => /^.*node_modules\/(?:vscode-jsonrpc|vscode-languageserver-protocol)\//.exec(path)?.[0] ?? [],
  );
  expect([...new Set(packages)].toSorted()).toEqual([
    'node_modules/vscode-jsonrpc/',
    'node_modules/vscode-languageserver-protocol/',
  ]);
});
