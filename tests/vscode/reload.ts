// A window that is loaded anew shows the maps that were open as they were left. No suite can tell: it would end with the window.
import type { Frame, Page } from 'playwright-core';
import { mapFrame } from './driver.ts';

const FIND = '.map-stage[data-stage$="Find"]';
/** Something slow may happen in between, on a busy machine: VS Code starts twice. */
const limit = 90_000;

/** Leaves a map folded, zoomed and locked, and a map that is an editor folded, and comes back to both. */
export async function comesBack(page: Page): Promise<void> {
  page.setDefaultTimeout(limit);
  await page.locator('.monaco-workbench .part.editor').waitFor();
  // A narrow map has no stages to fold.
  await page.setViewportSize({ width: 2600, height: 1000 });
  await openFile(page, 'hotel.journey');
  await run(page, 'Journey: Open Locked Map to the Side');
  await noteWhatIsKept(await mapFrame(page, limit));
  await fold(await mapFrame(page, limit));
  await (await mapFrame(page, limit)).locator('#zoom-in').click();
  await page.locator('.tab', { hasText: '[Map] hotel.journey' }).waitFor();
  const zoomed = await widthOf(await mapFrame(page, limit));
  await isKept(await mapFrame(page, limit), 'folded.length === 1 && kept.zoom > 1 && kept.locked');
  await reload(page);
  await page.locator('.tab', { hasText: '[Map] hotel.journey' }).waitFor();
  await isFolded(await mapFrame(page, limit));
  equal(await widthOf(await mapFrame(page, limit)), zoomed);

  await run(page, 'View: Close All Editors');
  await openFile(page, 'hotel.journey');
  await run(page, 'View: Reopen Editor With...');
  await pick(page, 'Journey Map', limit);
  await noteWhatIsKept(await mapFrame(page, limit));
  await fold(await mapFrame(page, limit));
  await isKept(await mapFrame(page, limit), 'folded.length === 1');
  await reload(page);
  await isFolded(await mapFrame(page, limit));
}

async function openFile(page: Page, name: string): Promise<void> {
  // Not by the list of files: nobody searches them in a browser.
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.monaco-editor .view-lines').first().waitFor();
}

/** Chooses a command from the list of them; again where VS Code took the focus away meanwhile. */
async function run(page: Page, command: string): Promise<void> {
  for (let left = 5; ; left--) {
    await page.keyboard.press('F1');
    try {
      await pick(page, command, limit / 5);
      return;
    } catch (error) {
      if (left === 1) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

async function pick(page: Page, text: string, timeout: number): Promise<void> {
  const list = page.locator('.quick-input-widget:visible');
  const input = list.locator('.quick-input-box input');
  // What stands before it says what kind of list it is.
  const kind = (await input.inputValue({ timeout })).startsWith('>') ? '>' : '';
  await input.fill(`${kind}${text}`, { timeout });
  await list.locator('.quick-input-list-entry', { hasText: text }).first().click({ timeout });
}

async function fold(map: Frame): Promise<void> {
  await map.locator(FIND).click();
  await isFolded(map);
}

async function isFolded(map: Frame): Promise<void> {
  await map.locator(`${FIND}[aria-expanded=false]`).waitFor({ timeout: limit });
}

async function widthOf(map: Frame): Promise<string | null> {
  return map.locator('#map svg').getAttribute('width');
}

/** Notes in the page around a map what the map gives VS Code to keep. */
async function noteWhatIsKept(map: Frame): Promise<void> {
  await map.parentFrame()?.evaluate(`{
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (message, ...rest) {
      if (message?.channel === 'do-update-state') globalThis.kept = JSON.parse(message.data);
      return post.call(this, message, ...rest);
    };
  }`);
}

/** Waits until the map has given it to VS Code to keep that it looks so, which it does a moment after a change. */
async function isKept(map: Frame, wanted: string): Promise<void> {
  const end = Date.now() + limit;
  // One look for each frame that the browser draws.
  const look = `new Promise((resolve) => requestAnimationFrame(() => {
    const { kept } = globalThis;
    resolve(kept !== undefined && kept.${wanted});
  }))`;
  while ((await map.parentFrame()?.evaluate<boolean>(look)) !== true) {
    if (Date.now() > end) throw new Error(`VS Code was not given to keep: ${wanted}`);
  }
}

async function reload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await run(page, 'Developer: Reload Window');
  await loaded;
  await page.locator('.monaco-workbench .part.editor').waitFor();
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${String(expected)} but got ${String(actual)}`);
}
