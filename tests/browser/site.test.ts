// The site of a workspace in a real browser, from the disk: it is found what is looked for, links lead there, and the pages
// are accessible, wide and narrow.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../cli/journey.ts';
import { root } from '../docs/pages.ts';
import { openBrowser } from '../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'site with spaces '));

let browser: Browser;
beforeAll(async () => {
  for (const locale of ['en', 'ja']) {
    execFileSync(process.execPath, [cli, 'index', 'examples', '-o', join(folder, locale), '--locale', locale], {
      cwd: root,
    });
  }
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a search leads to the touchpoint on its map, and back', async () => {
  const { page, errors } = await open('en', 'index.html');
  await page.fill('#query', 'NEIGHBOUR');
  const hits = page.locator('#hits li');
  expect(await page.locator('#count').textContent()).toMatch(/^\d+ found$/);
  expect(await hits.first().textContent()).toContain('Touchpoint · ');
  await hits.locator('a', { hasText: 'Rings the neighbour' }).first().click();
  await page.waitForURL(/journeys\/BroadbandOutage\.html#BroadbandOutage\.Notice\.AsksNeighbour$/);
  const key = 'BroadbandOutage.Notice.AsksNeighbour';
  await expect.poll(async () => page.evaluate<string>('document.activeElement.dataset.touchpoint')).toBe(key);
  const { x = -1 } = (await page.locator(`.map-card[data-touchpoint="${key}"]`).boundingBox()) ?? {};
  expect(x).toBeGreaterThan(0);
  expect(x).toBeLessThan(1280);
  await page.goBack();
  expect(await page.inputValue('#query')).toBe('NEIGHBOUR');
  await page.fill('#query', 'neighbour nowhere to be found');
  expect(await page.locator('#count').textContent()).toBe('0 found');
  await page.fill('#query', '');
  expect(await hits.count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

test('every link of every page leads somewhere', async () => {
  const { page } = await open('ja', 'index.html');
  const broken = new Set<string>();
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const name of ['index', 'personas', 'channels', 'owners', 'findings', 'plan']) {
    await page.goto(urlOf('ja', `${name}.html`));
    const links = await page.evaluate<string[]>("[...document.querySelectorAll('a')].map(({ href }) => href)");
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      const url = new URL(link);
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      let known = anchors.get(url.href);
      if (known === undefined) {
        const text = readFileSync(url, 'utf8');
        known = new Set([...text.matchAll(/(?: id|data-touchpoint)="([^"]*)"/g)].map(([, id = '']) => id));
        anchors.set(url.href, known);
      }
      if (anchor !== '' && !known.has(anchor)) broken.add(link);
    }
  }
  expect([...broken]).toEqual([]);
  await page.close();
});

test.for([
  ['en', 'light', 1280, ['index', 'plan']],
  ['ja', 'dark', 360, ['index', 'personas', 'channels', 'owners', 'findings']],
] as const)('nothing for axe to complain about, %s %s %i px', async (given) => {
  const [locale, scheme, width, names] = given;
  const { page, errors } = await open(locale, 'index.html', { colorScheme: scheme, viewport: { width, height: 800 } });
  for (const name of names) {
    await page.goto(urlOf(locale, `${name}.html`));
    if (name === 'index') await page.fill('#query', 'a');
    await page.evaluate(axe);
    const violations = await page.evaluate<string[]>(`axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
    expect([name, ...violations]).toEqual([name]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  expect(errors).toEqual([]);
  await page.close();
});

async function open(
  locale: string,
  name: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage(options);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(urlOf(locale, name));
  return { page, errors };
}

function urlOf(locale: string, name: string): string {
  return pathToFileURL(join(folder, locale, name)).href;
}
