import { titled } from '../../../model/phrases.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'journey-stops-at-purchase',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    ownOnly: true,

    summary: {
      en: 'The journey ends with the purchase.',
      ja: 'ジャーニーが購入で終わっています。',
    },
    why: {
      en: `Customers decide after the purchase whether they come back. A map that stops at the till shows only the half that the company already looks at.

Reported when a stage of the kind \`purchase\` is there, at least three stages state a kind, and none of those after it is of the kind \`onboarding\`, \`delivery\`, \`use\`, \`support\`, \`repeat\`, \`loyalty\` or \`leave\`.`,
      ja: `戻ってきてくれるかどうかは、購入の後で決まります。レジで終わるマップは、会社がすでに見ている半分しか映しません。

購入(\`purchase\`)のステージがあり、種類の書かれたステージが三つ以上あるのに、その後に利用・配送・サポート・再購入などのステージがなければ指摘します。`,
    },
    remedy: {
      en: 'Draw on until the customer uses it, needs help, and comes back.',
      ja: '利用し、困り、また来てくれるところまで描きます。',
    },
    sources: [],
    settings: [],
  },
  check: ({ journey, report }) => {
    const { stages } = journey;
    const last = stages.findLastIndex(({ kind }) => kind?.value === 'purchase');
    const purchase = stages[last];
    if (purchase === undefined || stages.filter(({ kind }) => kind !== undefined).length < enoughStages) return;
    const goesOn = stages.some(({ kind }, at) => at > last && (kind === undefined || afterwards.has(kind.value)));
    if (goesOn) return;
    const name = titled(purchase);
    report({
      place: purchase.place,
      message: {
        en: `${titled(journey).en} ends with ${name.en}: nothing says what the customer goes through afterwards.`,
        ja: `${titled(journey).ja}は${name.ja}で終わり、その後のお客様の体験が描かれていません。`,
      },
      help: rule.meta.remedy,
      subject: { stage: purchase.key },
    });
  },
};

const enoughStages = 3;
const afterwards: ReadonlySet<string> = new Set([
  'onboarding',
  'delivery',
  'use',
  'support',
  'repeat',
  'loyalty',
  'leave',
]);
