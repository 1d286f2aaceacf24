import { type Finding, SEVERITIES } from '../model/finding.ts';
import { inLocale, type Locale } from '../model/text.ts';
import type { FilewiseFormat } from './filewise.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { countSeverities, locate, type ReportOptions, type SeverityCounts, type Sources } from './report.ts';
import { safeText } from './terminal/safe.ts';

/**
 * The findings as JUnit XML: a suite for each file, a test case for each finding. Those that let the check fail are
 * failures, the others are passed cases with their text; a file without findings is one passed case.
 */
export function junit({ locale, fails }: Pick<ReportOptions, 'locale' | 'fails'>): FilewiseFormat {
  const failures = (counts: SeverityCounts): number =>
    SEVERITIES.reduce((sum, severity) => sum + (fails({ severity }) ? counts[severity] : 0), 0);
  return {
    head: ({ totals }) => {
      const tests = SEVERITIES.reduce((sum, severity) => sum + totals.counts[severity], totals.clean + totals.unread);
      const all = numbers({ tests, failures: failures(totals.counts), errors: totals.unread });
      return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="journey" ${all}>\n`;
    },
    file: (sources, { uri, findings }) => {
      const path = sources.sources.get(uri)?.path ?? uri;
      const cases = findings.map((finding) => testCase(sources, finding, fails(finding), locale));
      if (cases.length === 0) cases.push(`    <testcase name="journey" classname="${attribute(path)}"/>`);
      return { findings: suite(path, cases, { failures: failures(countSeverities(findings)), errors: 0 }) };
    },
    between: '',
    tail: ({ unread }) => {
      const suites = unread.map(({ path, reason }) => {
        const error = `<error message="${attribute(inLocale(reason, locale))}"/>`;
        const body = `    <testcase name="journey" classname="${attribute(path)}">${error}</testcase>`;
        return suite(path, [body], { failures: 0, errors: 1 });
      });
      return `${suites.join('')}</testsuites>\n`;
    },
  };
}

interface Numbers {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function suite(path: string, cases: readonly string[], of: Omit<Numbers, 'tests'>): string {
  const head = `  <testsuite name="${attribute(path)}" ${numbers({ tests: cases.length, ...of })}>`;
  return `${[head, ...cases, '  </testsuite>'].join('\n')}\n`;
}

function numbers({ tests, failures, errors }: Numbers): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}"`;
}

function testCase(sources: Sources, finding: Finding, fails: boolean, locale: Locale): string {
  const { path, line, column } = locate(sources, finding.place);
  const message = inLocale(finding.message, locale);
  const text = [
    `${path}:${line}:${column}`,
    `${inLocale(SEVERITY_LABELS[finding.severity], locale)}: ${message}`,
    inLocale(finding.help, locale),
    ...finding.related.map((related) => {
      const at = locate(sources, related.place);
      return `${inLocale(related.message, locale)}: ${at.path}:${at.line}:${at.column}`;
    }),
  ]
    .map(content)
    .join('\n');
  const body = fails
    ? `<failure type="${attribute(finding.code)}" message="${attribute(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  const name = `${finding.code} ${line}:${column}`;
  return `    <testcase name="${attribute(name)}" classname="${attribute(path)}">${body}</testcase>`;
}

function content(text: string): string {
  // XML 1.0 has no way at all to write most control characters; safeText shows them instead.
  return safeText(text)
    .replace(noncharacters, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;');
}

const noncharacters = /[\uFFFE\uFFFF]/g;
