import { openBrowser } from '../../support/browser.ts';
import type { OpenedWindow, Session } from './host.ts';

/** Opens a page that holds VS Code and listens to the suite in it. */
export async function openWindow(url: string, session: Session, stop: () => Promise<void>): Promise<OpenedWindow> {
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1900, height: 1000 },
    locale: session.locale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    session.onLine(args.map(String).join(' '));
  });
  if (session.locale !== 'en') {
    // Where VS Code for the web keeps the language that its user has chosen.
    await page.addInitScript(`localStorage.setItem('vscode.nls.locale', '${session.locale}')`);
  }
  await page.goto(url);
  return {
    page,
    ended,
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}
