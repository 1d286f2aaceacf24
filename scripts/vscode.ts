// `npm run vscode`: builds, then opens the examples in VS Code with the extension: the desktop one where there is one,
// otherwise VS Code in the browser.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { serveFolder } from '../tests/vscode/hosts/server.ts';
import { root, runNode } from './run.ts';

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);
const extension = join(root, 'dist/extension');
const folder = join(root, 'examples');
const desktop = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${extension}`, folder], {
  stdio: 'ignore',
  shell: process.platform === 'win32',
});
if (desktop.error === undefined && desktop.status === 0) {
  console.log('The examples are open in VS Code.');
} else {
  const { url, stop } = await serveFolder({ extension, folder });
  const end = (): void => {
    void stop().then(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  // The server is a group of processes of its own: it must not outlive who started it, however that ended.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 1000);
  console.log(
    `VS Code is not installed here; it runs in the browser. Open this address, stop with Ctrl+C:\n\n  ${url}\n`,
  );
}
