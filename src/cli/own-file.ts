import { realpathSync } from 'node:fs';

/** The file that runs: the other parts of this program stand beside it. */
export function ownFile(): string {
  return realpathSync(process.argv[1] ?? '.');
}
