import { allFindings, type Report } from '../../formats/report.ts';
import { RULE_FAILED } from '../../friction/runner.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { applyBaseline, type BaselineOptions } from '../baseline.ts';
import { type Checked, checkFiles, readAndCheckFiles } from '../check-files.ts';
import type { Context } from '../command.ts';
import { configure } from '../configuration.ts';
import { EXIT, type ExitCode, graver } from '../exit.ts';
import { findInputs } from '../inputs.ts';
import { reportMistakeOfOurs } from '../mistake.ts';
import { writeOutputFile } from '../output.ts';
import { render } from '../render.ts';
import type { ReportFormat } from '../report-formats.ts';
import { defaultFailOn, failing } from '../verdict.ts';
import { openWorkspace, workspaceFor } from '../workspace.ts';

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
}

/** `journey check`: finds, reads, analyses, fixes if asked to, prints, judges. */
export async function runCheck(
  operands: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const { output, cwd } = context;
  const found = await findInputs(operands.length === 0 ? ['.'] : operands, options['stdin-file-name'], context);
  const configured = configure(found, options.config);
  let written = true;
  let checked: Checked | undefined;
  const isFixing = options.fix === true || options['unsafe-fixes'] === true || options.diff === true;
  if (isFixing) {
    // Fixes go from file to file, so all are kept.
    const opened = await openWorkspace(configured.inputs);
    const [{ fixAll }, { printDiff, writeFixes }] = await Promise.all([
      import('../fixing.ts'),
      import('../fix-report.ts'),
    ]);
    const fixed = await fixAll(opened.workspace, configured, options['unsafe-fixes'] === true);
    if (options.diff === true) {
      const printed = await printDiff(fixed, configured.inputs, context);
      const { report } = checkFiles(configured, opened, context.locale);
      complainUnread(report, context);
      const isWhole = printed && report.unread.length === 0 && configured.mistaken.length === 0;
      return graver(fixed.length > 0 ? EXIT.findings : EXIT.clean, isWhole ? EXIT.clean : EXIT.usage);
    }
    written = await writeFixes(fixed, configured.inputs, context);
    checked = checkFiles(configured, opened, context.locale);
  }
  checked ??= await readAndCheckFiles(configured, await workspaceFor(configured.inputs), context.locale);
  const { report: whole, failures } = checked;
  const applied = await applyBaseline(whole, options, cwd);
  if ('mistake' in applied) output.complain(applied.mistake);
  const report = 'report' in applied ? applied.report : whole;
  const findings = allFindings(report);
  const maxWarnings = options['max-warnings'];
  const fails = failing(findings, {
    failOn: options['fail-on'] ?? defaultFailOn,
    ...(maxWarnings !== undefined && { maxWarnings }),
  });
  // The text of standard input has taken the place of the report.
  const isTaken = isFixing && configured.inputs.stdin !== undefined && options['output-file'] === undefined;
  const printed = isTaken
    ? await complainFindings(report, context)
    : await printReport(report, fails, options, context);
  // After the report, where they are seen.
  complainUnread(report, context);
  for (const { path, error } of failures) reportMistakeOfOurs(error, context, path);
  const isWhole = report.unread.length === 0 && configured.mistaken.length === 0 && !('mistake' in applied);
  return [
    findings.some(fails) ? EXIT.findings : EXIT.clean,
    printed && written && isWhole ? EXIT.clean : EXIT.usage,
    // The runner makes a finding of a rule that has failed, so that the others are not affected.
    failures.length > 0 || findings.some(({ code }) => code === RULE_FAILED) ? EXIT.internal : EXIT.clean,
  ].reduce(graver);
}

function complainUnread({ unread }: Report, { output }: Context): void {
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
  options: CheckOptions,
  { cwd, locale, version, output }: Context,
): Promise<boolean> {
  const format = options.format ?? 'pretty';
  const file = options['output-file'];
  // For people there is nothing to say when nothing was checked; programs expect a whole document all the same.
  if (report.files.length === 0 && (format === 'pretty' || format === 'concise')) return true;
  // A file is no terminal: colours only when they are asked for.
  const colour = file === undefined ? output.colour : options.color === true;
  const text = await render(report, format, { locale, version, colour, width: output.width, fails });
  if (file === undefined) return output.print(text);
  const wrong = writeOutputFile(file, text, cwd);
  if (wrong !== undefined) output.complain(wrong);
  return wrong === undefined;
}
