// What Chromium shows of the SVG is what stands in the PNG, which is drawn without a browser: two renderers that know nothing
// of each other agree. What the SVG says is held by tests/map/golden/.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, journey } from '../cli/journey.ts';
import { openBrowser } from '../support/browser.ts';
import { fontFaces, fontsLoaded, serveFonts } from './map-fonts.ts';

/** The share of places that may differ: edges are smoothed in two ways. */
const tolerance = 0.003;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

test.each([
  ['a wide map', '../map/all-marks', ['--locale', 'ja', '--preset', 'full']],
  ['a phone, dark', '../map/all-marks', ['--locale', 'en', '--width', '390', '--theme', 'dark']],
  ['all stages folded, high contrast', '../map/all-marks', ['--locale', 'ja', '--fold', '--theme', 'hc-light']],
  ['Arabic and Hebrew among English', './directions', ['--locale', 'en', '--preset', 'full']],
])('%s looks the same in Chromium and as PNG', async (_, source, options) => {
  const cwd = folderWith();
  copyFileSync(fileURLToPath(new URL(`${source}.journey`, import.meta.url)), join(cwd, 'map.journey'));
  const runs = await Promise.all(
    ['map.svg', 'map.png'].map(async (file) => journey(['render', 'map.journey', '-o', file, ...options], { cwd })),
  );
  expect(runs.map(({ stderr }) => stderr)).toEqual(['', '']);
  // Whose system has no such fonts sees what a PNG has.
  const svg = readFileSync(join(cwd, 'map.svg'), 'utf8').replace(
    "'Noto Sans JP',",
    "'Noto Sans JP','Noto Sans Arabic','Noto Sans Hebrew',",
  );
  const png = readFileSync(join(cwd, 'map.png')).toString('base64');
  const page = await browser.newPage();
  await serveFonts(page);
  await page.setContent(`<style>${fontFaces}body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(fontsLoaded);
  const shot = (await page.locator('svg').first().screenshot()).toString('base64');
  expect(await page.evaluate<number>(difference(shot, png))).toBeLessThan(tolerance);
  // That the measure sees something: a heading moved by a line.
  await page.evaluate("document.querySelector('.map-header').setAttribute('transform', 'translate(0 17)')");
  const moved = (await page.locator('svg').first().screenshot()).toString('base64');
  expect(await page.evaluate<number>(difference(moved, png))).toBeGreaterThan(tolerance);
  await page.close();
});

/**
 * The share of places that look different: both pictures are made small, so that how an edge is smoothed does not count, and
 * compared colour by colour.
 */
function difference(one: string, other: string): string {
  return `(async () => {
    const load = async (data) => {
      const image = new Image();
      image.src = 'data:image/png;base64,' + data;
      await image.decode();
      return image;
    };
    const images = await Promise.all([load('${one}'), load('${other}')]);
    const [width, height] = [images[0].naturalWidth / 4, images[0].naturalHeight / 4].map(Math.floor);
    const [a, b] = images.map((image) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data;
    });
    let different = 0;
    for (let at = 0; at < a.length; at += 4) {
      const distance = Math.max(...[0, 1, 2].map((colour) => Math.abs(a[at + colour] - b[at + colour])));
      if (distance > 48) different += 1;
    }
    return different / (width * height);
  })()`;
}
