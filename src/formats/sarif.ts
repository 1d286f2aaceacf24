import type { Location as SarifLocation, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { causeOf, type RuleMeta } from '../friction/rule.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { inLocale, type Locale } from '../model/text.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import { pageOf } from './rules/rule-texts.ts';
import { allFindings, locate, type Report, type ReportOptions } from './report.ts';

/** The findings as SARIF 2.1.0 (OASIS), which code-scanning services read. */
export function sarifReport(report: Report, options: ReportOptions): string {
  const { locale, version, hash } = options;
  const findings = allFindings(report);
  const silenced = report.files.flatMap(({ suppressed = [] }) => suppressed);
  const all = [...findings, ...silenced.map(({ finding }) => finding)];
  const rules = descriptors(all, options);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const names = fingerprints(report, hash);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'journey', version, language: locale, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.unread.length === 0,
            toolExecutionNotifications: report.unread.map(
              (unread): Notification => ({
                level: 'error',
                message: { text: inLocale(unread.reason, locale) },
                locations: [{ physicalLocation: { artifactLocation: artifact(unread.path) } }],
              }),
            ),
          },
        ],
        results: [
          ...findings.map((finding) => result(report, finding, indices, names, locale)),
          ...silenced.map(({ finding, reason }) => result(report, finding, indices, names, locale, reason)),
        ],
      },
    ],
  };
  return jsonText(log);
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Version 1 of what fingerprint.ts makes: another recipe needs another name. */
const fingerprintName = 'journey/v1';

function result(
  report: Report,
  finding: Finding,
  indices: ReadonlyMap<string, number>,
  names: ReadonlyMap<Finding, string>,
  locale: Locale,
  /** Why the author has silenced it; missing when it was not. */
  reason?: string,
): Result {
  return {
    ruleId: finding.code,
    ruleIndex: indices.get(finding.code) ?? -1,
    level: levels[finding.severity],
    // Services show this text alone, so it also says what to do.
    message: { text: `${inLocale(finding.message, locale)}\n\n${inLocale(finding.help, locale)}` },
    locations: [location(report, finding.place)],
    relatedLocations: finding.related.map(({ message, place }, index) => ({
      ...location(report, place),
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

function location(report: Report, place: Place): SarifLocation {
  const { path, line, column, endLine, endColumn } = locate(report, place);
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

/** Every rule that is known, found or not, and the codes that no rule is known for. */
function descriptors(findings: readonly Finding[], { rules, locale }: ReportOptions): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = [...new Set(findings.map(({ code }) => code))].filter((code) => !known.has(code)).toSorted();
  return [...rules.map((meta) => descriptor(meta, locale)), ...others.map((id) => ({ id }))];
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
