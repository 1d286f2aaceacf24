import type { Conformance } from '../../evidence/conformance.ts';
import { measuredOf } from '../../evidence/measured-of.ts';
import { readResults, resultFileOf, type Results, writeResults } from '../../evidence/result-file.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { shownPath } from '../files/discover.ts';
import { readTextFile } from '../files/read.ts';
import { writeOutputFile } from '../output-file.ts';

/** Keeps what was measured beside the journey, where editors and `journey check` find it. Gives what is wrong, if anything is. */
export function saveResults(
  result: Conformance,
  analysis: JourneyAnalysis,
  journeyFile: string,
  { cwd, output }: Pick<Context, 'cwd' | 'output'>,
): Text | undefined {
  const file = resultFileOf(journeyFile);
  const earlier = readTextFile(file);
  // What cannot be read any more is measured anew.
  const results: Results = 'text' in earlier ? readResults(earlier.text, file).results : new Map();
  const today = new Date().toISOString().slice(0, 10);
  const text = writeResults(results, result.journey, measuredOf(result, analysis, today));
  const wrong = writeOutputFile(file, text, cwd);
  const path = shownPath(file, cwd);
  if (wrong === undefined) output.complain({ en: `saved: ${path}`, ja: `保存しました: ${path}` });
  return wrong;
}
