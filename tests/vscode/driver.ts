// What a user does with mouse and keyboard in the map. The suite runs inside the extension host and cannot; it asks for it.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { root } from './hosts/install.ts';
import type { Deed } from './suite/deeds.ts';

/** Where the pictures go that the suite takes, to be looked at. */
const pictures = join(root, 'dist/tests/pictures');

/** Does one thing in the window. */
export async function perform(page: Page, deed: Deed, host: string): Promise<void> {
  switch (deed.do) {
    case 'click':
      return (await inMap(page, deed.at)).click({ clickCount: deed.times ?? 1 });
    case 'drag': {
      const target = deed.to === undefined ? undefined : await inMap(page, deed.to);
      const { x, y } = middle(await (await inMap(page, deed.at)).boundingBox());
      const to = target === undefined ? { x, y } : middle(await target.boundingBox());
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move((x + to.x) / 2 + (deed.dx ?? 0) / 2, (y + to.y) / 2 + (deed.dy ?? 0) / 2, { steps: 4 });
      await page.mouse.move(to.x + (deed.dx ?? 0), to.y + (deed.dy ?? 0), { steps: 4 });
      return page.mouse.up();
    }
    case 'press':
      return page.keyboard.press(deed.key);
    case 'type':
      return page.keyboard.type(deed.text);
    case 'kill':
      return killServers();
    case 'picture': {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${host}-${deed.name}.png`) });
      return;
    }
    default:
      deed satisfies never;
  }
}

/** Ends the language servers that run from the packed extension: those of the window and no others. */
async function killServers(): Promise<void> {
  const script = join(root, 'dist/extension/dist/cli.cjs');
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(`${script}\0lsp`)) process.kill(Number(name), 'SIGKILL');
  }
}

/** An element of the map, whichever frame it is in: a webview is a frame in a frame. */
async function inMap(page: Page, selector: string): Promise<Locator> {
  const frame = await mapFrame(page);
  const found = frame.locator(selector).first();
  await found.waitFor();
  await found.scrollIntoViewIfNeeded();
  return found;
}

/** The frame of the map that can be seen. */
export async function mapFrame(page: Page): Promise<Frame> {
  const end = Date.now() + 20_000;
  for (;;) {
    for (const frame of page.frames()) {
      const isMap = await frame
        .locator('#map .map-card')
        .first()
        .isVisible()
        .catch(() => false);
      if (isMap) return frame;
    }
    if (Date.now() > end) throw new Error('There is no map to be seen in the window');
    await page.waitForTimeout(100);
  }
}

function middle(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null,
): { readonly x: number; readonly y: number } {
  if (box === null) throw new Error('An element of the map cannot be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
