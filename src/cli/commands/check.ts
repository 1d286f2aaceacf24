import { allFindings, countSeverities, eachFinding, type Report } from '../../formats/report.ts';
import { RULE_FAILED } from '../../friction/runner.ts';
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.ts';
import { applyBaseline, type BaselineOptions, hasBaseline } from '../baseline.ts';
import type { Checked } from '../checking/assembly.ts';
import type { Printing } from '../checking/job.ts';
import type { PrintedReport } from '../checking/print-files.ts';
import type { Context } from '../command.ts';
import { configure } from '../configuration.ts';
import { EXIT, type ExitCode, graver } from '../exit.ts';
import { findInputs } from '../inputs.ts';
import { keptPlace } from '../kept/place.ts';
import { reportMistakeOfOurs } from '../mistake.ts';
import { formatOf, type FormatsByName, writeOutputFile } from '../output-file.ts';
import { reportText } from '../report-text.ts';
import type { ReportFormat } from '../report-formats.ts';
import { defaultFailOn, failing, type Limits } from '../verdict.ts';

export interface CheckOptions extends BaselineOptions {
  readonly format?: ReportFormat;
  readonly 'output-file'?: string;
  readonly 'fail-on'?: Severity | 'never';
  readonly 'max-warnings'?: number;
  readonly config?: string;
  readonly fix?: boolean;
  readonly 'unsafe-fixes'?: boolean;
  readonly diff?: boolean;
  readonly 'stdin-file-name'?: string;
  readonly color?: boolean;
  readonly cache?: boolean;
}

/** What ends in `.json` may be three of the formats: the one that says so is meant, the others are asked for. */
const FORMATS: FormatsByName<ReportFormat> = {
  byName: {
    '.sarif.json': 'sarif',
    '.sarif': 'sarif',
    '.json': 'json',
    '.xml': 'junit',
    '.md': 'markdown',
    '.txt': 'pretty',
  },
  otherwise: 'pretty',
};

/** `journey check`: finds, reads, analyses, fixes if asked to, prints, judges. */
export async function runCheck(operands: readonly string[], given: CheckOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(given, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const options = { ...given, format };
  const found = await findInputs(operands.length === 0 ? ['.'] : operands, options['stdin-file-name'], context);
  const configured = configure(found, options.config);
  const isFixing = options.fix === true || options['unsafe-fixes'] === true || options.diff === true;
  const printing = isFixing ? undefined : printingOf(options, context);
  const limits = {
    failOn: options['fail-on'] ?? defaultFailOn,
    ...(options['max-warnings'] !== undefined && { maxWarnings: options['max-warnings'] }),
  };
  const kept = options.cache === false ? undefined : keptPlace(context.env);
  let isWritten = true;
  let result: Result;
  if (printing !== undefined) {
    const { printFiles } = await import('../checking/print-files.ts');
    result = await printFiles(configured, printing, context, kept);
  } else if (isFixing) {
    // Fixes go from file to file, so all are kept.
    const [{ openWorkspace }, { fixAll }, { printDiff, writeFixes }, { checkOpenedFiles }] = await Promise.all([
      import('../workspace.ts'),
      import('../fixing.ts'),
      import('../fix-report.ts'),
      import('../checking/check-opened.ts'),
    ]);
    const opened = await openWorkspace(configured.inputs);
    const { files: fixed, left } = await fixAll(opened.workspace, configured, options['unsafe-fixes'] === true);
    if (left > 0) complainLeft(left, context);
    if (options.diff === true) {
      const printed = await printDiff(fixed, configured.inputs, context);
      const { report } = checkOpenedFiles(configured, opened, context.locale);
      complainUnread(report.unread, context);
      const isWhole = printed && report.unread.length === 0 && configured.mistaken.length === 0;
      return graver(fixed.length > 0 ? EXIT.findings : EXIT.clean, isWhole ? EXIT.clean : EXIT.usage);
    }
    const { unwritten, isPrinted } = await writeFixes(fixed, configured.inputs, context);
    isWritten = isPrinted && unwritten.length === 0;
    // What they were to put right is still there.
    for (const { uri, before } of unwritten) await opened.workspace.open(uri, before);
    // The text of standard input has taken the place of the report.
    const isTaken = configured.inputs.stdin !== undefined && options['output-file'] === undefined;
    const checked = checkOpenedFiles(configured, opened, context.locale);
    result = await reportWhole(checked, limits, isTaken, options, context);
  } else {
    const { checkFiles } = await import('../checking/check-files.ts');
    const checked = await checkFiles(configured, context.locale, kept);
    result = await reportWhole(checked, limits, false, options, context);
  }
  const { counts, unread, failures, hasBrokenRule } = result;
  // After the report, where they are seen.
  complainUnread(unread, context);
  for (const { path, error } of failures) reportMistakeOfOurs(error, context, path);
  const fails = failing(counts, limits);
  return [
    SEVERITIES.some((severity) => counts[severity] > 0 && fails({ severity })) ? EXIT.findings : EXIT.clean,
    isWritten && result.isWritten && unread.length === 0 && configured.mistaken.length === 0 ? EXIT.clean : EXIT.usage,
    // The runner makes a finding of a rule that has failed, so that the others are not affected.
    failures.length > 0 || hasBrokenRule ? EXIT.internal : EXIT.clean,
  ].reduce(graver);
}

type FormattedOptions = CheckOptions & { readonly format: ReportFormat };

/** What came of the check, once the report is printed. `isWritten`: all that was wished for has been done. */
type Result = PrintedReport;

/** How to print file by file; undefined for reports that are one whole, or that depend on all findings. */
function printingOf(options: FormattedOptions, { cwd, output }: Context): Printing | undefined {
  const { format } = options;
  if ((format !== 'pretty' && format !== 'concise') || options['output-file'] !== undefined) return undefined;
  return hasBaseline(options, cwd) ? undefined : { format, colour: output.colour, width: output.width };
}

/** Prints a report of which all is known. */
async function reportWhole(
  { report: whole, failures }: Checked,
  limits: Limits,
  isTaken: boolean,
  options: FormattedOptions,
  context: Context,
): Promise<Result> {
  const applied = await applyBaseline(whole, options, context.cwd);
  if ('mistake' in applied) context.output.complain(applied.mistake);
  const report = 'report' in applied ? applied.report : whole;
  const counts = countSeverities(eachFinding(report));
  const printed = isTaken
    ? await complainFindings(report, context)
    : await printReport(report, failing(counts, limits), options, context);
  return {
    counts,
    unread: report.unread,
    failures,
    hasBrokenRule: allFindings(report).some(({ code }) => code === RULE_FAILED),
    isWritten: printed && !('mistake' in applied),
  };
}

/** Else nobody knows why so little was fixed. */
function complainLeft(count: number, { output }: Context): void {
  output.complain({
    en: `${count} more ${count === 1 ? 'finding has a fix that changes' : 'findings have a fix that changes'} what the journey says; --unsafe-fixes makes ${count === 1 ? 'it' : 'them'}, --diff shows what would change`,
    ja: `ほかに、ジャーニーの内容が変わる修正が${count}件あります。--unsafe-fixes で適用し、--diff で変更を事前に確認できます`,
  });
}

function complainUnread(unread: Report['unread'], { output }: Context): void {
  for (const { path, reason } of unread) {
    output.complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
  }
}

/** Always true, as for a report that could be printed. */
async function complainFindings(report: Report, { locale, output }: Context): Promise<true> {
  const { conciseReport } = await import('../../formats/concise.ts');
  for (const line of conciseReport(report, locale).trimEnd().split('\n')) {
    if (line !== '') output.complain({ en: line, ja: line });
  }
  return true;
}

/** False when the report could not be written. */
async function printReport(
  report: Report,
  fails: (finding: Finding) => boolean,
  options: FormattedOptions,
  { cwd, locale, version, output }: Context,
): Promise<boolean> {
  const { format } = options;
  const file = options['output-file'];
  // For people there is nothing to say when nothing was checked; programs expect a whole document all the same.
  if (report.files.length === 0 && (format === 'pretty' || format === 'concise')) return true;
  // A file is no terminal: colours only when they are asked for.
  const colour = file === undefined ? output.colour : options.color === true;
  const text = await reportText(report, format, { locale, version, colour, width: output.width, fails });
  if (file === undefined) return output.print(text);
  const wrong = writeOutputFile(file, text, cwd);
  if (wrong !== undefined) output.complain(wrong);
  return wrong === undefined;
}
