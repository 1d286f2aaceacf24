import { codeAt } from '../../model/code-at.ts';
import { smallHiragana } from './simple-breaks.ts';

/** Whether a line that ends before an index of a text tears something that a reader takes in at once. */
type Tears = (text: string, at: number) => boolean;

/** What is not to be torn, the larger first: words in katakana, sounds of them; of all others, sounds with a small kana. */
export const TEARS: readonly Tears[] = [
  (text, at) => endsSmall(text, at) || (isKatakana(codeAt(text, at - 1)) && isKatakana(codeAt(text, at))),
  (text, at) => endsSmall(text, at) && isKana(codeAt(text, at)),
];

function endsSmall(text: string, at: number): boolean {
  const code = codeAt(text, at - 1);
  // Katakana stand in the order of hiragana.
  return smallHiragana.has(code) || (isKatakana(codeAt(text, at)) && smallHiragana.has(code - 0x60));
}

/** The long vowel is part of a word, the middle dot parts two. */
function isKatakana(code: number): boolean {
  return code >= 0x30_a1 && code <= 0x30_fc && code !== 0x30_fb;
}

function isKana(code: number): boolean {
  return isKatakana(code) || (code >= 0x30_41 && code <= 0x30_96);
}
