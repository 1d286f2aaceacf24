import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES } from './kept-findings.ts';
import type { KeptPlace } from './place.ts';

/** How much may be kept. */
interface Limits {
  /** Milliseconds since something was last used. */
  readonly unused: number;
  /** Bytes. */
  readonly size: number;
}

const day = 86_400_000;
const usual: Limits = { unused: 30 * day, size: 500_000_000 };

/** Once a day, removes what nobody has used for long, and of the rest the oldest until there is not too much of it. */
export function tidyKept({ folder }: Pick<KeptPlace, 'folder'>, limits = usual, now = Date.now()): void {
  const entries = join(folder, ENTRIES);
  try {
    if (now - timeOf(join(folder, TIDIED)) < day) return;
    // First, so that no other process does the same meanwhile.
    writeFileSync(join(folder, TIDIED), '');
    utimesSync(join(folder, TIDIED), now / 1000, now / 1000);
    let size = 0;
    for (const { path, bytes, time } of newestFirst(entries)) {
      size += bytes;
      if (now - time > limits.unused || size > limits.size) rmSync(path, { force: true });
    }
  } catch {
    // Nothing is kept, or nothing can be removed.
  }
}

/** When that was last done: the time of this file. */
const TIDIED = 'tidied';

/** Milliseconds; zero when the file is not there. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

interface Item {
  readonly path: string;
  readonly bytes: number;
  /** When it was last used, in milliseconds. */
  readonly time: number;
}

function newestFirst(folder: string): readonly Item[] {
  const items = readdirSync(folder).flatMap((name): readonly Item[] => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ path, bytes: stats.size, time: stats.mtimeMs }];
  });
  return items.toSorted((a, b) => b.time - a.time);
}
