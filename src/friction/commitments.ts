import { quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { COMMITMENTS } from '../model/words.ts';

export type Commitment = keyof typeof COMMITMENTS;

/** What a customer commits to, within a sentence: `a booking` / `予約`; a word that nobody knows as it is written. */
export function commitmentText(word: string): Text {
  const plain = word.toLowerCase();
  if (isKnown(plain)) return { en: COMMITMENTS[plain].en.toLowerCase(), ja: COMMITMENTS[plain].ja };
  return saidOnly.get(plain) ?? quoted(word);
}

/** What people also write after `commits`. No rule asks what kind of commitment it is, but a sentence can say it. */
const saidOnly: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    application: { en: 'an application', ja: '申し込み' },
    appointment: { en: 'an appointment', ja: '予約' },
    cancel: { en: 'a cancellation', ja: 'キャンセル' },
    cancellation: { en: 'a cancellation', ja: 'キャンセル' },
    claim: { en: 'a claim', ja: '請求' },
    deposit: { en: 'a deposit', ja: '手付金の支払い' },
    donation: { en: 'a donation', ja: '寄付' },
    enrolment: { en: 'an enrolment', ja: '入会' },
    enrollment: { en: 'an enrollment', ja: '入会' },
    exchange: { en: 'an exchange', ja: '交換' },
    inquiry: { en: 'an inquiry', ja: '問い合わせ' },
    loan: { en: 'a loan', ja: '借り入れ' },
    pickup: { en: 'a pick-up', ja: '受け取り' },
    quote: { en: 'a quotation', ja: '見積もりの依頼' },
    refund: { en: 'a refund', ja: '返金' },
    registration: { en: 'a registration', ja: '登録' },
    renewal: { en: 'a renewal', ja: '更新' },
    repair: { en: 'a repair', ja: '修理の依頼' },
    request: { en: 'a request', ja: '依頼' },
    return: { en: 'a return', ja: '返品' },
    submission: { en: 'a submission', ja: '提出' },
    termination: { en: 'a termination', ja: '解約' },
    trial: { en: 'a trial', ja: 'お試し' },
    upgrade: { en: 'an upgrade', ja: 'アップグレード' },
  }),
);

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
