/** The two languages that every text of the product is written in. */
export type Locale = 'en' | 'ja';

/** A text in both languages. Every message, label and explanation is one of these, so that no surface can lack one. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

/** The text in one language. */
export function inLocale(text: Text, locale: Locale): string {
  return text[locale];
}
