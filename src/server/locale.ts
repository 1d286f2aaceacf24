import type { Locale } from '../model/text.ts';

/** The language that a client asks for, such as `ja` or `ja-JP`. English unless it is Japanese. */
export function localeOf(tag: string | undefined): Locale {
  return /^ja(?![a-z])/i.test(tag ?? '') ? 'ja' : 'en';
}
