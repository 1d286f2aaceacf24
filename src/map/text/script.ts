import type { Locale } from '../../model/text.ts';

/** The language of a text as far as its characters tell, so that a screen reader takes the right voice. */
export function languageOf(text: string, locale: Locale): Locale {
  if (japanese.test(text)) return 'ja';
  return /[A-Za-z]{2}/.test(text) ? 'en' : locale;
}

/** Whether a text runs from right to left: by its first letter that has a direction (UAX #9, rules P2 and P3). */
export function isRightToLeft(text: string): boolean {
  if (!rightToLeft.test(text)) return false;
  const letter = directed.exec(text)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}

const japanese = /[\u3040-\u30FF\u3400-\u9FFF\uFF66-\uFF9F]/;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
const directed = /[A-Za-z\u00C0-\u02AF\u0370-\u08FF\u0900-\u1FFF\u3040-\u30FF\u3400-\uD7FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
