import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { inLocale, type Locale, type Text } from '../model/text.ts';

/** Tells somebody how far reading and checking the workspace is. */
export interface IndexingProgress {
  /** Files have been found. */
  readonly begin: (files: number) => void;
  /** So many are still to be read, and so many to be checked. */
  readonly report: (unread: number, unchecked: number) => void;
  readonly end: () => void;
}

/** For a client that shows no progress, and while there is none. */
export const noProgress: IndexingProgress = { begin: ignore, report: ignore, end: ignore };

function ignore(): void {
  // Nobody wants to know.
}

const TITLE: Text = { en: 'Checking journeys', ja: 'ジャーニーを確認しています' };

/** Shows the progress in the client's window. */
export function shownProgress(connection: Connection, locale: Locale): IndexingProgress {
  // What a client says about our progress is no reason to stop working.
  const reporter = connection.window.createWorkDoneProgress().catch(() => undefined);
  const later = (action: (shown: WorkDoneProgressReporter) => void): void => {
    void reporter.then((shown) => shown && action(shown));
  };
  let total = 0;
  let told = 0;
  return {
    begin: (files) => {
      total = files;
      later((shown) => shown.begin(inLocale(TITLE, locale), 0));
    },
    report: (unread, unchecked) => {
      // Reading is half of the work. Files that others import come on top, so that it may seem to go back; nobody is told so.
      const percent = Math.min(100, Math.floor(100 - (unread * 50 + Math.max(unread, unchecked) * 50) / (total || 1)));
      if (percent <= told) return;
      told = percent;
      later((shown) => shown.report(percent));
    },
    end: () => later((shown) => shown.done()),
  };
}
