// The map in a real browser: texts as wide as measured, a page that obeys its own policy, accessible, and that works.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRESETS } from '../../src/map/content/lanes.ts';
import { writeHtml } from '../../src/map/html/write-html.ts';
import { mapContent, mapScene } from '../../src/map/map.ts';
import { THEMES } from '../../src/map/style/palette.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import type { Locale } from '../../src/model/text.ts';
import { openBrowser } from '../support/browser.ts';
import { textsIn } from '../map/boxes.ts';
import { mapOf } from '../map/maps.ts';
import { fontFaces, fontsLoaded, serveFonts } from './map-fonts.ts';

const { resolve } = createRequire(import.meta.url);
const input = await mapOf(read('../map/all-marks.journey'));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

describe('a picture', () => {
  test.each(['en', 'ja'] as const)('is set as wide as it was measured, %s', async (locale) => {
    const scene = mapScene(mapContent(input, { locale, preset: 'full' }), { locale });
    const page = await browser.newPage();
    await serveFonts(page);
    const svg = writeSvg(scene, { id: 'map', theme: 'light' });
    await page.setContent(`<style>${fontFaces}</style>${svg}`);
    const widths = await page.evaluate<number[]>(`${fontsLoaded}
      .then(() => [...document.querySelectorAll('tspan')].map((span) => span.getComputedTextLength()))`);
    const lines = textsIn(scene.nodes).flatMap((block) => block.lines);
    expect(widths).toHaveLength(lines.length);
    const wrong = lines
      .map(({ text, width }, index) => ({ text, measured: width, set: widths[index] ?? 0 }))
      // Scripts and emoji that neither font has are measured wider than they are.
      .filter(({ text }) => !/[\u0600-\u06FF]|\p{Extended_Pictographic}/u.test(text))
      .filter(({ measured, set }) => set > measured + 0.5 || set < measured * 0.93 - 1);
    expect(wrong).toEqual([]);
    await page.close();
  });
});

describe('a page', () => {
  test.each(['en', 'ja'] as const)('works under its own policy, %s', async (locale) => {
    const { page, errors } = await openMap(locale);
    const cards = page.locator('#map .map-card');
    expect(await cards.count()).toBe(12);
    await page.click('#fold');
    expect(await cards.count()).toBe(4);
    await page.click('#fold');
    // One stage by keyboard; it keeps the focus.
    await page.locator('#map .map-stage').nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await cards.count()).toBe(8);
    expect(await page.evaluate<string>('document.activeElement.getAttribute("aria-expanded")')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await cards.count()).toBe(12);
    await page.fill('#find', 'front desk');
    expect(await page.locator('#found').textContent()).not.toBe('0');
    expect(await page.locator('#map .hit').count()).toBeGreaterThan(0);
    await page.fill('#find', '');
    await cards.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate<string>('document.activeElement.dataset.touchpoint')).toMatch(/Flyer$/);
    await page.click('#view');
    expect(await page.locator('#table tbody tr').count()).toBe(11);
    await page.click('#view');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('shows one persona, other lanes, and with or without what lies underneath', async () => {
    const { page, errors } = await openMap('en');
    const curves = (style: string): Promise<number> => page.locator(`#map .map-curve .curve-${style}`).count();
    expect([await curves('persona-1'), await curves('persona-2'), await curves('compared')]).toEqual([2, 2, 2]);
    await page.uncheck('#compare');
    expect(await curves('compared')).toBe(0);
    await page.selectOption('#persona', { label: 'Ken' });
    expect(await curves('persona-2')).toBe(0);
    const lanes = page.locator('#map .map-lane-label');
    expect(await lanes.allTextContents()).not.toContainEqual(expect.stringContaining('Backstage'));
    await page.click('#lane-menu summary');
    await page.selectOption('#preset', 'blueprint');
    expect(await lanes.allTextContents()).toContainEqual(expect.stringContaining('Backstage'));
    await page.uncheck('#lanes input[value=backstage]');
    expect(await lanes.allTextContents()).not.toContainEqual(expect.stringContaining('Backstage'));
    expect(await page.inputValue('#preset')).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.locator('#lane-menu[open]').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('fits into less and less room', async () => {
    const { page, errors } = await openMap('en');
    const lanes = page.locator('#map .map-lane-label');
    const box = async (selector: string): Promise<{ readonly x: number; readonly width: number } | null> =>
      page.locator(selector).first().boundingBox();
    const wide = await lanes.allTextContents();
    await page.setViewportSize({ width: 900, height: 800 });
    await expect.poll(async () => (await box('#map .map-header'))?.width).toBeLessThan(900);
    // However little room there is, it says the same.
    expect(await lanes.allTextContents()).toEqual(wide);
    // What stands above the matrix keeps within the window, and lane labels stay in view.
    await page.evaluate("document.getElementById('map').scrollTo(700, 0)");
    await expect.poll(async () => (await box('#map .map-lane-label text'))?.x).toBeGreaterThan(0);
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(async () => page.locator('#map svg').getAttribute('viewBox')).toMatch(/^0 0 (?:[34]\d\d) /);
    // The worst findings come before the first touchpoint, and the lanes of a touchpoint can be unfolded.
    const order = await page.evaluate<string[]>(
      "[...document.querySelectorAll('#map .map-findings, #map .map-stage')].map((part) => part.classList[0])",
    );
    expect(order[0]).toBe('map-findings');
    const details = page.locator('#map .map-details').first();
    expect(await page.locator('#map').textContent()).not.toContain('Types “meeting room near me”');
    await details.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#map').textContent()).toContain('Types “meeting room near me”');
    expect(errors).toEqual([]);
    await page.close();
  });

  test.each(THEMES)('has nothing for axe to complain about, theme %s', async (theme) => {
    const { page } = await openMap('en');
    await page.selectOption('#theme', theme);
    await page.evaluate(readFileSync(resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = async (): Promise<string[]> =>
      page.evaluate<string[]>(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
    expect(await violations()).toEqual([]);
    await page.click('#lane-menu summary');
    await page.setViewportSize({ width: 400, height: 800 });
    await expect.poll(async () => page.locator('#map .map-details').count()).toBeGreaterThan(0);
    expect(await violations()).toEqual([]);
    await page.close();
  });
});

async function openMap(locale: Locale): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  const full = { locale, preset: 'full' } as const;
  const compared = { ...input, compare: input.analysis };
  const single = ['Ken', 'Sato'].map((key) => mapContent(compared, { ...full, personas: [key] }));
  const html = writeHtml(mapContent(compared, full), single, {
    lanes: PRESETS.workshop,
    footer: 'a.journey',
    script: read('../../dist/page.js'),
    hash: (text) => createHash('sha256').update(text).digest('base64'),
  });
  await page.setContent(html);
  return { page, errors };
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
}
