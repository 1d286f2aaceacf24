import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import {
  createWorkspace,
  type FileAccess,
  type JourneyWorkspace,
  type UnreadFile,
} from '../language/journey-workspace.ts';
import { isLibrary, libraryText } from '../language/library.ts';
import { readTextFile } from './files/read.ts';
import { fileUri, type Inputs } from './inputs.ts';

export interface OpenedWorkspace {
  readonly workspace: JourneyWorkspace;
  /** Those of the inputs that could not be read. It does not keep the rest from being read. */
  readonly unread: readonly UnreadFile[];
}

/** Reads the inputs and all that they import. */
export async function openWorkspace(inputs: Inputs): Promise<OpenedWorkspace> {
  const workspace = await workspaceFor(inputs);
  return { workspace, unread: await workspace.load(inputs.uris) };
}

/** A workspace for inputs of which only standard input has been read. */
export async function workspaceFor({ cwd, stdin }: Inputs): Promise<JourneyWorkspace> {
  const workspace = createWorkspace({ files: fileAccess, roots: rootsOf(cwd) });
  if (stdin !== undefined) await workspace.open(stdin.uri, stdin.text);
  return workspace;
}

/** Reads the text of an input, of what it imports, or of a document of the library; nothing when it is gone meanwhile. */
export function textReader({ stdin }: Inputs): (uri: string) => string {
  return (uri) => {
    if (uri === stdin?.uri) return stdin.text;
    if (isLibrary(uri)) return libraryText(uri) ?? '';
    const read = fileAccess.read(uri);
    return 'text' in read ? read.text : '';
  };
}

/** Files as they are on the disk. */
export const fileAccess: FileAccess = {
  read: (uri) => readTextFile(URI.parse(uri).fsPath),
  list: (folder) => {
    const path = URI.parse(folder).fsPath;
    // When it cannot be listed there is nothing to guess from; that the file is missing is said anyway.
    return namesIn(path).map((name) => fileUri(join(path, name)));
  },
};

/** What marks the folder that holds everything, nearest first. */
const rootMarks = new Set(['.git', 'journey.config.json']);

/** The folder that imports may not leave: the nearest one around that is a project. None: they may go anywhere. */
export function rootsOf(cwd: string): readonly string[] {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (namesIn(folder).some((name) => rootMarks.has(name))) return [fileUri(folder)];
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
