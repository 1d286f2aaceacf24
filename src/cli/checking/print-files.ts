import { prettyTotals } from '../../formats/pretty.ts';
import type { Report, SeverityCounts } from '../../formats/report.ts';
import { coloured, plain } from '../../formats/terminal/style.ts';
import { SEVERITIES } from '../../model/finding.ts';
import type { Context } from '../command.ts';
import type { ConfiguredInputs } from '../configuration.ts';
import { pathOf } from '../inputs.ts';
import type { Output } from '../output.ts';
import type { KeptPlace } from '../kept/place.ts';
import type { Failure } from './assembly.ts';
import type { FileOutcome, Printed, Printing } from './job.ts';
import { checkedPortions } from './portions.ts';
import { encoded, printFile } from './print-file.ts';

/** What came of a check whose report has been printed file by file. */
export interface PrintedReport {
  readonly counts: SeverityCounts;
  readonly unread: Report['unread'];
  readonly failures: readonly Failure[];
  /** Whether a rule has failed, which is a mistake of ours. */
  readonly hasBrokenRule: boolean;
  /** False when it could not be written. */
  readonly isWritten: boolean;
}

/**
 * Checks all inputs and prints what was found in each as soon as it is its turn. Nothing of it is kept, so that the memory for
 * the findings of a large workspace is not needed.
 */
export async function printFiles(
  { inputs, configurations, mistaken }: ConfiguredInputs,
  printing: Printing,
  { locale, output }: Context,
  kept: KeptPlace | undefined,
): Promise<PrintedReport> {
  const printer = new Printer(output.print);
  const sources = new Map(mistaken.map(({ uri, source }) => [uri, source]));
  for (const file of mistaken) await printer.add(encoded(printFile({ sources }, file, printing, locale)));
  const unread = [...inputs.problems];
  const failures: Failure[] = [];
  for await (const portion of checkedPortions({ inputs, configurations, locale, printing, kept })) {
    for (const { uri, reason } of portion.unread) unread.push({ path: pathOf(uri, inputs), reason });
    await printer.add(...portion.files.filter(isPrinted));
    for (const outcome of portion.files) {
      if (outcome.kind === 'failed') failures.push({ path: pathOf(outcome.uri, inputs), error: outcome.error });
    }
  }
  // For people there is nothing to say when nothing was checked.
  if (printing.format === 'pretty' && printer.files > 0) {
    const { files, journeys, counts } = printer;
    const paint = printing.colour ? coloured : plain;
    await printer.end(prettyTotals({ files, journeys, unread: unread.length, counts }, { ...printing, locale, paint }));
  }
  const { counts, hasBrokenRule, isWritten } = printer;
  return { counts, unread, failures, hasBrokenRule, isWritten };
}

function isPrinted(outcome: FileOutcome): outcome is FileOutcome & Printed {
  return outcome.kind === 'printed';
}

/** Prints files, and counts what was printed. */
class Printer {
  files = 0;
  journeys = 0;
  hasBrokenRule = false;
  isWritten = true;
  readonly counts = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #print: Output['print'];
  readonly #summaries: string[] = [];

  constructor(print: Output['print']) {
    this.#print = print;
  }

  async add(...files: readonly Printed[]): Promise<void> {
    for (const file of files) {
      this.files += 1;
      this.journeys += file.journeyCount;
      this.hasBrokenRule ||= file.hasBrokenRule;
      for (const severity of SEVERITIES) this.counts[severity] += file.counts[severity];
      this.#summaries.push(file.journeys);
    }
    await this.#write(Buffer.concat(files.map(({ findings }) => findings)));
  }

  async end(totals: string): Promise<void> {
    await this.#write(this.#summaries.join('') + totals);
  }

  async #write(text: string | Uint8Array): Promise<void> {
    if (text.length > 0 && this.isWritten) this.isWritten = await this.#print(text);
  }
}
