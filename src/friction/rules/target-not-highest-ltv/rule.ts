import { titled } from '../../../model/phrases.ts';
import { asWritten } from '../../../model/phrases.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'target-not-highest-ltv',
    group: 'measurement',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    ownOnly: true,

    summary: {
      en: 'The journey is for a persona who is worth less than another.',
      ja: 'より価値の高いペルソナがいます。',
    },
    why: {
      en: `Work on a journey is best spent on the customers with the highest lifetime value, unless there is a reason for others.

Reported when the \`target\` of a journey states an \`ltv\`, another visible persona states a higher one in the same currency, and no goal of the journey is \`for\` the target, which would be the reason.`,
      ja: `ジャーニーの改善は、特別な理由がなければ、顧客生涯価値の最も高いお客様から取り組むのが得策です。

ジャーニーの \`target\`(ターゲット)に \`ltv\` があり、同じ通貨でそれより高いペルソナがほかにいて、ターゲットを対象とする目標(\`for\`)もなければ指摘します。`,
    },
    remedy: {
      en: 'Choose the other persona, or state the goal that speaks for this one (`goal … { for … }`).',
      ja: 'ターゲットを見直すか、このペルソナを選ぶ理由となる目標を書きます(`goal … { for … }`)。',
    },
    sources: [],
    settings: [],
  },
  check: ({ model, journey, report }) => {
    const [target, more] = journey.targets;
    const persona = target === undefined || more !== undefined ? undefined : model.personas.get(target.key);
    const worth = persona?.ltv;
    if (target === undefined || persona === undefined || worth === undefined) return;
    const hasReason = journey.goals.some(({ key }) =>
      model.goals.get(key)?.personas.some((each) => each.key === persona.key),
    );
    const others = [...model.personas.values()].flatMap((other) =>
      other.ltv?.currency === worth.currency && other.ltv.amount > worth.amount ? [{ other, ltv: other.ltv }] : [],
    );
    const best = others.toSorted((a, b) => b.ltv.amount - a.ltv.amount)[0];
    if (best === undefined || hasReason) return;
    const [who, rival] = [titled(persona), titled(best.other)];
    const [own, higher] = [asWritten(worth), asWritten(best.ltv)];
    report({
      place: target.place,
      message: {
        en: `${titled(journey).en} is for ${who.en} (${own.en}), while ${rival.en} has a higher lifetime value (${higher.en}).`,
        ja: `${titled(journey).ja}は${who.ja}(${own.ja})向けですが、${rival.ja}のほうが顧客生涯価値が高くなっています(${higher.ja})。`,
      },
      help: rule.meta.remedy,
      related: [{ place: best.ltv.place, message: { en: 'the higher one', ja: 'より高い値' } }],
      personas: [persona.key],
      namesPersona: true,
    });
  },
};
