import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileAccess } from '../../language/workspace/file-access.ts';
import { isLibrary, libraryText } from '../../language/library/library.ts';
import { fileUri, type Inputs } from '../inputs.ts';
import { readTextFile } from './read.ts';

/** Files as they are on the disk. */
export const fileAccess: FileAccess = {
  read: (uri) => readTextFile(URI.parse(uri).fsPath),
  list: (folder) => {
    const path = URI.parse(folder).fsPath;
    // When it cannot be listed there is nothing to guess from; that the file is missing is said anyway.
    return namesIn(path).map((name) => fileUri(join(path, name)));
  },
};

/** Reads the text of an input, of what it imports, or of a document of the library; nothing when it is gone meanwhile. */
export function textReader({ stdin }: Inputs): (uri: string) => string {
  return (uri) => {
    if (uri === stdin?.uri) return stdin.text;
    if (isLibrary(uri)) return libraryText(uri) ?? '';
    const read = fileAccess.read(uri);
    return 'text' in read ? read.text : '';
  };
}

/** How large a file is, in bytes; 0 when nobody can tell. */
export function sizeOf(uri: string): number {
  try {
    return statSync(URI.parse(uri).fsPath, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** What marks the folder that holds everything, nearest first. */
export const ROOT_MARKS: ReadonlySet<string> = new Set(['.git', 'journey.config.json']);

/** The folder that imports may not leave: the nearest one around that is a project. None: they may go anywhere. */
export function rootsOf(cwd: string): readonly string[] {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (namesIn(folder).some((name) => ROOT_MARKS.has(name))) return [fileUri(folder)];
    if (folder === dirname(folder)) return [];
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
