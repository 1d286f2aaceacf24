// `journey watch` as people use it: a real process, real files, a real browser.
import { rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, journey } from '../cli/journey.ts';
import { startWatch, type Watch } from '../cli/watching.ts';
import { openBrowser } from '../support/browser.ts';

const text = (title: string, rest = ''): string =>
  `journey Outage "${title}" {\n  stage S "Find" {\n    touchpoint T "Calls" on phone {\n${rest}    }\n  }\n}\n`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

test('the map follows the text, stays while the text is broken, and says when it ends', async () => {
  const cwd = folderWith({ 'a.journey': text('First') });
  const watch = await startWatch(['a.journey', '--locale', 'en'], cwd);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(watch.url);
  await expect.poll(async () => page.title()).toBe('First');
  // There is but one map.
  expect(page.url()).toBe(`${watch.url}journeys/Outage.html`);

  writeFileSync(join(cwd, 'a.journey'), text('Second', '      waits 90 min\n'));
  await expect.poll(async () => page.title()).toBe('Second');
  await expect.poll(() => watch.output()).toMatch(/a\.journey:4:\d+: warning wait-untold: /);

  writeFileSync(join(cwd, 'a.journey'), text('Third', '      waits 90 min\n      ((( %%\n'));
  const bar = page.locator('#live');
  await expect.poll(async () => bar.textContent()).toMatch(/^a\.journey:5: .*shown is the last version/);
  expect(await page.title()).toBe('Second');
  await expect.poll(() => watch.output()).toMatch(/a\.journey:5:\d+: error /);

  writeFileSync(join(cwd, 'a.journey'), text('Fourth'));
  await expect.poll(async () => page.title()).toBe('Fourth');
  await expect.poll(async () => bar.isHidden()).toBe(true);
  await expect.poll(() => watch.output()).toMatch(/^a\.journey: .*gone$/m);

  // All that there is to see.
  await page.goto(`${watch.url}index.html`);
  expect(await page.locator('.card h2').allTextContents()).toEqual(['Fourth']);
  watch.child.kill('SIGINT');
  expect(await watch.ended).toEqual(endedBy('SIGINT'));
  await expect.poll(async () => bar.textContent()).toContain('has ended');
  expect(errors).toEqual([]);
  await page.close();
});

test('new and removed files of a folder, and the configuration', async () => {
  const cwd = folderWith({ 'x/a.journey': text('Only'), 'x/node_modules/b.journey': text('Not') });
  const watch = await startWatch(['x'], cwd);
  const titles = async (): Promise<readonly string[]> =>
    [...(await get(`${watch.url}index.html`)).body.matchAll(/<h2><a [^>]*>([^<]*)</g)].map(([, title = '']) => title);
  await expect.poll(titles).toEqual(['Only']);
  writeFileSync(join(cwd, 'x/c.journey'), 'journey New "New" {\n  stage S {\n    touchpoint T "T" on chat\n  }\n}\n');
  await expect.poll(titles).toEqual(['Only', 'New']);
  rmSync(join(cwd, 'x/a.journey'));
  await expect.poll(titles).toEqual(['New']);
  await expect.poll(() => watch.output()).toMatch(/^x\/a\.journey: no longer checked: removed/m);
  writeFileSync(join(cwd, 'x/journey.config.json'), '{ "ignore": [');
  await expect.poll(() => watch.output()).toMatch(/^journey: x\/journey\.config\.json:1:\d+: error config-syntax: /m);
  writeFileSync(join(cwd, 'x/journey.config.json'), '{ "ignore": ["c.journey"] }');
  await expect.poll(titles).toEqual([]);
  watch.child.kill('SIGTERM');
  expect(await watch.ended).toEqual(endedBy('SIGTERM'));
});

test('nobody else can ask, and nothing but the pages can be had', async () => {
  const watch = await startWatch(['a.journey'], folderWith({ 'a.journey': text('Mine'), 'secret.txt': 'secret' }));
  const { port } = new URL(watch.url);
  await expect.poll(async () => (await get(watch.url)).location).toBe('/journeys/Outage.html');
  const all = `${watch.url}index.html`;
  expect((await get(all)).status).toBe(200);
  expect((await get(all, { Host: 'evil.example' })).status).toBe(403);
  expect((await get(all, { Host: `evil.example:${port}` })).status).toBe(403);
  expect((await get(all, { Host: `localhost:${port}` })).status).toBe(200);
  expect((await get(watch.url, {}, 'POST')).status).toBe(405);
  for (const path of ['secret.txt', '../secret.txt', '..%2fsecret.txt', '%ff', 'journeys/', 'a.journey']) {
    const { status, body } = await get(`${watch.url}${path}`);
    expect(status).toBe(404);
    expect(body).not.toMatch(/>secret|Mine/);
  }
  const taken = await journey(['watch', 'a.journey', '--port', port], {
    cwd: folderWith({ 'a.journey': text('Mine') }),
  });
  expect(taken).toMatchObject({ code: 2 });
  expect(taken.stderr).toContain(`port ${port} cannot be used`);
});

test('nothing to watch', async () => {
  const { code, stderr } = await journey(['watch', 'gone.journey', '--locale', 'ja'], { cwd: folderWith() });
  expect(code).toBe(2);
  expect(stderr).toContain('gone.journey');
});

/** Windows knows no signals from one process to another: it ends the process at once. */
function endedBy(signal: 'SIGINT' | 'SIGTERM'): Awaited<Watch['ended']> {
  return process.platform === 'win32' ? { code: null, signal } : { code: 0, signal: null };
}

async function get(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ readonly status: number; readonly location: string | undefined; readonly body: string }> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(url);
    // Written out, for a URL would be put right.
    const path = url.slice(`http://${hostname}:${port}`.length);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, location: response.headers.location, body }));
    });
    asked.on('error', fail);
    asked.end();
  });
}
