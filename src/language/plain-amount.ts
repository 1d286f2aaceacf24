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

/** What to write for a time that stays open or is a day of the calendar: `翌日`, `数日`, `年度末`. Missing for any other text. */
export function openTime(written: string): Text | undefined {
  const next = NEXT[written];
  if (next !== undefined) {
    const length = quoted(next);
    return {
      en: `Write the length of time in digits, such as ${length.en}.`,
      ja: `時間の長さを、${length.ja}のように算用数字で書いてください。`,
    };
  }
  const [, unit] = /^(?:約)?数(秒|分|時間|日|週間|[かヶカケヵ箇]月|年|営業日)(?:間)?$/.exec(written) ?? [];
  if (unit !== undefined) {
    const [usual, longest] = [quoted(`3${unit}`), quoted(`waits 3${unit} max 7${unit}`)];
    return {
      en: `Write the usual number, such as ${usual.en}; a wait can also have its longest: ${longest.en}.`,
      ja: `目安の数を${usual.ja}のように書いてください。待ち時間なら、最長も書けます: ${longest.ja}`,
    };
  }
  if (!/^(?:(?:来|今|翌)?(?:週末|月末|年末|年度末|期末)|年度内|年内|月内|週内)$/.test(written)) return undefined;
  return {
    en: 'This is a day of the calendar. Write how long it takes until then, such as "2 weeks", and the day in a note.',
    ja: 'これは暦の日です。それまでの長さを「2週間」のように書き、期日は note に書いてください。',
  };
}

const NEXT: Readonly<Record<string, string | undefined>> = {
  明日: '1日',
  翌日: '1日',
  翌朝: '1日',
  翌営業日: '1営業日',
  明後日: '2日',
  翌々日: '2日',
  翌週: '1週間',
  来週: '1週間',
  翌月: '1か月',
  来月: '1か月',
  翌年: '1年',
  来年: '1年',
};

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
