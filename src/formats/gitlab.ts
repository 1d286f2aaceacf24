import type { Severity } from '../model/finding.ts';
import { inLocale } from '../model/text.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import { allFindings, locate, type Report, type ReportOptions } from './report.ts';

/** A Code Quality report of GitLab, which shows what a merge request adds and mends. */
export function gitlabReport(report: Report, { locale, hash }: ReportOptions): string {
  const names = fingerprints(report, hash);
  return jsonText(
    allFindings(report).map((finding) => {
      const { path, line, endLine } = locate(report, finding.place);
      return {
        description: `${inLocale(finding.message, locale)} ${inLocale(finding.help, locale)}`,
        check_name: finding.code,
        fingerprint: names.get(finding),
        severity: severities[finding.severity],
        location: { path, lines: { begin: line, end: endLine } },
      };
    }),
  );
}

const severities: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};
