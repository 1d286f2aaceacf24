// Neovim for the tests that drive the server from a real editor.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/nvim', '/usr/local/bin/nvim', '/opt/homebrew/bin/nvim'];

/** The program. Installs it first where that is one command away, and fails where it is not: no test is left out. */
export function neovim(): string {
  return installed() ?? install();
}

function installed(): string | undefined {
  const named = process.env['NVIM_PATH'];
  return [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path));
}

function install(): string {
  const command = 'apt-get update && apt-get install -y neovim';
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) spawnSync('sh', ['-c', command], { stdio: 'ignore' });
  const path = installed();
  if (path !== undefined) return path;
  throw new Error(`These tests need Neovim. On Debian or Ubuntu: ${command}. Elsewhere set NVIM_PATH to it.`);
}
