import { conciseFile } from '../../formats/concise.ts';
import { prettyFile } from '../../formats/pretty.ts';
import { type CheckedFile, countSeverities, type Sources } from '../../formats/report.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import { RULE_FAILED } from '../../friction/runner.ts';
import type { Locale } from '../../model/text.ts';
import type { Printed, PrintedText, Printing } from './job.ts';

/** Prints one file of a report that is printed file by file. */
export function printFile(sources: Sources, file: CheckedFile, printing: Printing, locale: Locale): PrintedText {
  const { format, colour, width } = printing;
  return {
    ...(format === 'concise'
      ? { findings: conciseFile(sources, file, locale), journeys: '' }
      : prettyFile(sources, file, { locale, width, paint: colour ? coloured : plain })),
    journeyCount: file.journeys.length,
    counts: countSeverities(file.findings),
    hasBrokenRule: hasBrokenRule(file),
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
