import { SCORE_LABEL, scoreText } from '../friction/score.ts';
import { titleOf } from '../model/declaration.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import { CAUSE_LABELS } from '../model/cause-names.ts';
import { knownText, SEVERITY_LABELS, severityCount } from './labels.ts';
import { allFindings, type CheckedFile, countSeverities, locate, type Report } from './report.ts';
import { safeText } from './terminal/safe.ts';

/** A comment for a pull or merge request: the journeys in numbers, then the findings of each file. */
export function markdownReport(report: Report, locale: Locale): string {
  const known = knownText(report.known);
  const parts = [
    `## ${inLocale(words.title, locale)}`,
    severityCounts(allFindings(report), locale),
    ...(known === undefined ? [] : [inLocale(known, locale)]),
    ...(report.files.some(({ journeys }) => journeys.length > 0) ? [journeyTable(report, locale)] : []),
    ...report.unread.map(
      ({ path, reason }) => `- ${icons.error} ${code(path)}: ${escapeMarkdown(inLocale(reason, locale))}`,
    ),
  ];
  let room = longest - parts.join('\n\n').length;
  let left = 0;
  for (const file of report.files) {
    const items = file.findings.map((finding) => findingItem(report, finding, locale));
    const shown = items.filter((item) => {
      room -= item.length + 1;
      return room > 0;
    });
    left += items.length - shown.length;
    if (shown.length > 0) parts.push(fileSection(report, file, shown, locale));
  }
  if (left > 0) parts.push(inLocale(words.left(left), locale));
  return `${parts.join('\n\n')}\n`;
}

/** GitHub takes comments of up to 65,536 characters; the rest is for the headings and what a workflow adds. */
const longest = 55_000;

const icons: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', information: 'ℹ️', hint: '💡' };

const words = {
  title: { en: 'Friction in customer journeys', ja: 'カスタマージャーニーの摩擦診断' },
  journey: { en: 'Journey', ja: 'ジャーニー' },
  none: { en: 'Nothing found.', ja: '指摘はありません。' },
  left: (count: number): Text => ({
    en: `… and ${count} more, left out because the comment would be too long.`,
    ja: `… ほか${count}件(コメントが長くなりすぎるため省略しました)`,
  }),
};

function severityCounts(findings: readonly Finding[], locale: Locale): string {
  const counts = countSeverities(findings);
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0) return inLocale(words.none, locale);
  return found
    .map((severity) => `${icons[severity]} ${inLocale(severityCount(severity, counts[severity]), locale)}`)
    .join(' · ');
}

function journeyTable(report: Report, locale: Locale): string {
  const head = [words.journey, SCORE_LABEL, ...SEVERITIES.map((severity) => SEVERITY_LABELS[severity])];
  const rows = report.files.flatMap(({ journeys, findings }) =>
    journeys.map((journey) => {
      const own = findings.filter(({ subject }) => subject.journey === journey.key);
      const counts = countSeverities(own);
      return [
        escapeMarkdown(titleOf(journey, locale)),
        scoreText(journey.score),
        ...SEVERITIES.map((severity) => String(counts[severity])),
      ];
    }),
  );
  const lines = [head.map((text) => inLocale(text, locale)), ['---', ...head.slice(1).map(() => '--:')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function fileSection(report: Report, file: CheckedFile, items: readonly string[], locale: Locale): string {
  const path = report.sources.get(file.uri)?.path ?? file.uri;
  const summary = `<summary>${code(path)} – ${severityCounts(file.findings, locale)}</summary>`;
  return `<details open>${summary}\n\n${items.join('\n')}\n\n</details>`;
}

function findingItem(report: Report, finding: Finding, locale: Locale): string {
  const { path, line, column } = locate(report, finding.place);
  const cause = finding.cause === undefined ? '' : ` · ${inLocale(CAUSE_LABELS[finding.cause], locale)}`;
  return [
    `- ${icons[finding.severity]} **${escapeMarkdown(finding.code)}**${cause} · ${code(`${path}:${line}:${column}`)}`,
    `  ${escapeMarkdown(inLocale(finding.message, locale))}`,
    `  → ${escapeMarkdown(inLocale(finding.help, locale))}`,
  ].join('<br>\n');
}

/** Text in the middle of a line that must not become markup, a link, or a mention of somebody. */
export function escapeMarkdown(text: string): string {
  return safeText(text).replace(/[&<>*_`[\]|~\\$^@#]|:\/\/|www\./gi, (match) => broken[match] ?? entities(match));
}

// The services look for these in the finished text, so only a piece of markup in between keeps them apart.
const broken: Readonly<Record<string, string>> = { '@': '@<!-- -->', '#': '#<!-- -->', '://': ':<!-- -->//' };

function entities(text: string): string {
  if (text.length > 1) return `${text.slice(0, -1)}<!-- -->.`;
  return `&#${text.charCodeAt(0)};`;
}

/** A path or name as code, in which services look for nothing. */
function code(text: string): string {
  return `<code>${safeText(text).replace(/[^\p{L}\p{N}\p{M} /:.,-]/gu, (match) => `&#${match.codePointAt(0) ?? 0};`)}</code>`;
}
