import { scoreOf, scoreText } from '../../friction/score.ts';
import { JOURNEY_KIND_TITLES } from '../../model/word-titles.ts';
import { titleOf } from '../../model/declaration.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { severityCount } from '../labels.ts';
import type { Site, SiteEntry, SiteJourney } from './gather.ts';
import type { Declaration } from '../../model/declaration.ts';
import { html, link } from './html.ts';
import { hrefOfEntry, journeyLink } from './links.ts';
import type { PageName } from './frame.ts';
import { said } from './words.ts';

/** A card for each journey: for whom it is, who looks after it, how much friction there is. */
export function journeyCards(site: Site, locale: Locale): string {
  if (site.journeys.length === 0) return `<p>${said('none', locale)}</p>`;
  const named: Named = { people: byJourney(site.personas), owners: byJourney(site.owners) };
  return `<div class="cards">\n${site.journeys.map((journey) => cardOf(journey, named, locale)).join('\n')}\n</div>`;
}

/** Whom each journey names. */
interface Named {
  readonly people: EntriesByJourney;
  readonly owners: EntriesByJourney;
}

type EntriesByJourney = ReadonlyMap<SiteJourney, readonly SiteEntry<Declaration>[]>;

function byJourney(entries: readonly SiteEntry<Declaration>[]): EntriesByJourney {
  const found = new Map<SiteJourney, SiteEntry<Declaration>[]>();
  for (const entry of entries) {
    for (const { journey } of entry.uses) {
      const known = found.get(journey);
      if (known === undefined) found.set(journey, [entry]);
      else known.push(entry);
    }
  }
  return found;
}

function cardOf(own: SiteJourney, named: Named, locale: Locale): string {
  const { journey, address, path, findings } = own;
  const scenarios = journey.scenarios.map(({ text }) => `<p>${html(text)}</p>`);
  const people = linksTo(named.people.get(own), 'personas', locale);
  const owners = linksTo(named.owners.get(own), 'owners', locale);
  const facts = [
    `<li>${html(JOURNEY_KIND_TITLES[journey.kind.value][locale])}</li>`,
    `<li>${said('score', locale)} ${html(scoreText(scoreOf(journey, findings).total))}</li>`,
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

function linksTo(
  entries: readonly SiteEntry<Declaration>[] | undefined,
  page: PageName,
  locale: Locale,
): readonly string[] {
  return (entries ?? []).map(({ thing, address }) => link(hrefOfEntry(page, address), titleOf(thing, locale)));
}

function row(label: 'personas' | 'owner', links: readonly string[], locale: Locale): string {
  return links.length === 0
    ? ''
    : `<dt>${said(label, locale)}</dt><dd>${links.join(locale === 'ja' ? '、' : ', ')}</dd>`;
}
