// `journey watch` as a process that goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished } from 'vitest';
import { cli } from './journey.ts';

export interface Watch {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts it, until the end of the test, and waits for its address. */
export async function startWatch(args: readonly string[], cwd: string): Promise<Watch> {
  const child = spawn(process.execPath, [cli, 'watch', ...args], { cwd, env: { PATH: process.env['PATH'] } });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  }
  const ended = new Promise<Awaited<Watch['ended']>>((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
  const printed = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
  await expect.poll(printed).toBeDefined();
  return { child, url: printed() ?? '', output: () => output, ended };
}
