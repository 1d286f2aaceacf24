// <journey-map> in a page, as a wiki would use it.
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

const root = join(import.meta.dirname, '../..');
const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><script type="module" src="/journey-map.js"></script>
<journey-map id="file" src="/coworking/as-is.journey"></journey-map>
<journey-map id="own" locale="en" theme="dark">journey A "Booking" { stage S "Ask" { touchpoint T "Calls" on phone { feels anxious } } }</journey-map>
<journey-map id="gone" locale="en" src="/gone.journey"></journey-map>
<journey-map id="none" locale="en"></journey-map>`;

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  server = createServer(({ url = '/' }, response) => {
    const file = url === '/journey-map.js' ? 'dist/journey-map.js' : `examples${url}`;
    try {
      const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.setHeader('content-type', `${type}; charset=utf-8`);
      response.end(url === '/' ? page : readFileSync(join(root, file)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
});
afterAll(async () => {
  server.close();
  await browser.close();
});

test('draws what stands in it or in a file with its imports, again when it changes, and says what is wrong', async () => {
  const { port } = server.address() as AddressInfo;
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.locator('#file svg').waitFor();
  await tab.locator('#own svg').waitFor();
  // The imports were found: the persona has her name, not her id. The page is in Japanese, and so is the map.
  expect(await tab.locator('#file svg').textContent()).toMatch(/健/);
  expect(await tab.locator('#own svg').textContent()).toContain('Booking');
  expect(await tab.locator('#gone [role=alert]').textContent()).toContain('404');
  expect(await tab.locator('#none [role=alert]').textContent()).toBe('There is no journey here');
  await tab.evaluate(
    `document.querySelector('#own').textContent = 'journey B "<script>" { stage S "Changed" { touchpoint T "Is new" } }'`,
  );
  await tab.locator('#own svg', { hasText: 'Is new' }).waitFor();
  await tab.evaluate(`document.querySelector('#own').setAttribute('locale', 'ja')`);
  await tab.locator('#own svg', { hasText: '現状' }).waitFor();
  expect(errors).toEqual([]);
  await tab.close();
});
