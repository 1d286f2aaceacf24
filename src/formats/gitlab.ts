import type { Severity } from '../model/finding.ts';
import { inLocale } from '../model/text.ts';
import { type FilewiseFormat, jsonList } from './filewise.ts';
import { fingerprints } from './fingerprint.ts';
import { locate, type ReportOptions } from './report.ts';

/** A Code Quality report of GitLab, which shows what a merge request adds and mends. */
export function gitlab({ locale, hash }: Pick<ReportOptions, 'locale' | 'hash'>): FilewiseFormat {
  return jsonList((sources, file) => {
    const names = fingerprints(sources, file, hash);
    return file.findings.map((finding) => {
      const { path, line, endLine } = locate(sources, finding.place);
      return {
        description: `${inLocale(finding.message, locale)} ${inLocale(finding.help, locale)}`,
        check_name: finding.code,
        fingerprint: names.get(finding),
        severity: severities[finding.severity],
        location: { path, lines: { begin: line, end: endLine } },
      };
    });
  });
}

const severities: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};
