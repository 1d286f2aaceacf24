import type { Locale } from '../../model/text.ts';

/** The language of the page: the extension has written it into its markup. */
export const locale: Locale = document.documentElement.lang === 'ja' ? 'ja' : 'en';
