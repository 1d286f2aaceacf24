import type { Locale } from '../../model/text.ts';
import type { SiteOptions } from './options.ts';
import { html } from './html.ts';
import { writePage } from './page.ts';
import { said, WORDS } from './words.ts';

/** The pages that every page leads to, by the names of their files. */
const PAGES = {
  journeys: 'index.html',
  personas: 'personas.html',
  channels: 'channels.html',
  owners: 'owners.html',
  findings: 'findings.html',
  plan: 'plan.html',
} as const;
export type PageName = keyof typeof PAGES;

export function pathOfPage(name: PageName): string {
  return PAGES[name];
}

/** A page of the site with the way to all others above it. */
export function framed(name: PageName, main: string, options: SiteOptions, script?: string): string {
  const { locale, hash, version, liveScript } = options;
  const heading = name === 'journeys' ? said('title', locale) : said(name, locale);
  const title = name === 'journeys' ? WORDS.title[locale] : `${WORDS[name][locale]} – ${WORDS.title[locale]}`;
  const body = `<header>
${navigation(name, locale)}
<h1>${heading}</h1>
</header>
<main>
${main}
<p class="muted version">journey ${html(version)}</p>
</main>`;
  return writePage({
    title,
    locale,
    body,
    hash,
    ...(script !== undefined && { script }),
    ...(liveScript !== undefined && { liveScript }),
  });
}

function navigation(current: PageName, locale: Locale): string {
  const links = Object.entries(PAGES).map(([name, file]) => {
    const here = name === current ? ' aria-current="page"' : '';
    return `<li><a href="${file}"${here}>${said(name as PageName, locale)}</a></li>`;
  });
  return `<nav aria-label="${said('pages', locale)}"><ul>${links.join('')}</ul></nav>`;
}
