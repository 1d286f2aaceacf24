import type { Data } from '../model/entities.ts';

/** Data of the standard library that are another one each time, or that must be entered for security. */
const newEveryTime: ReadonlySet<string> = new Set([
  'password',
  'pin',
  'oneTimeCode',
  'securityAnswer',
  'signature',
  'seal',
  'feedback',
  'surveyAnswers',
  'review',
  'cancelReason',
]);

/** Whether a datum proves who somebody is, because nobody else knows it. */
export function isSecret(datum: Data | undefined): boolean {
  return datum?.library === true && secrets.has(datum.id);
}

const secrets: ReadonlySet<string> = new Set(['password', 'pin', 'oneTimeCode', 'securityAnswer']);

/** Whether a datum is a paper or a card by which people prove who they are. */
export function isProofOfIdentity({ library, id, label, labelJa, labelEn }: Data): boolean {
  if (library) return proofs.has(id);
  return [id, label, labelJa, labelEn].some((name) => name !== undefined && otherProofs.test(name));
}

const proofs: ReadonlySet<string> = new Set(['idDocument', 'driversLicence', 'insuranceCard', 'personalNumber']);

const otherProofs =
  /passport|driv\w+(['’]s)?.?licen[cs]e|(identity|\bid) ?(card|document)|photo ?id\b|マイナンバーカード|個人番号カード|免許証|保険証(?!券)|パスポート|旅券|在留カード|身分証|本人確認書類/i;

/** Whether a datum is the day on which somebody was born: with a name it tells who they are. */
export function isBirthday(datum: Data | undefined): boolean {
  return datum !== undefined && /birth|^生年月日$|^誕生日$/i.test(datum.id);
}

/** Whether a datum is part of what the customer wants and has said, and not of who they are: an issue, a date, a wish. */
export function isStory(datum: Data): boolean {
  const { personal, sensitive, identifier, behavioural } = datum;
  return !(personal || sensitive || identifier || behavioural || isNewEachTime(datum));
}

/** Whether asking for it a second time is no repetition: a code, a signature, or a ticket that is there to be shown. */
export function isNewEachTime({ validOn, library, id }: Data): boolean {
  return validOn.length > 0 || (library && newEveryTime.has(id));
}
