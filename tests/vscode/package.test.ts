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
      "dist/mcp.cjs",
      "dist/page.js",
      "dist/server-worker.js",
      "dist/templates/README.ja.md",
      "dist/templates/README.md",
      "dist/templates/broadband-outage/as-is.journey",
      "dist/templates/broadband-outage/people.journey",
      "dist/templates/broadband-outage/services.journey",
      "dist/templates/broadband-outage/to-be.journey",
      "dist/templates/coworking/as-is.journey",
      "dist/templates/coworking/people.journey",
      "dist/templates/coworking/services.journey",
      "dist/templates/coworking/to-be.journey",
      "dist/templates/genz-subscription/as-is.journey",
      "dist/templates/genz-subscription/people.journey",
      "dist/templates/genz-subscription/services.journey",
      "dist/templates/genz-subscription/to-be.journey",
      "dist/templates/large-tv/as-is.journey",
      "dist/templates/large-tv/people.journey",
      "dist/templates/large-tv/services.journey",
      "dist/templates/large-tv/to-be.journey",
      "dist/templates/quick-start.journey",
      "dist/webview.js",
      "examples/README.ja.md",
      "examples/README.md",
      "examples/broadband-outage/as-is.journey",
      "examples/broadband-outage/people.journey",
      "examples/broadband-outage/services.journey",
      "examples/broadband-outage/to-be.journey",
      "examples/coworking/as-is.journey",
      "examples/coworking/people.journey",
      "examples/coworking/services.journey",
      "examples/coworking/to-be.journey",
      "examples/genz-subscription/as-is.journey",
      "examples/genz-subscription/people.journey",
      "examples/genz-subscription/services.journey",
      "examples/genz-subscription/to-be.journey",
      "examples/large-tv/as-is.journey",
      "examples/large-tv/people.journey",
      "examples/large-tv/services.journey",
      "examples/large-tv/to-be.journey",
      "examples/quick-start.journey",
      "l10n/bundle.l10n.ja.json",
      "language-configuration.json",
      "media/icon.png",
      "media/journey-dark.svg",
      "media/journey-light.svg",
      "media/journeys.svg",
      "media/markdown.css",
      "media/walkthrough/curve-dark.svg",
      "media/walkthrough/curve-light.svg",
      "media/walkthrough/findings-dark.svg",
      "media/walkthrough/findings-light.svg",
      "media/walkthrough/map-dark.svg",
      "media/walkthrough/map-light.svg",
      "package.json",
      "package.nls.ja.json",
      "package.nls.json",
      "schemas/config.schema.json",
      "snippets/journey.json",
      "syntaxes/journey-markdown.tmLanguage.json",
      "syntaxes/journey.tmLanguage.json",
    ]
  `);
});

test('activates without the client and without the server', () => {
  // What the first file holds is all that is loaded before a journey is opened.
  expect(statSync(`${folder}/dist/extension.cjs`).size).toBeLessThan(60_000);
  expect(readFileSync(`${folder}/dist/extension.cjs`, 'utf8')).not.toContain('vscode-languageclient');
});
