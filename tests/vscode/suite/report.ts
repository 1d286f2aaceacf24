import { commands } from 'vscode';
import type { PageReport } from '../../../src/preview/webview/messages.ts';
import { until } from './harness.ts';

/** What the map shows, and of which file. */
export type Report = PageReport & { readonly uri: string; readonly locked: boolean };

/** Waits until the map shows what is wanted. */
export async function mapShows(what: string, wanted: (report: Report) => boolean): Promise<Report> {
  let last: Report | undefined;
  try {
    return await until(what, async () => {
      last = await Promise.race([
        commands.executeCommand<Report | undefined>('_journey.reportMap'),
        // A page that is just being made does not answer.
        new Promise<undefined>((resolve) => {
          setTimeout(() => resolve(undefined), 1000);
        }),
      ]);
      return last !== undefined && wanted(last) ? last : undefined;
    });
  } catch (error) {
    throw new Error(`${String(error)}; the map shows ${JSON.stringify(last)}`, { cause: error });
  }
}
