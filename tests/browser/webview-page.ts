// The page of the map as VS Code loads it, in a browser of its own: no editor around it, and every message is seen.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { pageMarkup } from '../../src/extension/preview/page-markup.ts';
import type { Theme } from '../../src/map/style/palette.ts';
import type { Locale } from '../../src/model/text.ts';
import type { FromPage, PageState, ToPage } from '../../src/preview/webview/messages.ts';
import { vscodeThemes } from './vscode-themes.ts';

const address = 'http://webview.test/';
const script = new URL('../../dist/extension/dist/webview.js', import.meta.url);

export interface WebviewOptions {
  readonly theme?: Theme;
  readonly locale?: Locale;
  readonly width?: number;
  readonly height?: number;
  /** What it has kept of itself when it was there before. */
  readonly state?: PageState;
}

/** A page that stands for the extension as well: it gets what the extension would send, and keeps what it would be told. */
export class WebviewPage {
  readonly page: Page;
  /** What went wrong in it; a breach of its own policy is such a thing. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  /** Ends when the page has taken the message in: a key that is pressed afterwards finds what it shows. */
  async send(message: ToPage): Promise<void> {
    await this.page.evaluate(`new Promise((taken) => {
      addEventListener('message', () => taken(), { once: true });
      postMessage(${JSON.stringify(message)});
    })`);
  }

  /** Everything of a kind that the page has told, in order. */
  async told<Kind extends FromPage['kind']>(kind: Kind): Promise<readonly Extract<FromPage, { kind: Kind }>[]> {
    const all = await this.page.evaluate<readonly FromPage[]>('globalThis.told');
    return all.filter((message): message is Extract<FromPage, { kind: Kind }> => message.kind === kind);
  }

  async state(): Promise<PageState | null> {
    return this.page.evaluate<PageState | null>('globalThis.state ?? null');
  }

  /** As VS Code does it when its user chooses another theme: the page stays. */
  async colour(theme: Theme): Promise<void> {
    await this.page.evaluate(coloured(theme));
  }
}

export async function openWebview(browser: Browser, options: WebviewOptions = {}): Promise<WebviewPage> {
  const { theme = 'light', locale = 'en', width = 1300, height = 900, state } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  const webview = new WebviewPage(page);
  await page.route(`${address}**`, async (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html', body: pageMarkup('webview.js', locale) })
      : route.fulfill({ contentType: 'text/javascript', body: readFileSync(script, 'utf8') }),
  );
  await page.addInitScript(`
    globalThis.told = [];
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => void globalThis.told.push(structuredClone(message)),
      getState: () => globalThis.state,
      setState: (next) => { globalThis.state = next; },
    });
    globalThis.state = ${JSON.stringify(state)};
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      ${coloured(theme)}
    }).observe(document, { childList: true, subtree: true });`);
  await page.goto(address);
  return webview;
}

function coloured(theme: Theme): string {
  const { body, colours } = vscodeThemes[theme];
  const fonts = { 'font-family': 'system-ui, sans-serif', 'font-size': '13px' };
  return `document.body.className = '${body}';
    document.documentElement.removeAttribute('style');
    for (const [name, value] of Object.entries(${JSON.stringify({ ...fonts, ...colours })})) {
      document.documentElement.style.setProperty('--vscode-' + name, value);
    }`;
}
