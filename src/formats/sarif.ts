import type { Location as SarifLocation, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { causeOf, type RuleMeta } from '../friction/rule.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { inLocale, type Locale } from '../model/text.ts';
import type { FilewiseFormat } from './filewise.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonItems, jsonText, lineAt } from './json-text.ts';
import { pageOf } from './rules/rule-texts.ts';
import { locate, type Report, type ReportOptions, type Sources } from './report.ts';

/** The findings as SARIF 2.1.0 (OASIS), which code-scanning services read. */
export function sarif({ locale, version, rules, hash }: Omit<ReportOptions, 'fails'>): FilewiseFormat {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const around = (unread: Report['unread']): readonly [head: string, tail: string] => {
    const [head = '', tail = ''] = jsonText(logOf(unread, { locale, version, rules })).split(noResults);
    return [`${head}"results": [`, `]${tail}`];
  };
  return {
    head: around([])[0],
    file: (sources, file) => {
      const names = fingerprints(sources, file, hash);
      const resultOf = (finding: Finding, reason?: string): Result =>
        result(sources, finding, { indices, names, locale }, reason);
      const results = [
        ...file.findings.map((finding) => resultOf(finding)),
        ...(file.suppressed ?? []).map(({ finding, reason }) => resultOf(finding, reason)),
      ];
      return { findings: jsonItems(results, resultDepth) };
    },
    between: ',',
    tail: ({ unread, isEmpty }) => (isEmpty ? '' : lineAt(resultDepth - 1)) + around(unread)[1],
  };
}

/** What stands in the log where the results come. In a text of JSON each quotation mark has a backslash before it. */
const noResults = '"results": []';
/** The log, its runs, the run, its results. */
const resultDepth = 4;

/** The log without what was found. */
function logOf(unread: Report['unread'], { locale, version, rules }: Omit<ReportOptions, 'fails' | 'hash'>): Log {
  const notifications = unread.map(
    ({ path, reason }): Notification => ({
      level: 'error',
      message: { text: inLocale(reason, locale) },
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    }),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'journey', version, language: locale, rules: rules.map((meta) => descriptor(meta, locale)) },
        },
        columnKind: 'utf16CodeUnits',
        results: [],
        invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: notifications }],
      },
    ],
  };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Version 1 of what fingerprint.ts makes: another recipe needs another name. */
const fingerprintName = 'journey/v1';

interface ResultContext {
  /** Where rules stand in the log. Codes of what is not a rule's finding, such as errors in the text, stand for themselves. */
  readonly indices: ReadonlyMap<string, number>;
  /** Fingerprints. */
  readonly names: ReadonlyMap<Finding, string>;
  readonly locale: Locale;
}

/** @param reason why the author has silenced it; missing when it was not */
function result(
  sources: Sources,
  finding: Finding,
  { indices, names, locale }: ResultContext,
  reason?: string,
): Result {
  const ruleIndex = indices.get(finding.code);
  return {
    ruleId: finding.code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[finding.severity],
    // Services show this text alone, so it also says what to do.
    message: { text: `${inLocale(finding.message, locale)}\n\n${inLocale(finding.help, locale)}` },
    locations: [location(sources, finding.place)],
    relatedLocations: finding.related.map(({ message, place }, index) => ({
      ...location(sources, place),
      id: index + 1,
      message: { text: inLocale(message, locale) },
    })),
    partialFingerprints: { [fingerprintName]: names.get(finding) ?? '' },
    properties: { severity: finding.severity, ...(finding.cause && { cause: finding.cause }) },
    ...(reason !== undefined && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    }),
  };
}

function location(sources: Sources, place: Place): SarifLocation {
  const { path, line, column, endLine, endColumn } = locate(sources, place);
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** Relative to the folder that was current, which services take for the root of the sources. */
function artifact(path: string): { readonly uri: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}

function descriptor(meta: RuleMeta, locale: Locale): ReportingDescriptor {
  const cause = causeOf(meta.group);
  return {
    id: meta.id,
    shortDescription: { text: inLocale(meta.summary, locale) },
    fullDescription: { text: inLocale(meta.why, locale) },
    help: {
      text: `${inLocale(meta.remedy, locale)}\n\n${pageOf(meta.id, locale)}`,
      markdown: `${inLocale(meta.remedy, locale)}\n\n[${meta.id}](${pageOf(meta.id, locale)})`,
    },
    defaultConfiguration: { level: levels[meta.severity] },
    properties: { tags: [meta.group], ...(cause && { cause }) },
  };
}
