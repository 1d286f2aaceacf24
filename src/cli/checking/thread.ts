import type { MessagePort } from 'node:worker_threads';
import { Checker } from './checker.ts';
import type { Job, Portion } from './job.ts';
import type { StartData } from '../start-data.ts';
import { Turns } from './turns.ts';

/** What a thread is given when it starts. */
export interface ThreadData extends StartData {
  readonly job: Job;
  readonly turns: SharedArrayBuffer;
}

/** What a thread sends. */
export interface Sent {
  readonly number: number;
  readonly portion: Portion;
}

/** Checks portions that nobody has taken yet, and sends each with its number, until there is none left. */
export async function checkInThread(port: MessagePort, { job, turns: shared }: ThreadData): Promise<void> {
  const turns = new Turns(shared);
  const checker = await Checker.open(job);
  for (let number = turns.take(); number !== undefined; number = turns.take()) {
    turns.waitFor(number);
    const sent: Sent = { number, portion: await checker.portion(number) };
    port.postMessage(
      sent,
      sent.portion.files.flatMap((file) => (file.kind === 'printed' ? file.findings.buffer : [])),
    );
  }
}
