import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells what changes directly in some folders, and nothing below. The folders may lie in each other, and of one that is made anew
 * it tells again, as long as it tells of the one around it.
 */
export class FolderWatch {
  readonly #onEvent: (path: string) => void;
  /** By folder; undefined for one that cannot be watched now. */
  readonly #watchers = new Map<string, FSWatcher | undefined>();

  /** @param onEvent called with the path of what was made, changed or deleted, or of a folder in which that was */
  constructor(onEvent: (path: string) => void) {
    this.#onEvent = onEvent;
  }

  has(folder: string): boolean {
    return this.#watchers.has(folder);
  }

  add(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.set(folder, this.#watch(folder));
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher?.close();
    this.#watchers.clear();
  }

  /** Undefined when it is not there, or nobody may look into it. */
  #watch(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, (event, name) => {
        const path = name === null ? folder : join(folder, name);
        if (event === 'rename' && this.has(path) && path !== folder) this.add(path);
        this.#onEvent(path);
      });
      return watcher.on('error', () => watcher.close());
    } catch {
      return undefined;
    }
  }
}
