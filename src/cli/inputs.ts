import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { JOURNEY_EXTENSION } from '../language/journey-extension.ts';
import type { Context } from './command.ts';
import { discover, shownPath } from './files/discover.ts';
import { notJourney, type Problem } from './files/problem.ts';
import { readTextStream } from './files/read.ts';
import { STDIN } from './specs/common-options.ts';

/** The files that a command is to work on. */
export interface Inputs {
  /** The current folder, absolute. */
  readonly cwd: string;
  /** In the order of their paths, each once. */
  readonly uris: readonly string[];
  /** What standard input holds; it is one of the files. */
  readonly stdin?: StdinText;
}

interface StdinText {
  readonly uri: string;
  readonly text: string;
  /** How it is shown. */
  readonly path: string;
}

export interface FoundInputs extends Inputs {
  /** What the operands name and cannot be worked on. It does not keep the rest from being. */
  readonly problems: readonly Problem[];
}

/** How standard input is shown when it has no name. */
const stdinPath = '<stdin>';
/** It stands in the current folder, so that its imports are found from there. */
const stdinFile = 'stdin.journey';

/** Finds everything that the operands name. Standard input takes the place of the file whose name it is given. */
export async function findInputs(
  operands: readonly string[],
  stdinName: string | undefined,
  { cwd, stdin }: Pick<Context, 'cwd' | 'stdin'>,
): Promise<FoundInputs> {
  const { files, problems: missing } = discover(
    operands.filter((operand) => operand !== STDIN),
    cwd,
  );
  const uris = new Set(files.map(({ file }) => fileUri(file)));
  if (!operands.includes(STDIN)) return { cwd, uris: [...uris], problems: missing };
  const file = resolve(cwd, stdinName ?? stdinFile);
  const path = stdinName === undefined ? stdinPath : shownPath(file, cwd);
  const read = file.endsWith(JOURNEY_EXTENSION) ? await readTextStream(stdin()) : { reason: notJourney };
  if ('reason' in read) return { cwd, uris: [...uris], problems: [{ path, reason: read.reason }, ...missing] };
  const own: StdinText = { uri: fileUri(file), text: read.text, path };
  uris.add(own.uri);
  const inputs: Inputs = { cwd, uris: [...uris], stdin: own };
  return { ...inputs, uris: [...uris].toSorted(byPath(inputs)), problems: missing };
}

/** How people know a document: its path relative to the current folder. A document of the library has its URI. */
export function pathOf(uri: string, { cwd, stdin }: Pick<Inputs, 'cwd' | 'stdin'>): string {
  if (uri === stdin?.uri) return stdin.path;
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? shownPath(parsed.fsPath, cwd) : uri;
}

/** The URI of a file in the one form that URIs are compared in. */
export function fileUri(file: string): string {
  return URI.file(file).toString();
}

function byPath(inputs: Inputs): (a: string, b: string) => number {
  const paths = new Map(inputs.uris.map((uri) => [uri, pathOf(uri, inputs)]));
  return (a, b) => ((paths.get(a) ?? a) < (paths.get(b) ?? b) ? -1 : 1);
}
