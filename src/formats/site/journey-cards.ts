import { scoreText } from '../../friction/score.ts';
import { JOURNEY_KIND_TITLES } from '../../model/word-titles.ts';
import { titleOf } from '../../model/declaration.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { severityCount } from '../labels.ts';
import type { Site, SiteEntry, SiteJourney, Use } from './gather.ts';
import type { Declaration } from '../../model/declaration.ts';
import { html, link } from './html.ts';
import { hrefOfEntry, journeyLink } from './links.ts';
import type { PageName } from './frame.ts';
import { said } from './words.ts';

/** A card for each journey: for whom it is, who looks after it, how much friction there is. */
export function journeyCards(site: Site, locale: Locale): string {
  if (site.journeys.length === 0) return `<p>${said('none', locale)}</p>`;
  return `<div class="cards">\n${site.journeys.map((journey) => cardOf(journey, site, locale)).join('\n')}\n</div>`;
}

function cardOf(own: SiteJourney, site: Site, locale: Locale): string {
  const { journey, address, path, score } = own;
  const scenarios = journey.scenarios.map(({ text }) => `<p>${html(text)}</p>`);
  const people = linksTo(own, site.personas, 'personas', locale);
  const owners = linksTo(own, site.owners, 'owners', locale);
  const facts = [
    `<li>${html(JOURNEY_KIND_TITLES[journey.kind.value][locale])}</li>`,
    `<li>${said('score', locale)} ${html(scoreText(score.total))}</li>`,
    ...findingCounts(own, locale),
  ];
  return `<article class="card" id="${html(address)}"><h2>${journeyLink(own, locale)}</h2>
<ul class="facts">${facts.join('')}</ul>
${scenarios.join('')}<dl>${row('personas', people, locale)}${row('owner', owners, locale)}<dt>${said('file', locale)}</dt><dd><code>${html(path)}</code></dd></dl></article>`;
}

/** What needs looking at; hints speak of the description and not of the customer. */
function findingCounts({ findings }: SiteJourney, locale: Locale): readonly string[] {
  return SEVERITIES.filter((severity) => severity !== 'hint').flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    const warm = severity === 'information' ? '' : ' class="warm"';
    return [`<li${warm}>${html(inLocale(severityCount(severity, count), locale))}</li>`];
  });
}

function linksTo<T extends Declaration>(
  journey: SiteJourney,
  entries: readonly SiteEntry<T>[],
  page: PageName,
  locale: Locale,
): readonly string[] {
  const uses = (use: Use): boolean => use.journey === journey;
  return entries
    .filter((entry) => entry.uses.some(uses))
    .map(({ thing, address }) => link(hrefOfEntry(page, address), titleOf(thing, locale)));
}

function row(label: 'personas' | 'owner', links: readonly string[], locale: Locale): string {
  return links.length === 0 ? '' : `<dt>${said(label, locale)}</dt><dd>${links.join(', ')}</dd>`;
}
