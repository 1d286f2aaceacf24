// What a user does with mouse and keyboard in the map. The suite runs inside the extension host and cannot; it asks for it.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { built } from './bundle.ts';
import type { Deed } from './suite/deeds.ts';

const { resolve } = createRequire(import.meta.url);

/** Where the pictures go that the suite takes, to be looked at. */
const pictures = join(built, 'pictures');

/** Does one thing in the window. */
export async function perform(page: Page, deed: Deed, host: string): Promise<void> {
  switch (deed.do) {
    case 'click':
      return (await inMap(page, deed.at)).click({ clickCount: deed.times ?? 1 });
    case 'copy':
      return page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(deed.text)})`);
    case 'drag': {
      const target = deed.to === undefined ? undefined : await inMap(page, deed.to);
      const taken = await inMap(page, deed.at);
      await target?.scrollIntoViewIfNeeded();
      await taken.scrollIntoViewIfNeeded();
      const { x, y } = middle(await taken.boundingBox());
      const to = target === undefined ? { x, y } : middle(await target.boundingBox());
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move((x + to.x) / 2 + (deed.dx ?? 0) / 2, (y + to.y) / 2 + (deed.dy ?? 0) / 2, { steps: 4 });
      await page.mouse.move(to.x + (deed.dx ?? 0), to.y + (deed.dy ?? 0), { steps: 4 });
      return page.mouse.up();
    }
    case 'press':
      if (deed.at !== undefined) await (await inMap(page, deed.at)).focus();
      return page.keyboard.press(deed.key);
    case 'type':
      return page.keyboard.type(deed.text);
    case 'fill':
      return (await inMap(page, deed.at)).fill(deed.text);
    case 'choose':
      await (await inMap(page, deed.at)).selectOption(deed.value);
      return;
    case 'answer':
      return answer(page, deed.text, deed.next ?? false);
    case 'write': {
      const question = page.locator('.quick-input-widget:visible', { hasText: deed.question });
      const input = question.locator('.quick-input-box input');
      await input.waitFor();
      if (deed.text !== undefined) await input.fill(deed.text);
      await input.press(deed.text === undefined ? 'Escape' : 'Enter');
      return question.waitFor({ state: 'hidden' });
    }
    case 'offers': {
      await page.keyboard.press('F1');
      const palette = page.locator('.quick-input-widget:visible');
      const entries = palette.locator('.quick-input-list-entry');
      await palette.locator('.quick-input-box input').fill(`>${deed.command}`);
      // Whatever is similar comes where nothing fits.
      await entries.filter({ hasText: 'Journey' }).first().waitFor();
      const offered = (await entries.filter({ hasText: deed.command }).count()) > 0;
      await page.keyboard.press('Escape');
      await palette.waitFor({ state: 'hidden' });
      if (offered !== deed.offered) throw new Error(`It is ${offered ? '' : 'not '}offered`);
      return;
    }
    case 'see':
      return page
        .locator(deed.at, deed.text === undefined ? {} : { hasText: deed.text })
        .first()
        .waitFor();
    case 'checkAccess':
      return checkAccess(await mapFrame(page));
    case 'picture': {
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${host}-${deed.name}.png`) });
      return;
    }
    case 'checkClipboard': {
      // Only who has the focus may read it.
      await page.locator('.monaco-workbench .statusbar').click({ position: { x: 400, y: 5 } });
      const kinds = await page.evaluate<string[]>(
        'navigator.clipboard.read().then((items) => items.flatMap(({ types }) => types))',
      );
      if (!kinds.includes(deed.holds)) throw new Error(`The clipboard holds ${kinds.join(', ')}`);
      return;
    }
    case 'tell':
      console.log(`   ${deed.text}`);
      return;
    default:
      deed satisfies never;
  }
}

async function answer(page: Page, text: string | undefined, next: boolean): Promise<void> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await input.waitFor();
  if (text !== undefined) {
    await page.locator('.quick-input-widget:visible .quick-input-list-entry', { hasText: text }).first().waitFor();
    await input.fill(text);
  }
  await input.press('Enter');
  if (!next) await input.waitFor({ state: 'hidden' });
}

async function checkAccess(frame: Frame): Promise<void> {
  await frame.evaluate(readFileSync(resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await frame.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 300)).join(' | ')))`);
  if (found.length > 0) throw new Error(found.join('\n'));
}

/** An element of the map, whichever frame it is in: a webview is a frame in a frame. */
async function inMap(page: Page, selector: string): Promise<Locator> {
  const frame = await mapFrame(page);
  const found = frame.locator(selector).first();
  await found.waitFor();
  return found;
}

/** The frame of the map that can be seen. Fails when there is none after `limit` milliseconds. */
export async function mapFrame(page: Page, limit = 20_000): Promise<Frame> {
  const end = Date.now() + limit;
  for (;;) {
    // Frames come and go while VS Code builds a webview: those that are there are asked, and then those that are there by then.
    const found = await Promise.any(page.frames().map(withMap)).catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('There is no map to be seen in the window');
  }
}

async function withMap(frame: Frame): Promise<Frame> {
  await frame.locator('#toolbar').waitFor({ timeout: 1000 });
  return frame;
}

function middle(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null,
): { readonly x: number; readonly y: number } {
  if (box === null) throw new Error('An element of the map cannot be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
