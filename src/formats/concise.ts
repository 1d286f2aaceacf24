import { inLocale, type Locale } from '../model/text.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { allFindings, locate, type Report } from './report.ts';
import { safeText } from './terminal/safe.ts';

/** One line a finding, as compilers print them, so that editors and `grep` understand it. */
export function conciseReport(report: Report, locale: Locale): string {
  return allFindings(report)
    .map((finding) => {
      const { path, line, column } = locate(report, finding.place);
      const severity = inLocale(SEVERITY_LABELS[finding.severity], locale);
      const message = safeText(inLocale(finding.message, locale));
      return `${safeText(path)}:${line}:${column}: ${severity} ${safeText(finding.code)}: ${message}\n`;
    })
    .join('');
}
