// VS Code on the desktop. It must be downloaded, which not every machine may.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { chromium } from 'playwright-core';
import type { Host } from './host.ts';
import { hostsFolder } from './install.ts';

/** The newest that the types of the extension know. */
const VERSION = '1.110.0';

/** The path of VS Code. */
async function installDesktop(): Promise<string> {
  return downloadAndUnzipVSCode({ version: VERSION, cachePath: hostsFolder, timeout: 15_000 });
}

async function unavailable(): Promise<string | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) {
    return 'VS Code for the desktop needs a display, and this machine has none (xvfb-run can give it one).';
  }
  try {
    await installDesktop();
    return undefined;
  } catch (error) {
    return `VS Code for the desktop cannot be downloaded here (${String(error)}).`;
  }
}

export const desktopHost: Host = {
  name: `VS Code ${VERSION} on the desktop`,
  unavailable,
  open: async ({ extension, folder, suite, locale, onLine }) => {
    const executable = await installDesktop();
    const data = await mkdtemp(join(tmpdir(), 'journey-desktop-'));
    const port = await freePort();
    const child = spawn(
      executable,
      [
        folder,
        `--extensionDevelopmentPath=${extension}`,
        ...(suite === undefined ? [] : [`--extensionTestsPath=${suite}`]),
        `--user-data-dir=${data}`,
        `--extensions-dir=${join(data, 'extensions')}`,
        `--remote-debugging-port=${port}`,
        `--locale=${locale}`,
        '--no-sandbox',
        '--disable-gpu',
        '--disable-updates',
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
      ],
      // What an earlier session has found does not count.
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, JOURNEY_CACHE: join(data, 'kept') } },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => text.split('\n').forEach(onLine));
    }
    const ended = new Promise<number>((resolve) => {
      child.on('exit', (code) => resolve(code ?? 1));
    });
    const isListening = new Promise<void>((resolve) => {
      child.stderr.on('data', (text: string) => {
        if (text.includes('DevTools listening on')) resolve();
      });
    });
    await Promise.race([isListening, ended]);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('VS Code has opened no window.');
    return {
      page,
      ended,
      close: async () => {
        child.kill();
        await ended;
        await rm(data, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
