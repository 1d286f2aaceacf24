import { quoted } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import { readQuantity } from './quantity.ts';

/**
 * What somebody means who writes an amount as they say it: `約2週間`, `30分程度`, `一週間`, `半年`, `3割`. Undefined where it stays
 * open, as with `数日`. 以上 and 以内 are a statement of their own, and so is a range.
 */
export function plainAmount(written: string): string | undefined {
  const [, half = ''] = /^半(日|月|年)$/.exec(written) ?? [];
  const [, tenths] = /^(?:約)?([1-9１-９])割$/.exec(written) ?? [];
  const meant =
    tenths !== undefined
      ? `${tenths}0%`
      : (halves[half] ?? withDigits(written.replace(/^(?:約|およそ|だいたい)/, '').replace(roughly, '')));
  return meant !== written && /^\d/.test(meant.normalize('NFKC')) && readQuantity(meant).ok ? meant : undefined;
}

/** How to write an amount that is written as it is said. */
export function spokenAmount(meant: string): Text {
  const amount = quoted(meant);
  return {
    en: `Write the number in digits and its unit, and nothing else: ${amount.en}.`,
    ja: `算用数字と単位だけで、${amount.ja}のように書いてください。`,
  };
}

const halves: Readonly<Record<string, string>> = { 日: '12時間', 月: '15日', 年: '6か月' };

const roughly = /(?:程度|ほど|くらい|ぐらい|前後|弱|強)$/;

function withDigits(written: string): string {
  const [, tens, ones] =
    /^([一二三四五六七八九]?十)?([一二三四五六七八九])?(?=[^一二三四五六七八九十百千万億])/.exec(written) ?? [];
  if (tens === undefined && ones === undefined) return written;
  const ten = tens === undefined ? 0 : 10 * (digits.indexOf(tens.replace(/十$/, '')) || 1);
  const amount = Math.max(0, ten) + (ones === undefined ? 0 : digits.indexOf(ones));
  return `${amount}${written.slice((tens ?? '').length + (ones ?? '').length)}`;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
