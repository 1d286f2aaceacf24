import { allFindings, countSeverities, eachFinding, type Report, type ReportOptions } from '../../formats/report.ts';
import { RULE_FAILED } from '../../friction/runner.ts';
import { SEVERITIES, type Severity } from '../../model/finding.ts';
import type { Text } from '../../model/text.ts';
import { type BaselineOptions, hasBaseline } from '../baseline-options.ts';
import type { CheckedReport } from '../checking/assembly.ts';
import type { Baseline } from '../checking/baseline.ts';
import type { Printing } from '../checking/job.ts';
import type { PrintedReport } from '../checking/print-files.ts';
import type { Context } from '../command.ts';
import { configure, type ConfiguredInputs } from '../configuration.ts';
import { EXIT, type ExitCode, graver } from '../exit.ts';
import type { FixedFile } from '../fixing.ts';
import { findInputs, pathOf } from '../inputs.ts';
import { keptPlace } from '../kept/place.ts';
import { reportMistakeOfOurs } from '../mistake.ts';
import { deliver, formatOf, type FormatsByName, sinkOf } from '../output-file.ts';
import { STDIN } from '../specs/common-options.ts';
import { reportText } from '../report-text.ts';
import type { ReportFormat } from '../report-formats.ts';
import { defaultFailOn, failing, type Limits } from '../verdict.ts';
import type { OpenedWorkspace } from '../workspace.ts';

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
  only: { color: ['pretty'] },
};

/** `journey check`: finds, reads, analyses, fixes if asked to, prints, judges. */
export async function runCheck(operands: readonly string[], given: CheckOptions, context: Context): Promise<ExitCode> {
  const idle = idleOption(operands, given);
  if (idle !== undefined) {
    context.output.complain(idle);
    return EXIT.usage;
  }
  if (given.diff === true) return showFixes(operands, given, context);
  const format = formatOf(given, FORMATS, context);
  if (format === undefined) return EXIT.usage;
  const options = { ...given, format };
  const configured = await configuredInputs(operands, options, context);
  const limits = {
    failOn: options['fail-on'] ?? defaultFailOn,
    ...(options['max-warnings'] !== undefined && { maxWarnings: options['max-warnings'] }),
  };
  const printing = isFixing(options) ? undefined : printingOf(options, limits, context);
  const kept = options.cache === false ? undefined : keptPlace(context.env);
  const { baseline, mistake } = await openedBaseline(options, context);
  let result: PrintedReport;
  if (printing !== undefined) {
    const { printFiles } = await import('../checking/print-files.ts');
    const sink = sinkOf(options['output-file'], context);
    result = await printFiles({ configured, printing, baseline, sink, locale: context.locale, kept });
  } else if (isFixing(options)) {
    result = await fixAndReport(configured, baseline, limits, options, context);
  } else {
    const { checkFiles } = await import('../checking/check-files.ts');
    const checked = await checkFiles(configured, context.locale, kept, baseline);
    result = await reportWhole(checked, limits, false, options, context);
  }
  const { counts, unread, failures, hasBrokenRule } = result;
  const wrong = mistake ?? result.mistake;
  if (wrong !== undefined) context.output.complain(wrong);
  const isWritten = result.isWritten && wrong === undefined;
  // After the report, where they are seen.
  complainUnread(unread, context);
  for (const { path, error } of failures) reportMistakeOfOurs(error, context, path);
  const fails = failing(counts, limits);
  return [
    SEVERITIES.some((severity) => counts[severity] > 0 && fails({ severity })) ? EXIT.findings : EXIT.clean,
    isWritten && unread.length === 0 && configured.mistaken.length === 0 ? EXIT.clean : EXIT.usage,
    // The runner makes a finding of a rule that has failed, so that the others are not affected.
    failures.length > 0 || hasBrokenRule ? EXIT.internal : EXIT.clean,
  ].reduce(graver);
}

interface GivenBaseline {
  /** Undefined where there is none. */
  readonly baseline?: Baseline;
  /** Why it cannot be read. */
  readonly mistake?: Text;
}

async function openedBaseline(options: BaselineOptions, { cwd }: Context): Promise<GivenBaseline> {
  if (!hasBaseline(options, cwd)) return {};
  const { Baseline } = await import('../checking/baseline.ts');
  const opened = Baseline.open(options, cwd);
  return 'mistake' in opened ? opened : { baseline: opened };
}

async function configuredInputs(
  operands: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ConfiguredInputs> {
  const found = await findInputs(operands.length === 0 ? ['.'] : operands, options['stdin-file-name'], context);
  return configure(found, options.config);
}

function isFixing(options: CheckOptions): boolean {
  return options.fix === true || options['unsafe-fixes'] === true;
}

/** `--diff`: prints what the fixes would change, and nothing of what was found. */
async function showFixes(operands: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const configured = await configuredInputs(operands, options, context);
  const [{ fixed, opened }, { fixDiff, shownDiff }] = await Promise.all([
    fixedInputs(configured, options, context),
    import('../fix-report.ts'),
  ]);
  const diff = fixDiff(fixed, configured.inputs);
  const file = options['output-file'];
  const delivered = await deliver(file === undefined ? shownDiff(diff, context.output) : diff, file, context);
  const { inputs } = configured;
  const missing = opened.unread.map(({ uri, reason }) => ({ path: pathOf(uri, inputs), reason }));
  const unread = [...inputs.problems, ...missing];
  complainUnread(unread, context);
  const isWhole = delivered === EXIT.clean && unread.length === 0 && configured.mistaken.length === 0;
  return graver(fixed.length > 0 ? EXIT.findings : EXIT.clean, isWhole ? EXIT.clean : EXIT.usage);
}

/** `--fix`, `--unsafe-fixes`: writes what can be fixed and reports the rest. */
async function fixAndReport(
  configured: ConfiguredInputs,
  baseline: Baseline | undefined,
  limits: Limits,
  options: FormattedOptions,
  context: Context,
): Promise<PrintedReport> {
  const { fixed, opened } = await fixedInputs(configured, options, context);
  const [{ writeFixes }, { checkOpenedFiles }] = await Promise.all([
    import('../fix-report.ts'),
    import('../checking/check-opened.ts'),
  ]);
  const { unwritten, isPrinted } = await writeFixes(fixed, configured.inputs, context);
  // What they were to put right is still there.
  for (const { uri, before } of unwritten) await opened.workspace.open(uri, before);
  // The text of standard input has taken the place of the report.
  const isTaken = configured.inputs.stdin !== undefined && options['output-file'] === undefined;
  const checked = await checkOpenedFiles(configured, opened, context.locale, baseline);
  const result = await reportWhole(checked, limits, isTaken, options, context);
  return { ...result, isWritten: result.isWritten && isPrinted && unwritten.length === 0 };
}

/** Everything with its fixes made, in the workspace alone. Fixes go from file to file, so all are kept. */
async function fixedInputs(
  configured: ConfiguredInputs,
  options: CheckOptions,
  context: Context,
): Promise<{ readonly fixed: readonly FixedFile[]; readonly opened: OpenedWorkspace }> {
  const [{ openWorkspace }, { fixAll }] = await Promise.all([import('../workspace.ts'), import('../fixing.ts')]);
  const opened = await openWorkspace(configured.inputs);
  // What somebody wants to be left as it is must not be written.
  if (!configured.knowsIgnored) {
    context.output.complain(fixesNothing);
    return { fixed: [], opened };
  }
  const { files: fixed, left } = await fixAll(opened.workspace, configured, options['unsafe-fixes'] === true);
  if (left > 0) complainLeft(left, context);
  return { fixed, opened };
}

const fixesNothing: Text = {
  en: 'nothing was fixed: the configuration may say that files are to be left as they are',
  ja: '修正は行いませんでした。対象外のファイルが設定に書かれている可能性があるためです',
};

/** Says which option would change nothing beside the others: somebody waits for what it says. */
function idleOption(operands: readonly string[], options: CheckOptions): Text | undefined {
  if (options.diff !== true) {
    const isTaken = isFixing(options) && operands.includes(STDIN) && options['output-file'] === undefined;
    return isTaken && options.format !== undefined ? reportHasNoPlace : undefined;
  }
  const idle = (['format', 'fail-on', 'max-warnings', 'baseline', 'update-baseline'] as const).find(
    (name) => options[name] !== undefined,
  );
  return (
    idle && {
      en: `--${idle} means nothing with --diff, which prints what the fixes would change and no findings`,
      ja: `--diff は指摘ではなく修正の差分だけを出力するため、--${idle} は使えません`,
    }
  );
}

const reportHasNoPlace: Text = {
  en: 'standard output takes the fixed text of "-"; name a file for the report with --output-file',
  ja: '標準出力には「-」の修正後の内容を出力します。レポートの出力先を --output-file で指定してください',
};

type FormattedOptions = CheckOptions & { readonly format: ReportFormat };

/** How to print file by file; undefined for reports that depend on all findings. */
function printingOf(options: FormattedOptions, limits: Limits, context: Context): Printing | undefined {
  const { format } = options;
  if (format === 'markdown') return undefined;
  // It says of each finding whether it fails the check.
  if (format === 'junit' && limits.maxWarnings !== undefined) return undefined;
  const { output, version } = context;
  return { format, colour: isColoured(options, context), width: output.width, failOn: limits.failOn, version };
}

/** A file is no terminal: colours only when they are asked for. */
function isColoured(options: FormattedOptions, { output }: Context): boolean {
  return options['output-file'] === undefined ? output.colour : options.color === true;
}

/** Prints a report of which all is known. */
async function reportWhole(
  { report, failures, mistake }: CheckedReport,
  limits: Limits,
  isTaken: boolean,
  options: FormattedOptions,
  context: Context,
): Promise<PrintedReport> {
  const counts = countSeverities(eachFinding(report));
  const printed = isTaken
    ? await complainFindings(report, context)
    : await printReport(report, failing(counts, limits), options, context);
  return {
    counts,
    unread: report.unread,
    failures,
    hasBrokenRule: allFindings(report).some(({ code }) => code === RULE_FAILED),
    isWritten: printed,
    ...(mistake && { mistake }),
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
  const [{ concise }, { wholeReport }] = await Promise.all([
    import('../../formats/concise.ts'),
    import('../../formats/filewise.ts'),
  ]);
  for (const line of wholeReport(concise(locale), report).trimEnd().split('\n')) {
    if (line !== '') output.complain({ en: line, ja: line });
  }
  return true;
}

/** False when the report could not be written. */
async function printReport(
  report: Report,
  fails: ReportOptions['fails'],
  options: FormattedOptions,
  context: Context,
): Promise<boolean> {
  const { locale, version, output } = context;
  const colour = isColoured(options, context);
  const text = await reportText(report, options.format, { locale, version, colour, width: output.width, fails });
  return (await deliver(text, options['output-file'], context)) === EXIT.clean;
}
