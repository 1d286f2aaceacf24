// Runs the suite in real VS Code: `npm run test:vscode`, or `-- server -t 'one name|another'`; hosts: server, web, desktop.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, bundleSuite } from './bundle.ts';
import { serveDeeds } from './deed-server.ts';
import { perform } from './driver.ts';
import { desktopHost } from './hosts/desktop.ts';
import type { Host, Locale, OpenedWindow } from './hosts/host.ts';
import { root } from './hosts/install.ts';
import { serverHost } from './hosts/server.ts';
import { webHost } from './hosts/web.ts';
import { comesBack } from './reload.ts';
import { MARK } from './suite/harness.ts';

interface Run {
  readonly host: Host;
  /** In Japanese the suite tests what is said, and nothing twice. */
  readonly locales: readonly Locale[];
}

const runs: Readonly<Record<string, Run>> = {
  server: { host: serverHost, locales: ['en'] },
  web: { host: webHost, locales: ['en', 'ja'] },
  desktop: { host: desktopHost, locales: ['en'] },
};

/** What the suite cannot try from within. */
const RELOAD = 'after a reload the maps are there as they were left';

const only = process.argv.indexOf('-t');
const asked = process.argv.slice(2, only < 0 ? undefined : only);
let opened: { readonly window: OpenedWindow; readonly name: string } | undefined;
const deeds = await serveDeeds(async (deed) => {
  if (opened === undefined) throw new Error('No window is open');
  await perform(opened.window.page, deed, opened.name);
});
const wanted = only < 0 ? '' : (process.argv[only + 1] ?? '');
const suite = await bundleSuite('tests/vscode/suite/index.ts', {
  ONLY: wanted,
  DEEDS: deeds.url,
});
let failed = false;
for (const [name, { host, locales }] of Object.entries(runs)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`── ${host.name}`);
  const problem = await host.unavailable?.();
  if (problem !== undefined) {
    // No failure unless it was asked for: the other two hosts are VS Code as well and run the same suite.
    console.log(`   ! NOT RUN: ${problem} The other hosts run the same suite.`);
    if (asked.includes(name)) failed = true;
    continue;
  }
  for (const locale of locales) if ((await runIn(name, host, locale)) !== 0) failed = true;
  if (new RegExp(wanted).test(RELOAD) && !(await reloadIn(name, host))) failed = true;
}
deeds.close();
process.exit(failed ? 1 : 0);

async function runIn(name: string, host: Host, locale: Locale): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-folder-'));
  await cp(join(root, 'tests/vscode/workspace'), folder, { recursive: true });
  if (host !== webHost) makeRepository(folder);
  const window = await host.open({
    extension: join(root, 'dist/extension'),
    folder,
    suite,
    locale,
    onLine: (line) => {
      if (line.includes(MARK)) console.log(`   ${line.slice(line.indexOf(MARK) + MARK.length)}`);
      else if (process.env['VERBOSE'] !== undefined) console.log(`   | ${line}`);
    },
  });
  opened = { window, name };
  try {
    const limit = new Promise<number>((resolve) => {
      setTimeout(() => resolve(-1), 600_000).unref();
    });
    const code = await Promise.race([window.ended, limit]);
    if (code === -1) console.log('   ✗ the suite has not ended');
    if (code !== 0) {
      const picture = join(built, `failed-${name}-${locale}.png`);
      await window.page.screenshot({ path: picture });
      console.log(`   ${picture} shows the window`);
    }
    return code;
  } finally {
    opened = undefined;
    await window.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether maps come back as they were left. */
async function reloadIn(name: string, host: Host): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-folder-'));
  await cp(join(root, 'tests/vscode/workspace'), folder, { recursive: true });
  const window = await host.open({ extension: join(root, 'dist/extension'), folder, locale: 'en', onLine: () => {} });
  const started = Date.now();
  try {
    await comesBack(window.page);
    console.log(`   ✓ ${RELOAD} (${Date.now() - started} ms)`);
    return true;
  } catch (error) {
    const picture = join(built, `failed-${name}-reload.png`);
    await window.page.screenshot({ path: picture });
    console.log(`   ✗ ${RELOAD}\n${String(error)}\n   ${picture} shows the window`);
    return false;
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
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '-m', 'As it is');
}
