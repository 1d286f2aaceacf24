import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { titled } from '../../../model/phrases.ts';
import { effortChains } from '../../effort-chains.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'too-many-fields',
    group: 'redundancy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    summary: {
      en: 'The customer has to supply a lot at once.',
      ja: '一度に尋ねる情報が多すぎます。',
    },
    why: {
      en: `Every field is a chance to give up. By secondary reports of Baymard's research a checkout needs six to eight fields and often has twelve or more.

Counted is every datum that must be supplied (\`asks\`, not \`optional\` and not \`prefilled\`), at one touchpoint or at several in a row that the customer begins in the same stage; what is asked twice counts twice, because it is typed twice. On the phone and at a counter each touchpoint is counted for itself. More than 8 are a piece of information, more than 12 a warning.`,
      ja: `項目が一つ増えるたびに、やめるきっかけが一つ増えます。Baymardの調査の二次情報によると、購入手続きに必要な項目は6〜8個ですが、実際には12個以上あることも珍しくありません。

必須の情報(\`asks\` のうち \`optional\` でも \`prefilled\` でもないもの)を、一つのタッチポイント、または同じステージでお客様から始めて続く複数のタッチポイントで数えます。二度尋ねれば二度入力することになるため、2つと数えます。電話や窓口では、タッチポイントごとに数えます。8個を超えれば情報、12個を超えれば警告です。`,
    },
    remedy: {
      en: 'Ask only what is needed now; leave out, fill in from what is known (`prefilled`), or make it `optional`.',
      ja: '今必要なものだけを尋ね、残りは省く、分かっている値を入れておく(`prefilled`)、または任意(`optional`)にします。',
    },
    sources: [{ title: 'Baymard Institute: checkout form fields (read in secondary reports)' }],
    settings: ['fieldsNoted', 'fieldsTooMany'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      const least = Math.floor(context.settings.fieldsNoted) + 1;
      for (const chain of effortChains(context.model, view, fieldsAt, least)) checkChain(context, chain);
    });
  },
};

function fieldsAt({ asks, prefilled }: Touchpoint): number {
  let count = 0;
  for (const { data, optional } of asks) {
    if (optional !== undefined) continue;
    for (const { key } of data) if (!prefilled.some((known) => known.key === key)) count += 1;
  }
  return count;
}

function checkChain({ settings, report }: JourneyContext, chain: readonly GraphNode[]): void {
  const [first, ...rest] = chain;
  const count = chain.reduce((sum, { touchpoint }) => sum + fieldsAt(touchpoint), 0);
  if (first === undefined || count <= settings.fieldsNoted) return;
  const limit = count > settings.fieldsTooMany ? 'fieldsTooMany' : 'fieldsNoted';
  const [from, to] = [titled(first.touchpoint), titled((rest.at(-1) ?? first).touchpoint)];
  const where =
    rest.length === 0
      ? { en: `At ${from.en}`, ja: `${from.ja}で` }
      : { en: `From ${from.en} to ${to.en}`, ja: `${from.ja}から${to.ja}までに` };
  const origin = originOf(limit, settings);
  report({
    place: first.touchpoint.place,
    severity: limit === 'fieldsTooMany' ? 'warning' : 'information',
    message: {
      en: `${where.en} the customer has to supply ${count} data (limit: ${settings[limit]}; ${origin.en}).`,
      ja: `${where.ja}お客様に尋ねる必須の情報が${count}個あります(基準は${settings[limit]}個、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: chain.flatMap(({ touchpoint }) =>
      touchpoint.asks.map(({ place }) => ({ place, message: { en: 'asked here', ja: 'ここで尋ねています' } })),
    ),
    subject: { touchpoint: first.key },
  });
}
