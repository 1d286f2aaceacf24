import type { MapOptions } from '../../map/map.ts';
import { journeyPage } from '../../map/html/journey-page.ts';
import { analysisOf } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { actionPlan } from '../overview/actions.ts';
import { coverageMatrix } from '../overview/matrix.ts';
import type { OverviewFile } from '../overview/overview.ts';
import { channelCards, ownerCards, personaCards } from './entry-cards.ts';
import { findingLists } from './finding-lists.ts';
import { framed, pathOfPage } from './frame.ts';
import { gatherSite, type Site, type SiteJourney } from './gather.ts';
import { html, link } from './html.ts';
import { journeyCards } from './journey-cards.ts';
import { overviewTable } from './overview-table.ts';
import { writePage } from './page.ts';
import { searchBox } from './search.ts';
import { said, WORDS } from './words.ts';

export interface SiteOptions {
  readonly locale: Locale;
  readonly version: string;
  /** The bundled script of the search. */
  readonly searchScript: string;
  /** The bundled script of a map's page. */
  readonly mapScript: string;
  /** SHA-256 in base 64. */
  readonly hash: (text: string) => string;
}

/** A file of the site: its path in the site's folder, with forward slashes, and what is in it. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** The folder of the pages of journeys. */
export const JOURNEY_FOLDER = 'journeys';

/**
 * A site of plain files about all journeys of a workspace, which needs no server: lists of journeys, personas, channels,
 * owners and findings, and the map of each journey. Pages come one by one, so that nobody has to hold all of them. The same
 * files give the same pages.
 */
export function* siteOf(files: readonly OverviewFile[], options: SiteOptions): Generator<SiteFile> {
  const { locale, hash } = options;
  const site = gatherSite(files, (text) => shortHash(hash(text)));
  const index = `${searchBox(site, locale)}\n${journeyCards(site, locale)}`;
  yield { path: pathOfPage('journeys'), text: framed('journeys', index, options, options.searchScript) };
  yield { path: pathOfPage('personas'), text: framed('personas', personaCards(site, locale), options) };
  yield { path: pathOfPage('channels'), text: framed('channels', channelCards(site, locale), options) };
  yield { path: pathOfPage('owners'), text: framed('owners', ownerCards(site, locale), options) };
  yield { path: pathOfPage('findings'), text: framed('findings', findingLists(site, locale), options) };
  yield { path: pathOfPage('plan'), text: framed('plan', planOf(site, locale), options) };
  for (const journey of site.journeys) yield { path: pathOfJourney(journey), text: mapPage(journey, options) };
  for (const [address, journeys] of site.shared) {
    yield { path: `${JOURNEY_FOLDER}/${address}.html`, text: choicePage(journeys, options) };
  }
}

function pathOfJourney({ address }: SiteJourney): string {
  return `${JOURNEY_FOLDER}/${address}.html`;
}

function mapPage({ journey, file, findings, score, path }: SiteJourney, options: SiteOptions): string {
  const { locale, version, mapScript, hash } = options;
  const input = { analysis: analysisOf(file.model, journey), findings, score };
  const map: MapOptions = { locale, footer: `journey ${version} · ${path}` };
  const home = { href: `../${pathOfPage('journeys')}`, text: `← ${inLocale(WORDS.all, locale)}` };
  return journeyPage(input, map, { script: mapScript, hash, home });
}

/** Stands where several journeys would have their page, so that links to it still lead to what was meant. */
function choicePage(journeys: readonly SiteJourney[], { locale, hash }: SiteOptions): string {
  const links = journeys.map(({ address, journey, path }) => {
    const title = titleOf(journey, locale);
    return `<li>${link(`${encodeURIComponent(address)}.html`, title)} <span class="muted">${html(path)}</span></li>`;
  });
  const body = `<header><p>${link(`../${pathOfPage('journeys')}`, `← ${inLocale(WORDS.all, locale)}`)}</p>
<h1>${said('shared', locale)}</h1></header>
<main><ul>${links.join('')}</ul></main>`;
  return writePage({ title: inLocale(WORDS.shared, locale), locale, body, hash });
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
