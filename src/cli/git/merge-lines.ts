import { spawn } from 'node:child_process';
import type { Labels } from '../../language/merge/chunk.ts';
import { startError } from './git.ts';

/** Merges three files line by line, as git does by itself, into the file that is ours. `refused`: they are no text. Throws a `GitError` without git. */
export async function mergeLines(
  { base, ours, theirs }: Readonly<Record<'base' | 'ours' | 'theirs', string>>,
  labels: Labels,
): Promise<'clean' | 'conflicts' | 'refused'> {
  const names = [labels.ours, 'base', labels.theirs].flatMap((label) => ['-L', label]);
  const args = ['merge-file', '--quiet', `--marker-size=${labels.markerSize}`, ...names, '--', ours, base, theirs];
  const child = spawn('git', args, { stdio: 'ignore', windowsHide: true });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', (error) => fail(startError(error)));
    child.on('close', done);
  });
  if (code === 0) return 'clean';
  // It counts the conflicts, as far as an exit code can.
  return code !== null && code <= mostConflicts ? 'conflicts' : 'refused';
}

const mostConflicts = 127;
