import { existsSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { readResults, resultFileOf, type Results } from '../../evidence/result-file.ts';
import { type CheckedFile, type Source, sourceOf } from '../../formats/report.ts';
import { shownPath } from '../files/discover.ts';
import { readTextFile } from '../files/read.ts';
import { fileUri } from '../inputs.ts';

/** What was measured of the journeys in a file, as far as there is a result file beside it. */
export interface FoundResults {
  readonly results: Results;
  /** The result file, when something is wrong in it. */
  readonly mistaken?: CheckedFile & { readonly source: Source };
}

const none: FoundResults = { results: new Map() };

/** Reads the result file beside a journey file; nothing where there is none. */
export function resultsBeside(uri: string, cwd: string): FoundResults {
  if (!uri.startsWith('file:') || !uri.endsWith('.journey')) return none;
  const file = resultFileOf(URI.parse(uri).fsPath);
  // Most files have none, and the error that is made for one that is not there takes longer than to look.
  const read = existsSync(file) ? readTextFile(file) : undefined;
  if (read === undefined || !('text' in read)) return none;
  const own = fileUri(file);
  const { results, problems } = readResults(read.text, own);
  if (problems.length === 0) return { results };
  const source = sourceOf(shownPath(file, cwd), read.text);
  return { results, mistaken: { uri: own, findings: problems, journeys: [], source } };
}
