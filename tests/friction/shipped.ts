// The shipped journeys, opened as files of a workspace.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OpenFile, openFiles } from './workspace.ts';

const root = fileURLToPath(new URL('../../examples', import.meta.url));

/** The examples that are folders, each with an as-is and a to-be journey. */
export const shippedFolders: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** All files of a folder (`.` for those beside them), by name. */
export async function openShipped(folder: string): Promise<ReadonlyMap<string, OpenFile>> {
  return openFiles(new Map(Object.entries(shippedTexts(folder))));
}

export function shippedTexts(folder: string): Readonly<Record<string, string>> {
  const path = join(root, folder);
  const names = readdirSync(path).filter((file) => file.endsWith('.journey'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}
