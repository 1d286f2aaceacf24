import { inLocale, type Locale } from '../model/text.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { type CheckedFile, locate, type Report, type Sources } from './report.ts';
import { safeText } from './terminal/safe.ts';

/** One line a finding, as compilers print them, so that editors and `grep` understand it. */
export function conciseReport(report: Report, locale: Locale): string {
  return report.files.map((file) => conciseFile(report, file, locale)).join('');
}

/** What the report says about one file. */
export function conciseFile(report: Sources, { findings }: CheckedFile, locale: Locale): string {
  return findings
    .map((finding) => {
      const { path, line, column } = locate(report, finding.place);
      const severity = inLocale(SEVERITY_LABELS[finding.severity], locale);
      const message = safeText(inLocale(finding.message, locale));
      return `${safeText(path)}:${line}:${column}: ${severity} ${safeText(finding.code)}: ${message}\n`;
    })
    .join('');
}
