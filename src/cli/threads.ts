// Several threads share the files among them. Each reads all of them, because what is said about one file may name
// another, and then takes the next file that nobody has taken.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../friction/settings.ts';
import { analyse, type FileResult } from './analyse.ts';
import type { Inputs } from './inputs.ts';
import { openWorkspace } from './workspace.ts';

/** What a helping thread is started with. */
export interface Task {
  readonly inputs: Inputs;
  readonly settings: Settings;
  /** For each file the number of the thread that has taken it, 0 for none; the last number is the next file to take. */
  readonly taken: Int32Array<SharedArrayBuffer>;
  /** This thread's number; the main thread is 1. */
  readonly thread: number;
}

/** What a helping thread sends when there is no more to take: results by the number of the file. */
export type Results = ReadonlyMap<number, FileResult>;

export interface Team {
  /** Takes a share of the files itself, then waits for the others. Results by the number of the file. */
  readonly work: (analyseFile: (file: number) => FileResult | undefined) => Promise<Results>;
}

/** Fewer files for each thread are checked sooner than another thread has started and read everything. */
const filesPerThread = 20;
const mostThreads = 4;

/** How many threads are worth it for so many files, this one included. */
export function threadsFor(files: number, wanted: number | undefined): number {
  if (wanted !== undefined) return Math.max(1, Math.min(wanted, files));
  return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(files / filesPerThread)));
}

/** Starts the other threads. `script` is the file that this process was started with. */
export function startTeam(inputs: Inputs, settings: Settings, threads: number, script: string): Team {
  const files = inputs.uris.length;
  const taken = new Int32Array(new SharedArrayBuffer((files + 1) * Int32Array.BYTES_PER_ELEMENT));
  const helpers = Array.from({ length: threads - 1 }, (_, index) => {
    const thread = index + 2;
    const task: Task = { inputs, settings, taken, thread };
    return { thread, ...startHelper(task, script) };
  });
  return {
    work: async (analyseFile) => {
      const results = new Map<number, FileResult>();
      const add = (file: number): void => {
        const result = analyseFile(file);
        if (result !== undefined) results.set(file, result);
      };
      for (const file of takeFiles(taken, 1)) add(file);
      for (const { thread, finished, stop } of helpers) {
        // A helper that came too late has nothing to send: no need to wait until it has read everything.
        const theirs = taken.includes(thread) ? await finished : new Map<number, FileResult>();
        await stop();
        for (const [file, result] of theirs) results.set(file, result);
      }
      // What a helper has taken and not brought to an end.
      for (let file = 0; file < files; file += 1) if (!results.has(file)) add(file);
      return results;
    },
  };
}

/** What a helping thread does from its start to its end. */
export async function help({ inputs, settings, taken, thread }: Task): Promise<Results> {
  const { workspace } = await openWorkspace(inputs);
  const results = new Map<number, FileResult>();
  for (const file of takeFiles(taken, thread)) {
    const result = analyse(workspace, inputs.uris[file] ?? '', settings);
    if (result !== undefined) results.set(file, result);
  }
  return results;
}

function* takeFiles(taken: Task['taken'], thread: number): Generator<number> {
  const files = taken.length - 1;
  for (;;) {
    const file = Atomics.add(taken, files, 1);
    if (file >= files) return;
    Atomics.store(taken, file, thread);
    yield file;
  }
}

interface Helper {
  readonly finished: Promise<Results>;
  readonly stop: () => Promise<unknown>;
}

function startHelper(task: Task, script: string): Helper {
  const worker = new Worker(script, { workerData: task });
  const finished = new Promise<Results>((resolve) => {
    worker.once('message', resolve);
    // The main thread does what a broken helper leaves undone, and then says what is wrong.
    worker.once('error', () => resolve(new Map()));
    worker.once('exit', () => resolve(new Map()));
  });
  return { finished, stop: async () => worker.terminate() };
}
