import { quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { COMMITMENTS } from '../model/words.ts';

const known: Readonly<Record<string, Text | undefined>> = COMMITMENTS;

/** What a customer commits to, within a sentence: `a booking` / `予約`; a word that nobody knows as it is written. */
export function commitmentText(word: string): Text {
  const text = known[word];
  return text === undefined ? quoted(word) : { en: text.en.toLowerCase(), ja: text.ja };
}
