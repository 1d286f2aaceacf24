import { quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { COMMITMENTS } from '../model/words.ts';

export type Commitment = keyof typeof COMMITMENTS;

const known: Readonly<Record<string, Text | undefined>> = COMMITMENTS;

/** What a customer commits to, within a sentence: `a booking` / `予約`; a word that nobody knows as it is written. */
export function commitmentText(word: string): Text {
  const text = known[word];
  return text === undefined ? quoted(word) : { en: text.en.toLowerCase(), ja: text.ja };
}

/** What kind of commitment a word means, also when it is written otherwise: `予約` and `来店予約` are a booking. */
export function commitmentOf(word: string): Commitment | undefined {
  const plain = word.toLowerCase();
  return isKnown(plain) ? plain : (otherWords.find(([, words]) => words.test(plain))?.[0] ?? undefined);
}

/** Whether two words mean the same commitment: `booking` and `予約`. */
export function isSameCommitment(a: string, b: string): boolean {
  return a === b || (commitmentOf(a) !== undefined && commitmentOf(a) === commitmentOf(b));
}

function isKnown(word: string): word is Commitment {
  return Object.hasOwn(COMMITMENTS, word);
}

/** Other words by what they mean, the more special ones first. A Japanese compound is named by how it ends. */
const otherWords: readonly (readonly [Commitment, RegExp])[] = [
  ['subscription', /^(plan|.*(サブスクリプション|サブスク|定期購入|定期便|定期コース|定期契約|月額プラン))$/],
  ['membership', /^.*(会員登録|会員契約|入会)$/],
  ['booking', /^(appointment|.*予約)$/],
  ['order', /^.*(注文|発注)$/],
  ['purchase', /^.*購入$/],
  ['contract', /^.*契約$/],
  ['payment', /^.*(支払い|決済)$/],
];
