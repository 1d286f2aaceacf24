import type { Finding } from '../model/finding.ts';
import { inLocale, type Locale } from '../model/text.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { type CheckedFile, locate, type Report, type ReportOptions } from './report.ts';
import { safeText } from './terminal/safe.ts';

/**
 * The findings as JUnit XML: a suite for each file, a test case for each finding. Those that let the check fail are
 * failures, the others are passed cases with their text; a file without findings is one passed case.
 */
export function junitReport(report: Report, options: ReportOptions): string {
  const suites = [
    ...report.files.map((file) => fileSuite(report, file, options)),
    ...report.unread.map(({ path, reason }) => {
      const message = attribute(inLocale(reason, options.locale));
      const body = `    <testcase name="journey" classname="${attribute(path)}"><error message="${message}"/></testcase>`;
      return { path, cases: [body], failures: 0, errors: 1 };
    }),
  ];
  const sum = (count: (suite: Suite) => number): number => suites.reduce((total, suite) => total + count(suite), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="journey" ${counts({
      cases: sum(({ cases }) => cases.length),
      failures: sum(({ failures }) => failures),
      errors: sum(({ errors }) => errors),
    })}>`,
    ...suites.flatMap(({ path, cases, failures, errors }) => [
      `  <testsuite name="${attribute(path)}" ${counts({ cases: cases.length, failures, errors })}>`,
      cases.join('\n'),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly path: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly errors: number;
}

function counts({ cases, failures, errors }: { cases: number; failures: number; errors: number }): string {
  return `tests="${cases}" failures="${failures}" errors="${errors}"`;
}

function fileSuite(report: Report, { uri, findings }: CheckedFile, { locale, fails }: ReportOptions): Suite {
  const path = report.sources.get(uri)?.path ?? uri;
  const cases = findings.map((finding) => testCase(report, finding, fails(finding), locale));
  return {
    path,
    cases: cases.length > 0 ? cases : [`    <testcase name="journey" classname="${attribute(path)}"/>`],
    failures: findings.filter(fails).length,
    errors: 0,
  };
}

function testCase(report: Report, finding: Finding, fails: boolean, locale: Locale): string {
  const { path, line, column } = locate(report, finding.place);
  const message = inLocale(finding.message, locale);
  const text = [
    `${path}:${line}:${column}`,
    `${inLocale(SEVERITY_LABELS[finding.severity], locale)}: ${message}`,
    inLocale(finding.help, locale),
    ...finding.related.map((related) => {
      const at = locate(report, related.place);
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
