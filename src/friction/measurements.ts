import type { Measured } from '../model/measured/measured.ts';
import { type Count, shareOf, shownCount } from '../model/measured/count.ts';
import { percentText, quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';

/** How what was measured is said in findings. */

/** `212 cases, 2026-01-05 to 2026-03-31` */
export function basisText(times: number, measured: Measured): Text {
  const period = periodText(measured);
  return { en: `${shownCount(times)} cases, ${period.en}`, ja: `${shownCount(times)}件、${period.ja}` };
}

/** `2026-01-05 to 2026-03-31`, or the day of the measurement. */
export function periodText({ from, to, on }: Measured): Text {
  if (from === undefined || to === undefined) return { en: `measured on ${on}`, ja: `${on}に実測` };
  return { en: `${from} to ${to}`, ja: `${from}〜${to}` };
}

/** `542 of 1,200 (45.2%)`, `fewer than 5 of 212 (<2.4%)` */
export function partText(count: Count, whole: number): Text {
  const share = shareOf(count, whole);
  const percent = share === undefined ? '' : ` (${share.sign}${percentText(share.ratio).en})`;
  const [number, all] = [shownCount(count), shownCount(whole)];
  const bound = number.slice(1);
  if (number.startsWith('<'))
    return { en: `fewer than ${bound} of ${all}${percent}`, ja: `${all}件中${bound}件未満${percent}` };
  if (number.startsWith('>'))
    return { en: `more than ${bound} of ${all}${percent}`, ja: `${all}件中${bound}件超${percent}` };
  return { en: `${number} of ${all}${percent}`, ja: `${all}件中${number}件${percent}` };
}

/** What is added where the journey says something else by now than when it was measured. */
export function outdatedText(was: string): Text {
  if (was === '') return { en: ' It was measured before this was written.', ja: 'これが書かれる前の実測です。' };
  const old = quoted(was);
  return {
    en: ` It was measured when ${old.en} was written and may not hold any more.`,
    ja: `${old.ja}と書かれていたときの実測で、今は当てはまらない可能性があります。`,
  };
}

/** What to do about a measurement that is out of date. */
export const measureAgain: Text = {
  en: 'Measure again with "journey conform --save".',
  ja: '「journey conform --save」で測り直してください。',
};
