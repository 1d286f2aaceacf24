import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { NewFile } from '../../formats/templates/workspace.ts';
import type { Text } from '../../model/text.ts';
import { errorText } from './problem.ts';

/** What has become of a new file: written, left because there is one already, or impossible. */
export type WrittenNew = 'written' | 'kept' | { readonly reason: Text };

/** Writes a file that does not exist yet, with the folders that it needs. Never overwrites anything. */
export function writeNewFile(folder: string, { path, text }: NewFile): WrittenNew {
  const target = resolve(folder, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
  } catch (error) {
    return { reason: errorText(error) };
  }
  try {
    // Fails when it exists, even when somebody else makes it at the same moment.
    writeFileSync(target, text, { flag: 'wx' });
    return 'written';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return 'kept';
    return { reason: errorText(error) };
  }
}
