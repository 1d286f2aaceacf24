// `npm run readme-pictures`: the pictures of the extension's own page, VS Code itself with an example and its map, in both
// languages. Made by hand when what they show has changed: a browser's picture is not the same on every machine.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundleSuite } from '../tests/vscode/bundle.ts';
import { mapFrame } from '../tests/vscode/driver.ts';
import { webHost } from '../tests/vscode/hosts/web.ts';
import { indexedPicture } from './indexed-png.ts';
import { root, runNode } from './run.ts';

const pictures = [
  {
    locale: 'en',
    example: 'examples/quick-start.journey',
    touchpoint: 'touchpoint Calls',
    output: 'extension/media/readme/map.png',
  },
  {
    locale: 'ja',
    example: 'extension/templates/ja/quick-start.journey',
    touchpoint: 'touchpoint 電話',
    output: 'extension/media/readme/map.ja.png',
  },
] as const;

/** Of the window, in pixels. */
const size = { width: 1440, height: 960 };
/** Where the text ends and the map begins. */
const border = 500;

/** Nothing but the text and its map. */
const settings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.glyphMargin': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

/** A busy machine takes long to start VS Code. */
const patience = { timeout: 120_000 };

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);
await bundleSuite('tests/vscode/suite/index.ts', {});
for (const picture of pictures) await take(picture);

async function take({ locale, example, output, touchpoint }: (typeof pictures)[number]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-picture-'));
  const text = await readFile(join(root, example), 'utf8');
  await writeFile(join(folder, 'quick-start.journey'), text);
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const extension = join(root, 'dist/extension');
  const { page, close } = await webHost.open({ extension, folder, locale, onLine: () => undefined });
  try {
    await page.setViewportSize(size);
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'quick-start.journey' })
      .dblclick(patience);
    const line = text.split('\n').findIndex((each) => each.includes(touchpoint)) + 1;
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor(patience);
    await page.locator('a.codicon-open-preview').first().click();
    const frame = await mapFrame(page, patience.timeout);
    await frame.locator('.map-card').first().waitFor();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget:visible input').fill(`:${line}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+B');
    if (await page.locator('.part.auxiliarybar').isVisible()) await page.keyboard.press('Control+Alt+B');
    const second = await page.locator('.editor-group-container').nth(1).boundingBox();
    await page.mouse.move(second?.x ?? 0, size.height / 2);
    await page.mouse.down();
    await page.mouse.move(border, size.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(border / 2, size.height - 5);
    // From the stages down to the emotions.
    await frame.evaluate(
      "document.getElementById('map').scrollTo(0, document.querySelector('.map-stage').getBBox().y - 12)",
    );
    await settled(page);
    await mkdir(join(root, output, '..'), { recursive: true });
    await writeFile(join(root, output), await indexedPicture(page));
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two pictures, some time apart, are the same. */
async function settled(page: Page): Promise<void> {
  let last: Buffer | undefined;
  for (;;) {
    const next = await page.screenshot({ caret: 'hide' });
    if (last?.equals(next) === true) return;
    last = next;
    await page.waitForTimeout(2000);
  }
}
