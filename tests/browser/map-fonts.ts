// The fonts that maps are measured in, for pages of tests: the same on every machine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);

/** Lets a page load the fonts that `fontFaces` names. */
export async function serveFonts(page: Page): Promise<void> {
  await page.route('https://fonts.test/**', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    await route.fulfill({
      body: readFileSync(resolve(`@expo-google-fonts/${name}`)),
      headers: { 'access-control-allow-origin': '*' },
    });
  });
}

export const fontFaces = [
  ['Inter', 400, 'inter/400Regular/Inter_400Regular.ttf'],
  ['Inter', 600, 'inter/600SemiBold/Inter_600SemiBold.ttf'],
  ['Noto Sans JP', 400, 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'],
  ['Noto Sans JP', 600, 'noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'],
  ['Noto Sans Arabic', 400, 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'],
  ['Noto Sans Arabic', 600, 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf'],
  ['Noto Sans Hebrew', 400, 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'],
  ['Noto Sans Hebrew', 600, 'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf'],
]
  .map(
    ([family, weight, file]) =>
      `@font-face{font-family:'${family}';font-weight:${weight};src:url(https://fonts.test/${file})}`,
  )
  .join('');

/** Resolves when the fonts are there. */
export const fontsLoaded = 'Promise.all([...document.fonts].map((font) => font.load()))';
