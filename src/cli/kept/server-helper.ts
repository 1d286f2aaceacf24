import type { Worker } from 'node:worker_threads';
import type { FileToCheck } from '../../server/known-files.ts';
import { startThread } from '../checking/start-thread.ts';
import type { ServerThreadData } from './server-thread.ts';

/**
 * A thread that checks files for the server, as long as there are any. When something happens to it nothing is lost: the server
 * looks for what is kept, and checks itself what is not.
 */
export class ServerHelper {
  readonly #worker: Worker;
  readonly #next: () => readonly FileToCheck[];

  /** @param next gives the files that are to be checked next; none when it is done */
  constructor(
    data: Pick<ServerThreadData, 'place' | 'roots'>,
    next: () => readonly FileToCheck[],
    failed: (error: unknown) => void,
  ) {
    this.#next = next;
    this.#worker = startThread(data);
    // Nobody waits for it to end.
    this.#worker.unref();
    this.#worker.on('error', failed);
    this.#worker.on('message', (goesOn: boolean) => {
      if (goesOn) this.#give();
      else this.#end();
    });
    this.#give();
  }

  #give(): void {
    const files = this.#next();
    if (files.length === 0) this.#end();
    else this.#worker.postMessage(files, []);
  }

  #end(): void {
    void this.#worker.terminate();
  }
}
