// The extension as people install it: what it must hold and nothing else, small, and quick to activate.
import { readFileSync, statSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';

const folder = 'dist/extension';

test('holds what it needs and nothing else', async () => {
  const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
  expect(files.toSorted()).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/browser.js",
      "dist/cli.cjs",
      "dist/client-node.cjs",
      "dist/extension.cjs",
      "dist/journey.cjs",
      "dist/page.js",
      "dist/server-worker.js",
      "dist/webview.js",
      "l10n/bundle.l10n.ja.json",
      "language-configuration.json",
      "media/icon.png",
      "media/journey-dark.svg",
      "media/journey-light.svg",
      "package.json",
      "package.nls.ja.json",
      "package.nls.json",
      "schemas/config.schema.json",
      "syntaxes/journey.tmLanguage.json",
    ]
  `);
});

test('activates without the client and without the server', () => {
  // What the first file holds is all that is loaded before a journey is opened.
  expect(statSync(`${folder}/dist/extension.cjs`).size).toBeLessThan(60_000);
  expect(readFileSync(`${folder}/dist/extension.cjs`, 'utf8')).not.toContain('vscode-languageclient');
});
