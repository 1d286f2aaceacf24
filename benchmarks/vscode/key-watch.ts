import type { Frame, Page } from 'playwright-core';
import { mapFrame } from '../../tests/vscode/driver.ts';
import type { Keystroke, Word } from './keystroke.ts';

/** Between two keys, in milliseconds: as people type, so that what follows a key is done before the next one. */
const pause = 150;

/** Presses keys as a user does and sees, in the pages themselves, when the map has what they wrote. */
export class KeyWatch {
  readonly #page: Page;
  readonly #map: Frame;

  private constructor(page: Page, map: Frame) {
    this.#page = page;
    this.#map = map;
  }

  static async over(page: Page): Promise<KeyWatch> {
    await page.evaluate(`addEventListener('keydown', ({ timeStamp }) => {
      globalThis.pressed = Date.now() - (performance.now() - timeStamp);
    }, { capture: true })`);
    const map = await mapFrame(page);
    await map.evaluate(`addEventListener('message', ({ data, timeStamp }) => {
      if (data.kind !== 'map' && data.kind !== 'change') return;
      globalThis.arrived = Date.now() - (performance.now() - timeStamp);
    });
    globalThis.shows = (text) => new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.map-card').getAttribute('aria-label').includes(text)) return;
        observer.disconnect();
        const drawn = Date.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // The frame is done: other tasks have their turn again.
          port1.onmessage = () => resolve({ arrived: globalThis.arrived, drawn, painted: Date.now() });
          port2.postMessage(0);
        });
      });
      observer.observe(document.getElementById('map'), { subtree: true, childList: true });
    });`);
    return new KeyWatch(page, map);
  }

  async press({ key, shown }: Extract<Word, { kind: 'press' }>): Promise<Omit<Keystroke, 'asked' | 'received'>> {
    await this.#page.waitForTimeout(pause);
    await this.#map.evaluate(`void (globalThis.seen = shows(${JSON.stringify(shown)}))`);
    await this.#page.keyboard.press(key);
    const seen = await this.#map.evaluate<Pick<Keystroke, 'arrived' | 'drawn' | 'painted'>>('globalThis.seen');
    const pressed = await this.#page.evaluate<number>('globalThis.pressed');
    return { pressed, ...seen };
  }
}
