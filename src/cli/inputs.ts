import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Context } from './command.ts';
import { discover, shownPath } from './files/discover.ts';
import type { Problem } from './files/problem.ts';
import { readTextFile, readTextStream } from './files/read.ts';

/** A text that is to be checked. */
export interface Input {
  readonly uri: string;
  /** As shown to people. */
  readonly path: string;
  readonly text: string;
}

export interface Inputs {
  /** In the order of their paths, each file once. */
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

/** The operand that stands for standard input. */
export const STDIN = '-';

/** How standard input is shown when it has no name. */
const stdinPath = '<stdin>';
/** It stands in the current folder, so that its imports are found from there. */
const stdinFile = 'stdin.journey';

/**
 * Reads everything that the operands name. What cannot be read is a problem and does not keep the rest from being read.
 * Standard input takes the place of the file whose name it is given.
 */
export async function readInputs(
  operands: readonly string[],
  stdinName: string | undefined,
  { cwd, stdin }: Pick<Context, 'cwd' | 'stdin'>,
): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const problems: Problem[] = [];
  if (operands.includes(STDIN)) {
    const file = resolve(cwd, stdinName ?? stdinFile);
    const path = stdinName === undefined ? stdinPath : shownPath(file, cwd);
    const read = await readTextStream(stdin);
    if ('reason' in read) problems.push({ path, reason: read.reason });
    else inputs.set(file, { uri: fileUri(file), path, text: read.text });
  }
  const found = discover(
    operands.filter((operand) => operand !== STDIN),
    cwd,
  );
  problems.push(...found.problems);
  for (const { file, path } of found.files) {
    if (inputs.has(file)) continue;
    const read = readTextFile(file);
    if ('reason' in read) problems.push({ path, reason: read.reason });
    else inputs.set(file, { uri: fileUri(file), path, text: read.text });
  }
  return { inputs: [...inputs.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** The URI of a file in the one form that URIs are compared in. */
export function fileUri(file: string): string {
  return URI.file(file).toString();
}
