import { BEHIND } from './keywords/behind.ts';
import { COMMON } from './keywords/common.ts';
import { DECLARATIONS } from './keywords/declarations.ts';
import { IMPROVEMENT } from './keywords/improvement.ts';
import { MOMENTS } from './keywords/moments.ts';
import { PEOPLE } from './keywords/people.ts';
import { RESOURCES } from './keywords/resources.ts';
import type { KeywordHelp, KeywordTable } from './keywords/help.ts';

/** The one table of keyword help: completion, hovers and the language reference show it. `Rule.word` goes before `word`. */
export const KEYWORDS: KeywordTable = {
  ...DECLARATIONS,
  ...COMMON,
  ...PEOPLE,
  ...RESOURCES,
  ...IMPROVEMENT,
  ...MOMENTS,
  ...BEHIND,
};

/**
 * The help for a keyword. `rule` is the rule of the grammar that it stands in, such as `Touchpoint` or `Arrow`: some words
 * mean different things in different blocks. Of a phrase such as `update every` the first word decides.
 */
export function keywordHelp(rule: string, word: string): KeywordHelp | undefined {
  const [first = word] = word.split(' ');
  for (const key of [`${rule}.${word}`, word, `${rule}.${first}`, first]) {
    if (Object.hasOwn(KEYWORDS, key)) return KEYWORDS[key];
  }
  return undefined;
}
