// Runs the suite in real VS Code: `npm run test:vscode`, or `-- server -t 'part of a name'`; hosts: server, web, desktop.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { desktopHost, installDesktop } from './hosts/desktop.ts';
import type { Host } from './hosts/host.ts';
import { root } from './hosts/install.ts';
import { serverHost } from './hosts/server.ts';
import { webHost } from './hosts/web.ts';
import { perform } from './driver.ts';
import type { Deed } from './suite/deeds.ts';
import { MARK, MARK_DEED } from './suite/harness.ts';

const hosts: Readonly<Record<string, Host>> = { desktop: desktopHost, server: serverHost, web: webHost };

const only = process.argv.indexOf('-t');
const asked = process.argv.slice(2, only < 0 ? undefined : only);
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
  if ((await runIn(name, host)) !== 0) failed = true;
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
    define: { ONLY: JSON.stringify(only < 0 ? '' : (process.argv[only + 1] ?? '')) },
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

async function runIn(name: string, host: Host): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-folder-'));
  await cp(join(root, 'tests/vscode/workspace'), folder, { recursive: true });
  if (host !== webHost) makeRepository(folder);
  // One after the other, as a user has two hands.
  let deeds = Promise.resolve();
  const window = await host.open({
    extension: join(root, 'dist/extension'),
    folder,
    suite: join(built, 'suite.js'),
    locale: 'en',
    onLine: (line) => {
      const said = line.includes(MARK) ? line.slice(line.indexOf(MARK) + MARK.length) : undefined;
      if (said?.startsWith(MARK_DEED) === true) {
        const deed = JSON.parse(said.slice(MARK_DEED.length)) as Deed;
        deeds = deeds
          .then(async () => perform(window.page, deed, name))
          .catch((error: unknown) => {
            console.log(`   ✗ ${JSON.stringify(deed)}: ${String(error)}`);
          });
      } else if (said !== undefined) console.log(`   ${said}`);
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

/** A commit to compare with. */
function makeRepository(folder: string): void {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'As it is');
}
