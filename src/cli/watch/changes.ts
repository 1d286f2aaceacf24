import { concise } from '../../formats/concise.ts';
import { wholeReport } from '../../formats/filewise.ts';
import { severityCount } from '../../formats/labels.ts';
import type { OverviewFile } from '../../formats/overview/overview.ts';
import { compareFindings, countSeverities, sourceOf } from '../../formats/report.ts';
import { safeText } from '../../formats/terminal/safe.ts';
import { type Finding, SEVERITIES } from '../../model/finding.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';

/** What has become of the files since they were checked before. */
export interface FileChanges {
  /** The paths of those that are no longer among them. */
  readonly left: readonly string[];
  /** Those of which something else is known now, in the order of their paths, each with what was known before. */
  readonly changed: readonly { readonly before: OverviewFile | undefined; readonly after: OverviewFile }[];
}

export function changesSince(before: ReadonlyMap<string, OverviewFile>, after: readonly OverviewFile[]): FileChanges {
  const paths = new Set(after.map(({ path }) => path));
  return {
    left: [...before.keys()].filter((path) => !paths.has(path)),
    changed: after.flatMap((file) => {
      const earlier = before.get(file.path);
      return earlier === file ? [] : { before: earlier, after: file };
    }),
  };
}

/**
 * What is to be said in a terminal after files were checked again: which are no longer among them, and for each file that has other
 * findings than before how many there are and how many are gone, and the new ones. Hints are counted and not written out.
 *
 * @param unread paths of files that cannot be read
 */
export function changesText({ left, changed }: FileChanges, unread: ReadonlySet<string>, locale: Locale): string {
  const lines = changed.map(({ before, after }) => {
    const known = new Set(before?.findings.map(identityOf));
    const now = new Set(after.findings.map(identityOf));
    const fresh = after.findings.filter((finding) => !known.has(identityOf(finding)));
    const gone = before?.findings.filter((finding) => !now.has(identityOf(finding))).length ?? 0;
    if (before !== undefined && fresh.length === 0 && gone === 0) return '';
    return `${heading(after, gone, locale)}\n${written(after, fresh, locale)}`;
  });
  // Of what cannot be read it is said why.
  const gone = left.filter((path) => !unread.has(path));
  return [...gone.map((path) => `${safeText(path)}: ${inLocale(noLonger, locale)}\n`), ...lines].join('');
}

const noLonger: Text = {
  en: 'no longer checked: removed, or ignored by the configuration',
  ja: 'チェックの対象から外れました(削除、または設定による除外)',
};

/** Lines move while somebody types; what is said stays the same. */
function identityOf({ code, message, subject }: Finding): string {
  return JSON.stringify([code, subject, message.en]);
}

function heading({ path, findings }: OverviewFile, gone: number, locale: Locale): string {
  const counts = countSeverities(findings);
  const parts: readonly Text[] = [
    ...SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
      severityCount(severity, counts[severity]),
    ),
    ...(findings.length === 0 ? [{ en: 'nothing found', ja: '指摘はありません' }] : []),
    ...(gone > 0 ? [{ en: `${gone} gone`, ja: `解消 ${gone}件` }] : []),
  ];
  return `${safeText(path)}: ${parts.map((part) => inLocale(part, locale)).join(' · ')}`;
}

function written({ path, model }: OverviewFile, findings: readonly Finding[], locale: Locale): string {
  const shown = findings.filter(({ severity }) => severity !== 'hint').toSorted(compareFindings);
  return wholeReport(concise(locale), {
    files: [{ uri: model.uri, findings: shown, journeys: [] }],
    sources: new Map([[model.uri, sourceOf(path, '')]]),
    unread: [],
  });
}
