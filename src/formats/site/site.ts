import type { MapOptions } from '../../map/map.ts';
import { journeyPage } from '../../map/html/journey-page.ts';
import { titleOf } from '../../model/declaration.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { mapInput } from '../map-input.ts';
import { actionPlan } from '../overview/actions.ts';
import { coverageMatrix } from '../overview/matrix.ts';
import type { OverviewFile } from '../overview/overview.ts';
import { channelCards, ownerCards, personaCards } from './entry-cards.ts';
import { findingLists } from './finding-lists.ts';
import { framed, pathOfPage } from './frame.ts';
import { gatherSite, type Site, type SiteJourney } from './gather.ts';
import { html, link } from './html.ts';
import { journeyCards } from './journey-cards.ts';
import type { SiteOptions } from './options.ts';
import { overviewTable } from './overview-table.ts';
import { writePage } from './page.ts';
import { searchBox } from './search.ts';
import { said, WORDS } from './words.ts';

/** The folder of the pages of journeys. */
export const JOURNEY_FOLDER = 'journeys';

/**
 * A site of plain files about all journeys of a workspace, which needs no server: lists of journeys, personas, channels,
 * owners and findings, and the map of each journey. Gives the text of each page by its path in the site's folder, with
 * forward slashes; it is made when it is asked for. The same files give the same pages.
 */
export function siteOf(files: readonly OverviewFile[], options: SiteOptions): ReadonlyMap<string, () => string> {
  const { locale, hash } = options;
  const site = gatherSite(files, (text) => shortHash(hash(text)));
  const first = (): string =>
    framed('journeys', `${searchBox(site, locale)}\n${journeyCards(site, locale)}`, options, options.searchScript);
  return new Map([
    [pathOfPage('journeys'), first],
    [pathOfPage('personas'), () => framed('personas', personaCards(site, locale), options)],
    [pathOfPage('channels'), () => framed('channels', channelCards(site, locale), options)],
    [pathOfPage('owners'), () => framed('owners', ownerCards(site, locale), options)],
    [pathOfPage('findings'), () => framed('findings', findingLists(site, locale), options)],
    [pathOfPage('plan'), () => framed('plan', planOf(site, locale), options)],
    ...site.journeys.map((journey) => [pathOfJourney(journey), () => mapPage(journey, options)] as const),
    ...[...site.shared].map(
      ([address, same]) => [`${JOURNEY_FOLDER}/${address}.html`, () => choicePage(same, options)] as const,
    ),
  ]);
}

function pathOfJourney({ address }: SiteJourney): string {
  return `${JOURNEY_FOLDER}/${address}.html`;
}

function mapPage({ journey, file, findings, path }: SiteJourney, options: SiteOptions): string {
  const { locale, version, mapScript, hash, liveScript } = options;
  const map: MapOptions = { locale, footer: `journey ${version} · ${path}` };
  const home = { href: `../${pathOfPage('journeys')}`, text: `← ${inLocale(WORDS.all, locale)}` };
  return journeyPage(mapInput(file.model, journey, findings), map, {
    script: mapScript,
    hash,
    home,
    ...(liveScript !== undefined && { liveScript }),
  });
}

/** Stands where several journeys would have their page, so that links to it still lead to what was meant. */
function choicePage(journeys: readonly SiteJourney[], { locale, hash, liveScript }: SiteOptions): string {
  const links = journeys.map(({ address, journey, path }) => {
    const title = titleOf(journey, locale);
    return `<li>${link(`${encodeURIComponent(address)}.html`, title)} <span class="muted">${html(path)}</span></li>`;
  });
  const body = `<header><p>${link(`../${pathOfPage('journeys')}`, `← ${inLocale(WORDS.all, locale)}`)}</p>
<h1>${said('shared', locale)}</h1></header>
<main><ul>${links.join('')}</ul></main>`;
  return writePage({
    title: inLocale(WORDS.shared, locale),
    locale,
    body,
    hash,
    ...(liveScript !== undefined && { liveScript }),
  });
}

function planOf({ files }: Site, locale: Locale): string {
  return `<h2>${said('actionPlan', locale)}</h2>
${overviewTable(actionPlan(files, locale), 'actionPlan', locale)}
<h2>${said('coverage', locale)}</h2>
${overviewTable(coverageMatrix(files, locale), 'coverage', locale)}`;
}

/** As long as it needs to be among some ten thousand others, of letters and digits. */
function shortHash(base64: string): string {
  return base64.replace(/[^A-Za-z0-9]/g, '').slice(0, 12);
}
