import { LIBRARY_TEXTS } from './texts.ts';

/** A declaration of the standard library by what people call it. */
interface LibraryTerm {
  readonly id: string;
  readonly titles: readonly string[];
}

/** The channels or emotions of the standard library, for those who look a name up without reading a journey. */
export function libraryTerms(keyword: 'channel' | 'emotion'): readonly LibraryTerm[] {
  // The library is our own text and written in one style, so that no parser is needed.
  const line = new RegExp(`^${keyword} (\\S+) "([^"]*)" ja "([^"]*)"`, 'gm');
  return LIBRARY_TEXTS.flatMap(({ text }) =>
    [...text.matchAll(line)].map(([, id = '', en = '', ja = '']) => ({ id, titles: [en, ja] })),
  );
}
