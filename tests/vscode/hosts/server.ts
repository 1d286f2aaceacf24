// VS Code's own server, with an extension host that runs in Node.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './desktop.ts';
import type { Host, Session } from './host.ts';
import { installServer } from './install.ts';
import { openWindow } from './window.ts';

export const serverHost: Host = {
  name: "VS Code's server, Node extension host",
  open: async (session) => {
    const { url, stop } = await serveFolder(session);
    try {
      return await openWindow(url, session, stop);
    } catch (error) {
      await stop();
      throw error;
    }
  },
};

/** Starts the server on a free port, with the extension in development and, where there is one, the suite. */
export async function serveFolder({
  extension,
  folder,
  suite,
}: Pick<Session, 'extension' | 'folder' | 'suite'>): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const vscode = await installServer();
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'journey-vscode-'));
  const child = spawn(
    process.execPath,
    [
      join(vscode, 'out/server-main.js'),
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--server-data-dir',
      data,
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
      // Without it the payload of the address is silently ignored.
      '--enable-smoke-test-driver',
    ],
    {
      cwd: vscode,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      // What an earlier session has found does not count.
      env: { ...process.env, JOURNEY_CACHE: join(data, 'kept') },
    },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const onText = (text: Buffer): void => {
      said += text.toString();
      if (said.includes('Extension host agent listening')) resolve();
    };
    child.stdout.on('data', onText);
    child.stderr.on('data', onText);
    child.on('exit', (code) => reject(new Error(`VS Code's server ended with ${String(code)}:\n${said}`)));
  });
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ...(suite === undefined ? [] : [['extensionTestsPath', remote(suite)]]),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return {
    url: `http://127.0.0.1:${port}/?${query.toString()}`,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('close', resolve));
      if (child.exitCode === null && child.pid !== undefined) {
        // The whole group: the server starts the extension host, which starts ours.
        if (process.platform === 'win32') child.kill();
        else process.kill(-child.pid, 'SIGKILL');
        await gone;
      }
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
