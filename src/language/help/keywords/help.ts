import type { Text } from '../../../model/text.ts';

/** What a keyword says, in one or two sentences, and how it looks in a file. */
export interface KeywordHelp {
  readonly meaning: Text;
  /** A statement as it stands in a file; in Japanese only where it holds prose. */
  readonly example: Text;
}

/** By keyword, or by `Rule.keyword` where the word means something else in that rule of the grammar. */
export type KeywordTable = Readonly<Record<string, KeywordHelp>>;

export function help(en: string, ja: string, example: string, exampleJa = example): KeywordHelp {
  return { meaning: { en, ja }, example: { en: example, ja: exampleJa } };
}
