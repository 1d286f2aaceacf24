// The page with the map of changes in a real browser: under its own policy, accessible, and without markup from a document.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { htmlDifference } from '../../src/formats/difference/html.ts';
import { storyOf } from '../../src/history/story.ts';
import { THEMES } from '../../src/map/style/palette.ts';
import { versionOf } from '../history/versions.ts';
import { openBrowser } from '../support/browser.ts';

const { resolve } = createRequire(import.meta.url);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

const evil = '</svg><script>window.hit = 1</script><img src=x onerror=window.hit=1>';
const was = `journey Booking "Booking ${evil}" {
  stage Pay "Pay" {
    touchpoint Call "Calls ${evil}" on phone { waits 9 min  feels -2 }
    touchpoint Form "Fills in a form" on website { feels -1 }
  }
}
journey Support { stage S { touchpoint Asks on phone { feels 0 } } }
`;
const is = was
  .replace('9 min', '1 min')
  .replace('touchpoint Form "Fills in a form"', `touchpoint Thanks "Reads ${evil}"`)
  .replace('feels 0', 'feels +1');

test.each(['en', 'ja'] as const)('two changed journeys on one page, %s', async (locale) => {
  const story = storyOf(await versionOf({ 'a.journey': was }), await versionOf({ 'a.journey': is }));
  const report = { sides: [`main ${evil}`, 'HEAD'] as const, story, improvements: [], notes: [] };
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.setContent(htmlDifference(report, { locale, theme: 'auto', footer: evil, hash }));
  expect(await page.locator('section svg').count()).toBe(2);
  expect(await page.locator('img, script').count()).toBe(0);
  expect(await page.evaluate<unknown>('window.hit')).toBeUndefined();
  await page.locator('summary').first().click();
  await page.evaluate(readFileSync(resolve('axe-core/axe.min.js'), 'utf8'));
  for (const theme of THEMES) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const violations = await page.evaluate<string[]>(`axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
    expect(violations).toEqual([]);
  }
  expect(errors).toEqual([]);
  await page.close();
});

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
