import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { asUsual, willLoad } from '../short-lived.ts';
import type { HelperData } from '../helping/thread.ts';
import type { StartData } from '../start-data.ts';
import type { ThreadData } from './thread.ts';

/** The bundle that starts this one in a thread. */
const starter = 'thread.cjs';

/**
 * In megabytes. A thread holds few files at a time; under such limits its garbage is collected sooner, and it takes two thirds
 * of the memory. With 24 for what is young it takes a third more time, to copy that. A file for which they do not suffice is
 * checked by the main thread, which has none.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 28, maxOldGenerationSizeMb: 300 };

/** How many threads there are. */
let running = 0;

/** Starts a thread of this program. What has happened to it must be listened for. */
export function startThread(data: Omit<ThreadData, keyof StartData> | Omit<HelperData, keyof StartData>): Worker {
  // Node 20 has no such folder.
  const cacheFolder = (getCompileCacheDir as typeof getCompileCacheDir | undefined)?.();
  const start: StartData = { cacheFolder, loading: willLoad() };
  const worker = new Worker(join(__dirname, starter), { workerData: { ...data, ...start }, resourceLimits });
  running += 1;
  worker.once('exit', () => {
    running -= 1;
    if (running === 0) asUsual();
  });
  return worker;
}
