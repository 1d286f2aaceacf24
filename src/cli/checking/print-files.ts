import type { BaselineEntry } from '../../formats/baseline.ts';
import type { FilewiseFormat, ReportEnd } from '../../formats/filewise.ts';
import type { Report, SeverityCounts, Totals } from '../../formats/report.ts';
import { SEVERITIES } from '../../model/finding.ts';
import type { Text } from '../../model/text.ts';
import type { ConfiguredInputs, Mistaken } from '../configuration.ts';
import { pathOf } from '../inputs.ts';
import type { Sink } from '../output-file.ts';
import type { Failure } from './assembly.ts';
import type { Baseline } from './baseline.ts';
import type { FileOutcome, Job, Printed, Printing } from './job.ts';
import { KnownSieve } from './known-findings.ts';
import { checkedPortions } from './portions.ts';
import { encoded, loadFormat, printFile } from './print-file.ts';

/** What came of a check whose report has been printed. */
export interface PrintedReport {
  readonly counts: SeverityCounts;
  readonly unread: Report['unread'];
  readonly failures: readonly Failure[];
  /** Whether a rule has failed, which is a mistake of ours. */
  readonly hasBrokenRule: boolean;
  /** False when it could not be written. */
  readonly isWritten: boolean;
  /** Why the baseline could not be written. */
  readonly mistake?: Text;
}

interface FilesToPrint extends Pick<Job, 'locale' | 'kept'> {
  readonly configured: ConfiguredInputs;
  readonly printing: Printing;
  readonly baseline: Baseline | undefined;
  readonly sink: Sink;
}

/**
 * Checks all inputs and prints what was found in each as soon as it is its turn. Nothing of it is kept, so that the memory for
 * the findings of a large workspace is not needed.
 */
export async function printFiles({
  configured,
  printing,
  baseline,
  sink,
  locale,
  kept,
}: FilesToPrint): Promise<PrintedReport> {
  const { inputs, configurations, mistaken } = configured;
  const format = await loadFormat(printing, locale);
  const sieve = baseline && (await KnownSieve.open(baseline.known));
  const printer = new Printer(format, sink);
  await printer.begin();
  for (const file of mistaken) await printer.add(printOwn(file, format, sieve));
  const checked = mistaken.map(({ uri }) => uri);
  const unread = [...inputs.problems];
  const failures: Failure[] = [];
  const job: Job = { inputs, configurations, locale, printing, baseline: baseline?.known, kept };
  for await (const portion of checkedPortions(job)) {
    for (const { uri, reason } of portion.unread) unread.push({ path: pathOf(uri, inputs), reason });
    const printed = portion.files.filter(isPrinted);
    await printer.add(...printed);
    for (const { uri } of printed) checked.push(uri);
    for (const outcome of portion.files) {
      if (outcome.kind === 'failed') failures.push({ path: pathOf(outcome.uri, inputs), error: outcome.error });
    }
  }
  const ended = baseline?.end(printer.known, checked);
  if (ended?.stale !== undefined) await printer.add(printOwn(ended.stale, format, undefined));
  await printer.end(unread, ended?.count);
  const { counts, hasBrokenRule, isWritten } = printer;
  return { counts, unread, failures, hasBrokenRule, isWritten, ...(ended?.mistake && { mistake: ended.mistake }) };
}

/** Prints a file that has its text with it. */
function printOwn(file: Mistaken, format: FilewiseFormat, sieve: KnownSieve | undefined): Printed {
  return encoded(printFile(format, { sources: new Map([[file.uri, file.source]]) }, file, sieve));
}

function isPrinted(outcome: FileOutcome): outcome is FileOutcome & Printed {
  return outcome.kind === 'printed';
}

/** Prints files, and counts what was printed. */
class Printer {
  hasBrokenRule = false;
  isWritten = true;
  /** What the baseline knows of all files. */
  readonly known: BaselineEntry[] = [];
  readonly counts = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #format: FilewiseFormat;
  readonly #sink: Sink;
  readonly #between: Uint8Array;
  /** What waits for a head that depends on what is found in all files. */
  readonly #waiting: Uint8Array[] = [];
  readonly #summaries: string[] = [];
  #files = 0;
  #clean = 0;
  #journeys = 0;
  #isEmpty = true;

  constructor(format: FilewiseFormat, sink: Sink) {
    this.#format = format;
    this.#sink = sink;
    this.#between = Buffer.from(format.between);
  }

  async begin(): Promise<void> {
    const { head } = this.#format;
    if (typeof head === 'string') await this.#write(head);
  }

  async add(...files: readonly Printed[]): Promise<void> {
    const pieces: Uint8Array[] = [];
    for (const file of files) {
      this.#count(file);
      if (file.findings.length === 0) continue;
      if (!this.#isEmpty) pieces.push(this.#between);
      pieces.push(file.findings);
      this.#isEmpty = false;
    }
    if (typeof this.#format.head === 'string') await this.#write(Buffer.concat(pieces));
    else this.#waiting.push(...pieces);
  }

  /** @param known how many findings are left out; undefined where there is no baseline */
  async end(unread: Report['unread'], known: number | undefined): Promise<void> {
    const totals: Totals = {
      files: this.#files,
      clean: this.#clean,
      journeys: this.#journeys,
      unread: unread.length,
      counts: this.counts,
      ...(known !== undefined && { known }),
    };
    const end: ReportEnd = { totals, unread, journeys: this.#summaries.join(''), isEmpty: this.#isEmpty };
    const { head, tail } = this.#format;
    if (typeof head !== 'string') await this.#write(head(end));
    for (const piece of this.#waiting) await this.#write(piece);
    await this.#write(tail(end));
    this.#sink.close();
  }

  #count({ journeyCount, hasBrokenRule, counts, journeys, known }: Printed): void {
    this.#files += 1;
    this.#journeys += journeyCount;
    this.hasBrokenRule ||= hasBrokenRule;
    if (SEVERITIES.every((severity) => counts[severity] === 0)) this.#clean += 1;
    for (const severity of SEVERITIES) this.counts[severity] += counts[severity];
    this.#summaries.push(journeys);
    for (const entry of known) this.known.push(entry);
  }

  async #write(text: string | Uint8Array): Promise<void> {
    if (this.isWritten) this.isWritten = await this.#sink.write(text);
  }
}
