import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { tidyKept } from '../kept/tidy.ts';
import { Checker, portionCount } from './checker.ts';
import type { FileOutcome, Job, Portion } from './job.ts';
import { startThread } from './start-thread.ts';
import type { Sent } from './thread.ts';
import { Turns } from './turns.ts';

/** Below so many inputs a further thread costs more than it saves: it must load and warm up our code for itself. */
const worthThread = 375;

/**
 * Checks everything, on all cores when there is much, and gives the portions in their order. What comes out does not depend on
 * how many threads there were.
 */
export async function* checkedPortions(job: Job): AsyncIterable<Portion> {
  const count = portionCount(job);
  const turns = Turns.of(count);
  const checker = await Checker.open(job);
  const threads = Math.min(availableParallelism(), Math.floor(job.inputs.uris.length / worthThread));
  const imported: string[] = [];
  const others = new Threads(job, turns, threads > 1 ? threads : 0);
  try {
    for (let number = 0; number < count; number += 1) {
      const portion = await next(number, checker, others);
      imported.push(...portion.imported);
      if (portion.files.some(({ kind }) => kind === 'left')) {
        turns.hurry();
        yield* await rest(portion, number, count, checker, others, imported);
        return;
      }
      yield portion;
      turns.done(number + 1);
    }
  } finally {
    others.stop();
    if (job.kept !== undefined) tidyKept(job.kept);
  }
}

/** A portion, from the threads or made here: where there are no threads, and when they have died. */
async function next(number: number, checker: Checker, others: Threads): Promise<Portion> {
  for (;;) {
    const done = others.done.get(number);
    if (done !== undefined) {
      others.done.delete(number);
      return done;
    }
    if (!(await others.more())) return checker.portion(number);
  }
}

/** All portions from one on, the first that has something left: for what is left all files must have been read. */
async function rest(
  first: Portion,
  number: number,
  count: number,
  checker: Checker,
  others: Threads,
  importedBefore: readonly string[],
): Promise<readonly Portion[]> {
  const portions = [first];
  for (let each = number + 1; each < count; each += 1) portions.push(await next(each, checker, others));
  const uris = portions.flatMap(({ files }) => files.flatMap(({ kind, uri }) => (kind === 'left' ? uri : [])));
  const allImported = [...importedBefore, ...portions.flatMap(({ imported }) => imported)];
  const outcomes = new Map<string, FileOutcome>();
  for await (const outcome of checker.left(uris, allImported)) outcomes.set(outcome.uri, outcome);
  return portions.map(({ files, unread, imported }) => {
    const all = files.flatMap((file) => (file.kind === 'left' ? (outcomes.get(file.uri) ?? []) : file));
    return { files: all, unread, imported };
  });
}

/** The threads beside this one, and what they have done. */
class Threads {
  readonly done = new Map<number, Portion>();
  readonly #workers: Worker[] = [];
  #working = 0;
  #wake: () => void = () => undefined;

  constructor(job: Job, turns: Turns, count: number) {
    for (let thread = 0; thread < count; thread += 1) this.#start(job, turns);
  }

  /** Waits until something more is done; false when nobody is at work. */
  async more(): Promise<boolean> {
    if (this.#working === 0) return false;
    await new Promise<void>((done) => (this.#wake = done));
    return true;
  }

  stop(): void {
    for (const worker of this.#workers) void worker.terminate();
  }

  #start(job: Job, turns: Turns): void {
    const worker = startThread({ job, turns: turns.shared });
    this.#workers.push(worker);
    this.#working += 1;
    worker.on('message', ({ number, portion }: Sent) => {
      this.done.set(number, portion);
      this.#wake();
    });
    // Whatever has happened to it, this thread does its work and meets the same mistake if there is one.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      // A portion that it has left undone keeps this thread waiting, and those that are ahead of it would wait for this one.
      turns.hurry();
      this.#working -= 1;
      this.#wake();
    });
  }
}
