import { titled } from '../../../model/phrases.ts';
import { signed } from '../../feelings.ts';
import type { Rule } from '../../rule.ts';

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
  check: ({ journey, analysis, report }) => {
    for (const { emotions, persona } of analysis.views) {
      const values = emotions.points.map(({ value }) => value);
      const most = values.toSorted((a, b) => count(values, b) - count(values, a))[0];
      if (most === undefined || values.length < enoughPoints || count(values, most) < values.length * flat) continue;
      const name = titled(journey);
      report({
        place: journey.place,
        message: {
          en: `Of ${values.length} feelings along ${name.en} ${count(values, most)} are ${signed(most)}, so the curve says little.`,
          ja: `${name.ja}の感情${values.length}件のうち${count(values, most)}件が${signed(most)}で、感情曲線から読み取れることがほとんどありません。`,
        },
        help: rule.meta.remedy,
        ...(persona === undefined ? {} : { persona: persona.key }),
        same: String(most),
      });
    }
  },
};

const enoughPoints = 6;
const flat = 0.8;

function count(values: readonly number[], value: number): number {
  return values.filter((each) => each === value).length;
}
