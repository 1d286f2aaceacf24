import type { EmotionPoint } from '../../../model/flow/emotions.ts';
import { titled } from '../../../model/phrases.ts';
import { signed } from '../../feelings.ts';
import type { Rule } from '../../rule.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'flat-curve',
    group: 'emotion',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'Nearly all feelings of the journey are the same.',
      ja: '感情がほとんど変化していません。',
    },
    why: {
      en: `A journey on which somebody feels the same at every step has probably been filled in at a desk.

Reported when at least six feelings are written along the main path and four fifths of them or more are equal (our own choice).`,
      ja: `どの場面でも同じ感情のジャーニーは、机上で埋められた可能性があります。

主な経路に感情が六つ以上あり、その8割以上が同じ値であれば指摘します(独自の目安)。`,
    },
    remedy: {
      en: 'Ask customers how it felt, step by step, and note where it comes from (`evidence`).',
      ja: '一つひとつの場面でどう感じたかをお客様に聞き、根拠(`evidence`)とともに書きます。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    forEachMood(whole, ({ journey, report }, { emotions }) => {
      const { length } = emotions.points;
      if (length < enoughPoints) return;
      const { value, count } = mostOften(emotions.points);
      if (count < length * flat) return;
      const name = titled(journey);
      report({
        place: journey.place,
        message: {
          en: `Of ${length} feelings along ${name.en} ${count} are ${signed(value)}, so the curve says little.`,
          ja: `${name.ja}の感情${length}件のうち${count}件が${signed(value)}で、感情曲線から読み取れることがほとんどありません。`,
        },
        help: rule.meta.remedy,
        same: String(value),
      });
    });
  },
};

const enoughPoints = 6;
const flat = 0.8;

/** Of several that come equally often the first; zero times nothing when there are none. */
function mostOften(points: readonly EmotionPoint[]): { readonly value: number; readonly count: number } {
  const counts = new Map<number, number>();
  for (const { value } of points) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = { value: 0, count: 0 };
  for (const [value, count] of counts) if (count > most.count) most = { value, count };
  return most;
}
