import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * Files in a folder, each written as a whole: whoever reads sees the old one or the new one. That something cannot be read or
 * written is no error, for all of it can be made again.
 */
export class EntryFolder {
  readonly #folder: string;
  #isMade = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(name: string): Buffer | undefined {
    const path = join(this.#folder, name);
    try {
      // Asked first: most are missing when there are many to be made, and an error takes longer than all else here.
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return undefined;
      // So that it is known what nobody uses any more; the exact time does not matter.
      if (Date.now() - stats.mtimeMs > day) touch(path);
      return readFileSync(path);
    } catch {
      return undefined;
    }
  }

  write(name: string, bytes: Uint8Array): void {
    const path = join(this.#folder, name);
    const unfinished = `${path}.${process.pid}-${threadId}`;
    try {
      if (!this.#isMade) mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      this.#isMade = true;
      writeFileSync(unfinished, bytes, { mode: 0o600 });
      renameSync(unfinished, path);
    } catch {
      remove(unfinished);
    }
  }
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A disk that is only read.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It may come from a full disk, or go with the rest later.
  }
}

/** Milliseconds. */
const day = 86_400_000;
