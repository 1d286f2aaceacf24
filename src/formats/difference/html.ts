import { SCORE_LABEL } from '../../friction/score.ts';
import type { ChangeGroup } from '../../history/describe.ts';
import { findingCounts, type JourneyStory, scorePair } from '../../history/story.ts';
import { LABELS, PAGE_LABELS } from '../../map/labels.ts';
import { mapScene } from '../../map/map.ts';
import type { Theme } from '../../map/style/palette.ts';
import { escapeXml } from '../../map/svg/escape.ts';
import { documentStyles } from '../../map/svg/style-sheet.ts';
import { writeSvg } from '../../map/svg/write-svg.ts';
import { writeHtmlTable } from '../../map/table/html-table.ts';
import type { Finding } from '../../model/finding.ts';
import { inLocale, type Locale, type Text } from '../../model/text.ts';
import { changeMap } from './map.ts';
import { actionText, costText, type DifferenceReport, isEmpty, sameText, SIGNS, VERDICTS, WORDS } from './words.ts';

export interface HtmlDifferenceOptions {
  readonly locale: Locale;
  readonly theme: Theme | 'auto';
  readonly footer: string;
  /** SHA-256 in base 64, for the content security policy. */
  readonly hash: (text: string) => string;
}

/** One file without a script: for each changed journey the map of both versions, and what that does to the customer. */
export function htmlDifference(report: DifferenceReport, options: HtmlDifferenceOptions): string {
  const { locale, theme, hash } = options;
  const { sides, story, notes } = report;
  const styles = documentStyles(id);
  const policy = `default-src 'none'; style-src 'sha256-${hash(styles)}'; base-uri 'none'; form-action 'none'`;
  const title = escapeXml(`${inLocale(WORDS.title, locale)}${locale === 'ja' ? '：' : ': '}${sides[0]} → ${sides[1]}`);
  const journeys = story.journeys.map((journey, index) => journeySection(journey, index, report, options));
  const shared =
    story.shared.length === 0
      ? []
      : [`<section>\n<h2>${said(WORDS.shared, locale)}</h2>\n${groupList(story.shared, locale)}\n</section>`];
  return `<!doctype html>
<html lang="${locale}"${theme === 'auto' ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styles}</style>
</head>
<body>
<main id="${id}">
<h1>${title}</h1>
${notes.map((note) => `<p>${said(note, locale)}</p>\n`).join('')}${isEmpty(report) ? `<p>${said(sameText(report), locale)}</p>\n` : ''}${[...journeys, ...shared].join('\n')}
</main>
</body>
</html>
`;
}

const id = 'changes';

function journeySection(
  journey: JourneyStory,
  index: number,
  { sides, improvements }: DifferenceReport,
  { locale, footer }: HtmlDifferenceOptions,
): string {
  const { impact, effects, groups, verdict } = journey;
  const content = changeMap(journey, sides, locale);
  const svg = writeSvg(mapScene(content, { locale, folded: [], footer }), {
    id: `map-${index + 1}`,
    theme: 'variables',
    ownStyles: false,
  });
  const counts = findingCounts(impact.findings);
  const facts = [
    inLocale(VERDICTS[verdict], locale),
    `${inLocale(SCORE_LABEL, locale)} ${scorePair(impact)}`,
    ...(counts === undefined ? [] : [inLocale(counts, locale)]),
  ];
  const improvement = improvements.find((each) => each.impact.after?.journey === impact.after?.journey);
  const actions = improvement?.actions.map((action) => said(actionText(action), locale)) ?? [];
  const cost = improvement && costText(improvement);
  const region = escapeXml(`${inLocale(LABELS.journeyMap, locale)}: ${content.title}`);
  return `<section>
<h2>${escapeXml(content.title)}</h2>
<p>${escapeXml(facts.join(' · '))}</p>
<div class="map" tabindex="0" role="region" aria-label="${region}">${svg}</div>
<div class="columns">
${list(
  WORDS.effects,
  effects.map((effect) => said(effect, locale)),
  locale,
)}${list(
  WORDS.actions,
  cost === undefined ? actions : [...actions, `${said(WORDS.cost, locale)}: ${said(cost, locale)}`],
  locale,
)}</div>
${findingList(WORDS.fresh, impact.findings.fresh, '✖', locale)}${findingList(WORDS.fixed, impact.findings.fixed, '✔', locale)}${folded(said(WORDS.changes, locale), groups.length === 0 ? '' : groupList(groups, locale))}${folded(escapeXml(PAGE_LABELS.table[locale]), `<div class="map" tabindex="0" role="region" aria-label="${escapeXml(`${PAGE_LABELS.table[locale]}: ${content.title}`)}">${writeHtmlTable(content)}</div>`)}
</section>`;
}

function list(heading: Text, items: readonly string[], locale: Locale): string {
  if (items.length === 0) return '';
  const entries = items.map((item) => `<li>${item}</li>`);
  return `<div><h3>${said(heading, locale)}</h3><ul>${entries.join('')}</ul></div>\n`;
}

function findingList(heading: Text, findings: readonly Finding[], mark: string, locale: Locale): string {
  const items = findings.map(({ code, message }) => `${mark} <b>${escapeXml(code)}</b> ${said(message, locale)}`);
  const title = `${said(heading, locale)} (${findings.length})`;
  return folded(title, findings.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
}

function groupList(groups: readonly ChangeGroup[], locale: Locale): string {
  const items = groups.map(({ title, lines }) => {
    const inner = lines.map(({ kind, text }) => `<li>${SIGNS[kind]} ${said(text, locale)}</li>`);
    return `<li>${said(title, locale)}<ul>${inner.join('')}</ul></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function folded(heading: string, body: string): string {
  return body === '' ? '' : `<details><summary>${heading}</summary>\n${body}\n</details>\n`;
}

function said(text: Text, locale: Locale): string {
  return escapeXml(inLocale(text, locale));
}
