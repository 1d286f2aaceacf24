import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { listed, titled } from '../../../model/phrases.ts';
import { SHOWN_WORDS } from '../../../model/words.ts';
import type { ShownWord } from '../../../model/words.ts';
import { type Commitment, commitmentOf } from '../../commitments.ts';
import { adding } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'commit-without-final-terms',
    group: 'transparency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'An order is confirmed on a screen that lacks the final terms.',
      ja: '最終確認画面に、必要な条件がそろっていません。',
    },
    why: {
      en: `On the last screen the customer must see what they agree to. Japan's Act on Specified Commercial Transactions lists what belongs there (article 12-6, in force since June 2022, read in secondary sources); other laws ask for similar things. This is no legal advice: please check what holds for you.

Looked at is every touchpoint on a screen (a digital channel) that \`commits purchase\` or \`subscription\`. Its own \`shows\` must name quantity, priceTotal, paymentTiming, deliveryTiming and cancelMethod, with a campaign also the deadline, and for a subscription also eachPrice, renewal and nextDates. What earlier pages show does not count. \`total\` stands for the total price, \`returnPolicy\` or \`refundPolicy\` for the way to cancel, any price or amount of money that is shown for the price of each instalment, and \`can cancel\` at the touchpoint for the way to cancel. Where the jurisdiction is not \`jp\`, a price together with \`terms\` is enough.

It is a warning where the jurisdiction is set to \`jp\`, otherwise a piece of information; and silent as long as nothing in the journey \`shows\` anything.`,
      ja: `最後の画面では、何に同意するのかがお客様に見えていなければなりません。日本では特定商取引法12条の6(2022年6月施行、二次情報による)が表示事項を定めており、ほかの国にも似た決まりがあります。これは法的助言ではありません。適用される決まりをご確認ください。

デジタルのチャネルで \`commits purchase\` または \`subscription\` とするタッチポイントを調べます。そのタッチポイント自身の \`shows\` に、quantity・priceTotal・paymentTiming・deliveryTiming・cancelMethod が必要です。キャンペーン(campaign)を示すなら deadline、定期購入(subscription)なら eachPrice・renewal・nextDates も必要です。前の画面での表示は数えません。支払総額は \`total\`、解約方法は \`returnPolicy\` や \`refundPolicy\` でもよく、各回の代金は何らかの価格や金額が示されていれば足り、そのタッチポイントの \`can cancel\` は解約方法を示しているとみなします。法域が \`jp\` でなければ、価格と \`terms\`(条件)が示されていれば足ります。

法域の設定が \`jp\` なら警告、それ以外は情報です。ジャーニーのどこにも \`shows\` がない間は何も言いません。`,
    },
    remedy: {
      en: 'Show everything that the customer agrees to on the screen with the button. Please check the wording with somebody who knows the law.',
      ja: '申し込みボタンのある画面に、同意の対象となる条件をすべて示します。表現は法務にもご確認ください。',
    },
    sources: [{ title: '特定商取引法 12条の6 (Act on Specified Commercial Transactions, read in secondary sources)' }],
    settings: ['jurisdiction'],
  },
  check: (context) => {
    if (context.analysis.whole.graph.nodesWith('shows').length === 0) return;
    forEachFlow(context, (shared, view) => {
      for (const { touchpoint } of view.graph.nodesWith('commits')) checkScreen(shared, touchpoint);
    });
  },
};

function checkScreen({ model, settings, report }: JourneyContext, touchpoint: Touchpoint): void {
  const commitment = touchpoint.commits.find(({ value }) => binding.has(commitmentOf(value)));
  if (commitment === undefined || !isOnScreen(model, touchpoint)) return;
  const shown = shownAt(model, touchpoint);
  // Where the law does not list them one by one, a price and the terms are all of it.
  if (settings.jurisdiction !== 'jp' && shown.has('terms') && prices.some((word) => shown.has(word))) return;
  const missing = required(touchpoint, commitmentOf(commitment.value)).filter((word) => !stands(word, shown));
  if (missing.length === 0) return;
  const [at, what] = [titled(touchpoint), listed(missing.map((word) => lower(word)))];
  report({
    place: commitment.place,
    severity: settings.jurisdiction === 'jp' ? 'warning' : 'information',
    message: {
      en: `The customer agrees at ${at.en} without seeing there: ${what.en}.`,
      ja: `${at.ja}の画面で申し込みが確定しますが、${what.ja}が示されていません。`,
    },
    help: rule.meta.remedy,
    fixes: () => [
      adding(touchpoint, [`shows ${missing.join(', ')}`], {
        en: missing.length === 1 ? 'Show it on this screen' : `Show all ${missing.length} on this screen`,
        ja: missing.length === 1 ? 'この画面に示す' : `${missing.length}項目をこの画面に示す`,
      }),
    ],
    subject: { touchpoint: touchpoint.key },
  });
}

const binding: ReadonlySet<Commitment | undefined> = new Set(['purchase', 'subscription']);

function required({ shows }: Touchpoint, commitment: Commitment | undefined): readonly ShownWord[] {
  const campaign = shows.some(({ word }) => word?.value === 'campaign');
  return [
    'quantity',
    'priceTotal',
    'paymentTiming',
    'deliveryTiming',
    ...(campaign ? (['deadline'] as const) : []),
    'cancelMethod',
    ...(commitment === 'subscription' ? (['eachPrice', 'renewal', 'nextDates'] as const) : []),
  ];
}

/** Words that say as much as the one that is required. */
const equals: Partial<Record<ShownWord, readonly ShownWord[]>> = {
  priceTotal: ['total'],
  cancelMethod: ['returnPolicy', 'refundPolicy'],
  eachPrice: ['price', 'unitPrice', 'fee'],
};

const prices = ['price', 'unitPrice', 'fee', 'eachPrice', 'priceTotal', 'total'] as const;

function stands(word: ShownWord, shown: ReadonlySet<string>): boolean {
  return shown.has(word) || equals[word]?.some((other) => shown.has(other)) === true;
}

/** The words that are shown; an amount of money is a price, and who says how to cancel shows it. */
function shownAt(model: Model, { shows, abilities }: Touchpoint): ReadonlySet<string> {
  const canCancel = abilities.some(({ actions }) =>
    actions.some(({ value }) => value === 'cancel' || value === '解約'),
  );
  return new Set([
    ...(canCancel ? ['cancelMethod'] : []),
    ...shows.flatMap(({ word, fact, value }) => {
      const amount = value ?? model.facts.get(fact?.key ?? '')?.value;
      return [
        ...(word === undefined ? [] : [word.value]),
        ...(fact === undefined ? [] : [fact.key]),
        ...(amount?.kind === 'money' ? ['price'] : []),
      ];
    }),
  ]);
}

function isOnScreen(model: Model, { channels, handledBy }: Touchpoint): boolean {
  if (handledBy?.value === 'staff') return false;
  return channels.some(({ key }) => {
    const channel = model.channels.get(key);
    return channel?.digital === true && channel.selfService && !channel.human;
  });
}

function lower(word: ShownWord): { readonly en: string; readonly ja: string } {
  const { en, ja } = SHOWN_WORDS[word];
  return { en: en.charAt(0).toLowerCase() + en.slice(1), ja };
}
