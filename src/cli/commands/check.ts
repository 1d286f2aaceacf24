import { allFindings, type CheckedFile, type Report, type Source, sourceOf } from '../../formats/report.ts';
import { RULE_FAILED } from '../../friction/runner.ts';
import { defaultSettings } from '../../friction/settings.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { analyse } from '../analyse.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode, graver } from '../exit.ts';
import { findInputs, type FoundInputs, pathOf } from '../inputs.ts';
import { reportMistakeOfOurs } from '../mistake.ts';
import { writeOutputFile } from '../output.ts';
import { render } from '../render.ts';
import type { ReportFormat } from '../report-formats.ts';
import { defaultFailOn, failing } from '../verdict.ts';
import { openWorkspace } from '../workspace.ts';

export interface CheckOptions {
  readonly format?: ReportFormat;
  readonly 'output-file'?: string;
  readonly 'fail-on'?: Severity | 'never';
  readonly 'max-warnings'?: number;
  readonly 'stdin-file-name'?: string;
  readonly color?: boolean;
}

/** `journey check`: finds, reads, analyses, prints, judges. */
export async function runCheck(
  operands: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExitCode> {
  const inputs = await findInputs(operands.length === 0 ? ['.'] : operands, options['stdin-file-name'], context);
  const { report, failures } = await checkInputs(inputs);
  const findings = allFindings(report);
  const maxWarnings = options['max-warnings'];
  const fails = failing(findings, {
    failOn: options['fail-on'] ?? defaultFailOn,
    ...(maxWarnings !== undefined && { maxWarnings }),
  });
  const printed = await printReport(report, fails, options, context);
  // After the report, where they are seen.
  for (const { path, reason } of report.unread) {
    context.output.complain({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
  }
  for (const { path, error } of failures) reportMistakeOfOurs(error, context, path);
  return [
    findings.some(fails) ? EXIT.findings : EXIT.clean,
    printed && report.unread.length === 0 ? EXIT.clean : EXIT.usage,
    // The runner makes a finding of a rule that has failed, so that the others are not affected.
    failures.length > 0 || findings.some(({ code }) => code === RULE_FAILED) ? EXIT.internal : EXIT.clean,
  ].reduce(graver);
}

interface Checked {
  readonly report: Report;
  /** What a mistake of ours has kept from being checked. */
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

async function checkInputs(inputs: FoundInputs): Promise<Checked> {
  const { workspace, unread } = await openWorkspace(inputs);
  // The place for what a configuration will say.
  const settings = defaultSettings;
  const files: CheckedFile[] = [];
  const failures: { path: string; error: unknown }[] = [];
  for (const uri of inputs.uris) {
    const result = analyse(workspace, uri, settings);
    if (result === undefined) continue;
    if ('failure' in result) failures.push({ path: pathOf(uri, inputs), error: result.failure });
    else files.push({ uri, ...result });
  }
  const sources = new Map<string, Source>();
  for (const { uri, textDocument } of workspace.shared.workspace.LangiumDocuments.all) {
    const key = uri.toString();
    sources.set(key, sourceOf(pathOf(key, inputs), textDocument.getText()));
  }
  const missing = unread.map(({ uri, reason }) => ({ path: pathOf(uri, inputs), reason }));
  return { report: { files, sources, unread: [...inputs.problems, ...missing] }, failures };
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
