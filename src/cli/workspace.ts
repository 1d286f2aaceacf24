import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { JOURNEY_EXTENSION } from '../language/imports.ts';
import {
  createWorkspace,
  type FileAccess,
  type JourneyDocument,
  type JourneyWorkspace,
} from '../language/journey-workspace.ts';
import type { Context } from './command.ts';
import { discover, shownPath } from './files/discover.ts';
import { notJourney, type Problem } from './files/problem.ts';
import { readTextFile, readTextStream } from './files/read.ts';

/** The files that a command works on, read with all that they import. */
export interface OpenedWorkspace {
  readonly workspace: JourneyWorkspace;
  /** What the operands name, in the order of their paths, each file once. */
  readonly documents: readonly JourneyDocument[];
  /** What the operands name and could not be read. It does not keep the rest from being read. */
  readonly problems: readonly Problem[];
  /** How people know a document: its path relative to the current folder. */
  readonly pathOf: (uri: string) => string;
}

/** The operand that stands for standard input. */
const STDIN = '-';
/** How standard input is shown when it has no name. */
const stdinPath = '<stdin>';
/** It stands in the current folder, so that its imports are found from there. */
const stdinFile = 'stdin.journey';

/**
 * Opens everything that the operands name. Standard input takes the place of the file whose name it is given.
 */
export async function openWorkspace(
  operands: readonly string[],
  stdinName: string | undefined,
  { cwd, stdin }: Pick<Context, 'cwd' | 'stdin'>,
): Promise<OpenedWorkspace> {
  const workspace = createWorkspace({ files: fileAccess, roots: rootsOf(cwd) });
  const problems: Problem[] = [];
  const stdinUri = fileUri(resolve(cwd, stdinName ?? stdinFile));
  const pathOf = (uri: string): string => {
    if (uri === stdinUri && stdinName === undefined) return stdinPath;
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? shownPath(parsed.fsPath, cwd) : uri;
  };
  const asked = new Set<string>();
  if (operands.includes(STDIN)) {
    const read = stdinUri.endsWith(JOURNEY_EXTENSION) ? await readTextStream(stdin) : { reason: notJourney };
    if ('reason' in read) {
      problems.push({ path: pathOf(stdinUri), reason: read.reason });
    } else {
      asked.add(stdinUri);
      await workspace.open(stdinUri, read.text);
    }
  }
  const found = discover(
    operands.filter((operand) => operand !== STDIN),
    cwd,
  );
  problems.push(...found.problems);
  for (const { file } of found.files) asked.add(fileUri(file));
  const unread = await workspace.load([...asked]);
  for (const { uri, reason } of unread) problems.push({ path: pathOf(uri), reason });
  const documents = [...asked]
    .map((uri) => ({ path: pathOf(uri), document: workspace.document(uri) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ document }) => document ?? []);
  return { workspace, documents, problems, pathOf };
}

const fileAccess: FileAccess = {
  read: (uri) => readTextFile(URI.parse(uri).fsPath),
  list: (folder) => {
    try {
      const path = URI.parse(folder).fsPath;
      return readdirSync(path).map((name) => fileUri(join(path, name)));
    } catch {
      // There is nothing to guess from; that the file is missing is said anyway.
      return [];
    }
  },
};

/** What marks the folder that holds everything, nearest first. */
const rootMarks = new Set(['.git', 'journey.config.json']);

/** The folder that imports may not leave: the nearest one around that is a project. None: they may go anywhere. */
function rootsOf(cwd: string): readonly string[] {
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

/** The URI of a file in the one form that URIs are compared in. */
function fileUri(file: string): string {
  return URI.file(file).toString();
}
