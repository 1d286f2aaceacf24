// The extension as people install it: what it must hold and nothing else, small, and quick to activate.
import { readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';
import { LARGEST, packExtension } from '../../scripts/vsix.ts';

const folder = 'dist/extension';

test('holds what it needs and nothing else', async () => {
  const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
  expect(files.toSorted()).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "THIRD-PARTY-NOTICES.txt",
      "dist/browser.js",
      "dist/cli.cjs",
      "dist/client-node.cjs",
      "dist/extension.cjs",
      "dist/journey.js",
      "dist/live.js",
      "dist/mcp.cjs",
      "dist/model.schema.json",
      "dist/page.js",
      "dist/site.js",
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
      "dist/templates/ja/broadband-outage/as-is.journey",
      "dist/templates/ja/broadband-outage/people.journey",
      "dist/templates/ja/broadband-outage/services.journey",
      "dist/templates/ja/broadband-outage/to-be.journey",
      "dist/templates/ja/genz-subscription/as-is.journey",
      "dist/templates/ja/genz-subscription/people.journey",
      "dist/templates/ja/genz-subscription/services.journey",
      "dist/templates/ja/genz-subscription/to-be.journey",
      "dist/templates/ja/quick-start.journey",
      "dist/templates/large-tv/as-is.journey",
      "dist/templates/large-tv/people.journey",
      "dist/templates/large-tv/services.journey",
      "dist/templates/large-tv/to-be.journey",
      "dist/templates/quick-start.journey",
      "dist/thread.cjs",
      "dist/webview.js",
      "l10n/bundle.l10n.ja.json",
      "language-configuration.json",
      "media/icon.png",
      "media/journey-dark.svg",
      "media/journey-light.svg",
      "media/journeys.svg",
      "media/markdown.css",
      "media/walkthrough/map-dark.svg",
      "media/walkthrough/map-ja-dark.svg",
      "media/walkthrough/map-ja-light.svg",
      "media/walkthrough/map-light.svg",
      "package.json",
      "package.nls.ja.json",
      "package.nls.json",
      "schemas/config.schema.json",
      "schemas/evidence.schema.json",
      "schemas/mapping.schema.json",
      "syntaxes/journey-markdown.tmLanguage.json",
      "syntaxes/journey.tmLanguage.json",
    ]
  `);
});

test('is small', async () => {
  const place = await mkdtemp(join(tmpdir(), 'journey-vsix-'));
  try {
    expect(await packExtension(join(place, 'extension.vsix'))).toBeLessThan(LARGEST);
  } finally {
    await rm(place, { recursive: true });
  }
});

test('activates without the client and without the server', () => {
  // What the first file holds is all that is loaded before a journey is opened.
  expect(statSync(`${folder}/dist/extension.cjs`).size).toBeLessThan(60_000);
  expect(readFileSync(`${folder}/dist/extension.cjs`, 'utf8')).not.toContain('vscode-languageclient');
});

test('its page shows pictures where they can be loaded, and no broken ones elsewhere', async () => {
  expect(readFileSync(`${folder}/README.md`, 'utf8')).not.toContain('![');
  // As the release builds it, with a repository to load from.
  const place = await mkdtemp(join(tmpdir(), 'journey-vsix-'));
  try {
    const released = join(place, 'extension');
    await cp(folder, released, { recursive: true });
    await cp('extension/README.md', join(released, 'README.md'));
    const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { readonly version: string };
    const repository = { type: 'git', url: 'git+https://github.com/acme/journeys.git' };
    await writeFile(join(released, 'package.json'), JSON.stringify({ ...manifest, repository }));
    const target = join(place, 'extension.vsix');
    expect(await packExtension(target, released)).toBeLessThan(LARGEST);
    const page = execFileSync('unzip', ['-p', target, 'extension/readme.md'], { encoding: 'utf8' });
    const pictures = [...page.matchAll(/!\[.+?\]\((.+?)\)/g)].map(([, address = '']) => address);
    const begin = `https://github.com/acme/journeys/raw/v${manifest.version}/`;
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) expect(statSync(picture.replace(begin, '')).size).toBeGreaterThan(0);
  } finally {
    await rm(place, { recursive: true });
  }
});
