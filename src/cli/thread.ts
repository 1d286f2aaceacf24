// A thread of `journey check` or of the server. A file of its own, as what knows of threads takes time to load.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadBundle } from './bundle.ts';
import { hasLoaded } from './short-lived.ts';
import type { ThreadData } from './checking/thread.ts';
import type { HelperData } from './helping/thread.ts';
import type * as whole from './journey.ts';

/** As in `main.ts`. */
declare const JOURNEY_BUNDLE: string;

void start();

async function start(): Promise<void> {
  const data = workerData as ThreadData | HelperData;
  const { cacheFolder, loading } = data;
  const bundle = loadBundle(join(__dirname, JOURNEY_BUNDLE), { cacheFolder, purpose: 'check', keeps: false });
  hasLoaded(loading);
  const { journeyThread } = bundle as typeof whole;
  if (parentPort !== null) await journeyThread(parentPort, data);
}
