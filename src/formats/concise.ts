import { inLocale, type Locale } from '../model/text.ts';
import type { FilewiseFormat } from './filewise.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { locate } from './report.ts';
import { safeText } from './terminal/safe.ts';

/** One line a finding, as compilers print them, so that editors and `grep` understand it. */
export function concise(locale: Locale): FilewiseFormat {
  return {
    head: '',
    file: (sources, { findings }) => {
      const lines = findings.map((finding) => {
        const { path, line, column } = locate(sources, finding.place);
        const severity = inLocale(SEVERITY_LABELS[finding.severity], locale);
        const message = safeText(inLocale(finding.message, locale));
        return `${safeText(path)}:${line}:${column}: ${severity} ${safeText(finding.code)}: ${message}\n`;
      });
      return { findings: lines.join('') };
    },
    between: '',
    tail: () => '',
  };
}
