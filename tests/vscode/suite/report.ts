import { commands } from 'vscode';
import type { MapReport } from '../../../src/extension/preview/preview.ts';
import { until } from './harness.ts';

/** Waits until the map shows what is wanted. */
export async function mapShows(what: string, wanted: (report: MapReport) => boolean): Promise<MapReport> {
  let last: MapReport | undefined;
  try {
    return await until(what, async () => {
      last = await Promise.race([
        commands.executeCommand<MapReport | undefined>('_journey.reportMap'),
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
