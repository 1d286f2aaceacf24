import type { FilewiseFormat } from '../../formats/filewise.ts';
import { type CheckedFile, countSeverities, type Sources } from '../../formats/report.ts';
import { RULE_FAILED } from '../../friction/runner.ts';
import type { Locale } from '../../model/text.ts';
import { filewise } from '../report-text.ts';
import { failingAt } from '../verdict.ts';
import type { Printed, PrintedText, Printing } from './job.ts';
import type { KnownSieve } from './known-findings.ts';

/** Loads the format of a report that is printed file by file. */
export async function loadFormat({ format, failOn, ...how }: Printing, locale: Locale): Promise<FilewiseFormat> {
  return filewise(format, { ...how, locale, fails: failingAt(failOn) });
}

/** Prints one file. */
export function printFile(
  format: FilewiseFormat,
  sources: Sources,
  { uri, ...said }: CheckedFile,
  sieve: KnownSieve | undefined,
): PrintedText {
  const { file, known } = sieve?.sift(uri, said, sources) ?? { file: said, known: [] };
  const { findings, journeys = '' } = format.file(sources, { uri, ...file });
  return {
    findings,
    journeys,
    journeyCount: file.journeys.length,
    counts: countSeverities(file.findings),
    hasBrokenRule: hasBrokenRule(file),
    known,
  };
}

/** The same, ready to be sent or written. */
export function encoded(printed: PrintedText): Printed {
  return { ...printed, findings: encoder.encode(printed.findings) };
}

const encoder = new TextEncoder();

/** Whether a rule has failed in a file, which is a mistake of ours. */
export function hasBrokenRule({ findings }: Pick<CheckedFile, 'findings'>): boolean {
  return findings.some(({ code }) => code === RULE_FAILED);
}
