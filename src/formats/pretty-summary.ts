import { isFriction, SCORE_LABEL, type ScoredCause, scoreText } from '../friction/score.ts';
import { titleOf } from '../model/declaration.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { countText } from '../model/phrases.ts';
import { inLocale, type Locale, type Text } from '../model/text.ts';
import { CAUSES } from '../model/words.ts';
import { CAUSE_LABELS } from '../model/cause-names.ts';
import { knownText, severityCount } from './labels.ts';
import { type PrettyOptions, SEVERITY_STYLE } from './pretty-options.ts';
import { countSeverities, type SeverityCounts, type Totals } from './report.ts';
import type { JourneySummary } from './summary.ts';
import { widthOf } from './terminal/cells.ts';
import { safeText } from './terminal/safe.ts';
import type { Paint } from './terminal/style.ts';
import { wrap } from './terminal/wrap.ts';

/** One journey in numbers: its size, its friction score, what counts in it by cause, and all its findings by severity. */
export function journeySummary(
  journey: JourneySummary,
  findings: readonly Finding[],
  { locale, width, paint }: PrettyOptions,
): readonly string[] {
  const own = findings.filter(({ subject }) => subject.journey === journey.key);
  const frictions = own.filter(isFriction);
  const size = [
    countText(journey.stages, ['stage', 'stages'], 'ステージ'),
    countText(journey.touchpoints, ['touchpoint', 'touchpoints'], 'タッチポイント'),
  ].map((text) => inLocale(text, locale));
  const score = `${inLocale(SCORE_LABEL, locale)} ${scoreText(journey.score)}`;
  return [
    ...heading(journey, locale, width, paint),
    `  ${size.join(' · ')} · ${paint(score, 'bold')}`,
    ...(frictions.length === 0 ? [] : causeLines(frictions, width, locale, paint)),
    `  ${severityCounts(countSeverities(own), locale, paint)}`,
  ];
}

/** The title, and the id where it is another name, on the same line if there is room. */
function heading(journey: JourneySummary, locale: Locale, width: number, paint: Paint): readonly string[] {
  const title = safeText(titleOf(journey, locale));
  const id = safeText(journey.id);
  const hasId = title !== id;
  const fits = hasId && widthOf(`◆ ${title} · ${id}`) <= width;
  const [first = '', ...more] = wrap(title, width - 2).map((line) => paint(line, 'bold'));
  return [
    `${paint('◆', 'magenta')} ${first}${fits ? ` ${paint(`· ${id}`, 'dim')}` : ''}`,
    ...[...more, ...(hasId && !fits ? [paint(id, 'dim')] : [])].map((line) => `  ${line}`),
  ];
}

/** The last lines of the report: everything that was checked, and what came of it. */
export function totalLines(
  { files, journeys, unread, counts, known }: Totals,
  { locale, paint }: PrettyOptions,
): readonly string[] {
  const checked: Text = {
    en: `Checked ${countText(files, ['file', 'files'], '').en} with ${countText(journeys, ['journey', 'journeys'], '').en}`,
    ja: `${files}ファイル・${journeys}ジャーニーを確認しました`,
  };
  const missing: Text = { en: `; ${unread} could not be read`, ja: `(読めなかったもの ${unread}件)` };
  const nothing: Text = { en: 'Nothing found', ja: '指摘はありません' };
  const nothingNew: Text = { en: 'Nothing new found', ja: '新しい指摘はありません' };
  const hidden = knownText(known);
  return [
    paint(inLocale(checked, locale), 'bold') + (unread === 0 ? '' : paint(inLocale(missing, locale), 'red')),
    SEVERITIES.every((severity) => counts[severity] === 0)
      ? paint(inLocale(hidden === undefined ? nothing : nothingNew, locale), 'green')
      : severityCounts(counts, locale, paint),
    ...(hidden === undefined ? [] : [paint(inLocale(hidden, locale), 'dim')]),
  ];
}

const widestBar = 24;
const bars = [
  ['error', '█'],
  ['warning', '█'],
  ['information', '▒'],
] as const satisfies readonly (readonly [Severity, string])[];

function causeLines(findings: readonly Finding[], width: number, locale: Locale, paint: Paint): readonly string[] {
  const causes: readonly ScoredCause[] = [...CAUSES, 'other'];
  const rows = causes.map((cause) => {
    const counts = countSeverities(findings.filter((finding) => (finding.cause ?? 'other') === cause));
    const sum = bars.reduce((total, [severity]) => total + counts[severity], 0);
    return { label: inLocale(CAUSE_LABELS[cause], locale), counts, sum };
  });
  const labelWidth = Math.max(...rows.map(({ label }) => widthOf(label)));
  const most = Math.max(...rows.map(({ sum }) => sum));
  const numberWidth = String(most).length;
  const room = Math.max(Math.min(widestBar, width - labelWidth - numberWidth - 8), 1);
  // One block for one finding as long as they fit.
  const perBlock = Math.max(most / room, 1);
  return rows.map(({ label, counts, sum }) => {
    const bar = bars
      .map(([severity, block]) => paint(block.repeat(Math.ceil(counts[severity] / perBlock)), SEVERITY_STYLE[severity]))
      .join('');
    const number = String(sum).padStart(numberWidth);
    const line = `    ${label}${' '.repeat(labelWidth - widthOf(label))}  ${number}`;
    return sum === 0 ? paint(line, 'dim') : `${line}  ${bar}`;
  });
}

function severityCounts(counts: SeverityCounts, locale: Locale, paint: Paint): string {
  return SEVERITIES.map((severity) => {
    const text = inLocale(severityCount(severity, counts[severity]), locale);
    return counts[severity] === 0 ? paint(text, 'dim') : paint(text, SEVERITY_STYLE[severity]);
  }).join(locale === 'ja' ? '、' : ', ');
}
