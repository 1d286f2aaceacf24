import { availableParallelism } from 'node:os';
import type { FileToCheck } from '../../server/kept-files.ts';
import { startThread } from '../checking/start-thread.ts';
import type { StartData } from '../start-data.ts';
import type { CheckedFile } from './checked-file.ts';
import type { HelperData } from './thread.ts';

/** Each takes memory for itself. */
const most = 4;

/** So many portions a thread has at a time, so that it need not wait for the next one. */
const ahead = 2;

export interface HelperOptions {
  readonly data: Omit<HelperData, keyof StartData>;
  /** Gives the files that are to be checked next; none when it is done. */
  readonly next: () => readonly FileToCheck[];
  /** Takes files that have been checked. */
  readonly checked: (files: readonly CheckedFile[]) => void;
  /** All are done, or can do no more. */
  readonly ended: () => void;
  readonly failed: (error: unknown) => void;
}

/** Somebody who checks files for the server, as long as there are any. */
export interface Helper {
  readonly end: () => void;
}

/** Starts threads that do so, one for each core. Where there is one alone, none would help. */
export function startThreads(options: HelperOptions): readonly Helper[] {
  const cores = availableParallelism();
  let working = cores === 1 ? 0 : Math.min(cores, most);
  const ended = (): void => {
    working -= 1;
    if (working === 0) options.ended();
  };
  return Array.from({ length: working }, () => startOne({ ...options, ended }));
}

/** When something happens to one nothing is lost: the server checks itself what has not come back. */
function startOne({ data, next, checked, ended, failed }: HelperOptions): Helper {
  const worker = startThread(data);
  /** How many portions it has. */
  let portions = 0;
  const end = (): void => void worker.terminate();
  const give = (): void => {
    while (portions < ahead) {
      const files = next();
      if (files.length === 0) break;
      worker.postMessage(files, []);
      portions += 1;
    }
    if (portions === 0) end();
  };
  // Nobody waits for it to end.
  worker.unref();
  worker.on('error', failed);
  worker.on('exit', ended);
  worker.on('message', (files: readonly CheckedFile[]) => {
    portions -= 1;
    give();
    checked(files);
  });
  give();
  return { end };
}
