// A real browser for tests that need one: the machine's Chromium or Chrome.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Starts a browser with an empty profile that talks to nobody. Installs Chromium first where that is one command away. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: installed() ?? install(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function installed(): string | undefined {
  const named = process.env['CHROME_PATH'];
  return [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path));
}

function install(): string {
  const command = 'apt-get update && apt-get install -y chromium fonts-noto-cjk';
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) spawnSync('sh', ['-c', command], { stdio: 'ignore' });
  const path = installed();
  if (path !== undefined) return path;
  throw new Error(
    `These tests need Chromium or Chrome. On Debian or Ubuntu: ${command}. Elsewhere set CHROME_PATH to it.`,
  );
}
