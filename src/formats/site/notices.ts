import { inLocale } from '../../model/text.ts';
import { pathOfPage } from './frame.ts';
import { link } from './html.ts';
import type { SiteOptions } from './options.ts';
import { writePage } from './page.ts';
import { said, WORDS } from './words.ts';

/** Stands in the place of every page until it is known which there are. */
export function waitingPage(options: SiteOptions): string {
  return noticePage('waiting', '', options);
}

/** Stands where there is no page, or no longer: somebody may have an address that led to one. */
export function absentPage(options: SiteOptions): string {
  const all = link(`/${pathOfPage('journeys')}`, `← ${inLocale(WORDS.all, options.locale)}`);
  return noticePage('absent', `<p>${all}</p>`, options);
}

function noticePage(word: 'waiting' | 'absent', way: string, { locale, hash, liveScript }: SiteOptions): string {
  return writePage({
    title: inLocale(WORDS[word], locale),
    locale,
    body: `<header>${way}\n<h1>${said(word, locale)}</h1></header>\n<main></main>`,
    hash,
    ...(liveScript !== undefined && { liveScript }),
  });
}
