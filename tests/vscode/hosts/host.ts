import type { Page } from 'playwright-core';

/** A display language. */
export type Locale = 'en' | 'ja';

/** What is opened in a host. */
export interface Session {
  /** The extension, as it is packed: a folder. */
  readonly extension: string;
  /** The folder that is open in the window. */
  readonly folder: string;
  /** The bundled suite that runs inside the extension host; without one the window just opens. */
  readonly suite?: string;
  readonly locale: Locale;
  /** A line that the suite says. */
  readonly onLine: (line: string) => void;
}

/** A window of VS Code with the extension in it. */
export interface OpenedWindow {
  readonly page: Page;
  /** Resolves with the suite's exit code. */
  readonly ended: Promise<number>;
  readonly close: () => Promise<void>;
}

/** One way to run VS Code. */
export interface Host {
  readonly name: string;
  /** Why it cannot be had on this machine; undefined where it can. Without it, it can be had wherever npm is. */
  readonly unavailable?: () => Promise<string | undefined>;
  readonly open: (session: Session) => Promise<OpenedWindow>;
}
