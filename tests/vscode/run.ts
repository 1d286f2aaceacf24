// Runs the suite in real VS Code: `npm run test:vscode`, or with the names of hosts: `server`, `web`, `desktop`.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { desktopHost, installDesktop } from './hosts/desktop.ts';
import type { Host } from './hosts/host.ts';
import { root } from './hosts/install.ts';
import { serverHost } from './hosts/server.ts';
import { webHost } from './hosts/web.ts';
import { MARK } from './suite/harness.ts';

const hosts: Readonly<Record<string, Host>> = { desktop: desktopHost, server: serverHost, web: webHost };

const asked = process.argv.slice(2);
const built = join(root, 'dist/tests');
await bundle();
let failed = false;
for (const [name, host] of Object.entries(hosts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`── ${host.name}`);
  if (host === desktopHost && (await installDesktop()) === undefined) {
    // Not a failure: the other two hosts are VS Code as well and run the same suite.
    console.log(
      '   ! NOT RUN: this machine cannot download VS Code for the desktop. The other hosts run the same suite.',
    );
    if (asked.includes(name)) failed = true;
    continue;
  }
  if ((await runIn(host)) !== 0) failed = true;
}
process.exit(failed ? 1 : 0);

/** The suite as one file, which both kinds of extension host can load, and the file system for the web. */
async function bundle(): Promise<void> {
  const options = {
    bundle: true,
    format: 'cjs' as const,
    platform: 'browser' as const,
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning' as const,
    absWorkingDir: root,
  } satisfies BuildOptions;
  await build({ ...options, entryPoints: ['tests/vscode/suite/index.ts'], outfile: join(built, 'suite.js') });
  await build({
    ...options,
    entryPoints: ['tests/vscode/memory-files/extension.ts'],
    outfile: join(built, 'memory-files/extension.js'),
  });
  await cp(join(root, 'tests/vscode/memory-files/manifest.json'), join(built, 'memory-files/package.json'));
  // The package is one of ES modules; the suite is not.
  await writeFile(join(built, 'package.json'), '{ "type": "commonjs" }\n');
}

async function runIn(host: Host): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-folder-'));
  await cp(join(root, 'tests/vscode/workspace'), folder, { recursive: true });
  const window = await host.open({
    extension: join(root, 'dist/extension'),
    folder,
    suite: join(built, 'suite.js'),
    locale: 'en',
    onLine: (line) => {
      const start = line.indexOf(MARK);
      if (start >= 0) console.log(`   ${line.slice(start + MARK.length)}`);
      else if (process.env['VERBOSE'] !== undefined) console.log(`   | ${line}`);
    },
  });
  try {
    const limit = new Promise<number>((resolve) => {
      setTimeout(() => resolve(-1), 240_000).unref();
    });
    const code = await Promise.race([window.ended, limit]);
    if (code === -1) {
      const picture = join(built, 'stuck.png');
      await window.page.screenshot({ path: picture });
      console.log(`   ✗ the suite has not ended; ${picture} shows the window`);
    }
    if (code !== 0) await window.page.screenshot({ path: join(built, 'failed.png') });
    return code;
  } finally {
    await window.close();
    await rm(folder, { recursive: true, force: true });
  }
}
