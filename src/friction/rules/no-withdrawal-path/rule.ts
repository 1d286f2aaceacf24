import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { adding } from '../../fixes.ts';
import { commitmentOf } from '../../commitments.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { consentsGiven, type Entrance, subscriptionsMade } from './entrances.ts';
import { type Exit, exitsByTitle, exitsFrom, isPlaceToLeave, tellsOfLeaving, touchpointsElsewhere } from './exits.ts';
import { easiestOf, isHarder } from './ways.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-withdrawal-path',
    group: 'privacy',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'Getting out is harder than getting in, or there is no way out.',
      ja: '解約や同意の撤回が、入口より難しくなっています。',
    },
    why: {
      en: `Customers who cannot leave as easily as they came feel trapped: they warn others, and they do not come back. For consents the GDPR asks that withdrawing be as easy as giving. This is no legal advice.

The way in is a touchpoint that \`commits\` to a subscription or membership (or to a contract, where the journey has a \`task cancel\`), or that asks for a \`consent\`. The ways out are \`task cancel\` and \`can cancel\` (without them, in a stage \`: leave\`, a touchpoint of the customer whose title speaks of cancelling) for the one, \`withdraws\`, \`can withdraw\` or a shown way to unsubscribe for the other, wherever they stand in the journey (if there is none, in the other journeys of the file).

Without any way out this is a warning for a subscription; nothing is said where the journey tells of leaving without these words, by a stage \`: leave\` or a title such as “Cancels the plan” or “Unsubscribes”. For a consent it is one where the journey speaks of leaving at all; otherwise a piece of information, because the map may only be silent about it.

With a way out, the easiest one is compared: doing it oneself on a screen, writing or chatting on a screen, the phone, going there, the post. Reported is a way out that is two of these steps harder than the way in; one that asks for more than two data more; and one whose written \`effort\` is two points higher. The steps and the numbers are our own choice.`,
      ja: `入るときほど簡単に出られないと、お客様は閉じ込められたと感じ、周囲にも薦めず、戻ってもきません。特定商取引法は、通信販売の最終確認画面に解約方法を示すことを求め、GDPRは、同意の撤回を同意と同じくらい容易にすることを求めています。これは法的な助言ではありません。

入口は、定期契約や会員の契約を確定する(\`commits\`)タッチポイント(\`task cancel\` のあるジャーニーでは \`contract\` も含みます)、または \`consent\` を求めるタッチポイントです。出口は、契約なら \`task cancel\` と \`can cancel\`(なければ、種類が \`leave\` のステージでお客様から始める「退会」「解約」などのタイトルのタッチポイント)、同意なら \`withdraws\`・\`can withdraw\`・配信停止の案内で、ジャーニーのどこにあってもかまいません(なければ、同じファイルのほかのジャーニーも見ます)。

出口がまったくない場合、定期契約なら警告です。ただし、種類が \`leave\` のステージや「退会」「解約」「配信停止」「ブロック」を含むタイトルで離れる場面が描かれていれば、何も言いません。同意は、ジャーニーが離脱や解約を描いているなら警告、そうでなければ記載を省いただけかもしれないので情報です。

出口がある場合は、最も楽なものを入口と比べます。画面で自分で済ませる、画面上で書く・チャットする、電話、来店、郵送の順に難しいとみなし、二段以上難しい出口、尋ねる情報が3つ以上多い出口、書かれた \`effort\` が2以上高い出口を指摘します。この段階と数は独自の目安です。`,
    },
    remedy: {
      en: 'Offer the way out where the way in was: on the same channel, and without a call or a letter.',
      ja: '入口と同じチャネルで、電話や書面なしに出られるようにします。',
    },
    sources: [
      { title: 'GDPR, Article 7(3)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
      { title: '特定商取引法 第12条の6(最終確認画面における解約方法の表示)' },
    ],
    settings: [],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      const canLeave = placesToLeave(view).some(({ task }) => task?.value === 'cancel');
      const subscriptions = view.graph.nodesWith('commits').flatMap((node) => subscriptionsMade(node, canLeave));
      const consents = view.graph.nodesWith('consents').flatMap((node) => consentsGiven(context.model, node));
      for (const entrance of [...subscriptions, ...consents]) {
        // What is agreed while leaving, such as a pause, is no way in.
        if (entrance.node.stage.kind?.value === 'leave') continue;
        if (view.flow.reachable(entrance.node)) checkEntrance(context, view, entrance);
      }
    });
  },
};

/** Looked for once for each view, however many entrances there are. */
const placesToLeave = lazyFor(({ graph, flow }: FlowView) =>
  graph.nodes
    .filter((node) => isPlaceToLeave(node.touchpoint) && flow.reachable(node))
    .map(({ touchpoint }) => touchpoint),
);

function checkEntrance(context: JourneyContext, view: FlowView, entrance: Entrance): void {
  const here = placesToLeave(view);
  const exit =
    easiestOf(context.model, exitsFrom(entrance, here)) ??
    easiestOf(context.model, exitsByTitle(view, entrance)) ??
    easiestOf(context.model, exitsFrom(entrance, touchpointsElsewhere(context)));
  const what = whatOf(context, entrance);
  const at = titled(entrance.node.touchpoint);
  if (exit === undefined) {
    if (tellsOfLeaving(view, entrance)) return;
    const severity = entrance.kind === 'subscription' || speaksOfLeaving(here) ? 'warning' : 'information';
    reportEntrance(context, entrance, severity, {
      en: `At ${at.en} the customer can ${what.into.en}, but nothing in the journey lets them ${what.out.en}.`,
      ja: `${at.ja}では${what.into.ja}ができますが、${what.out.ja}の方法がジャーニーのどこにもありません。`,
    });
    return;
  }
  const harder = isHarder(context.model, entrance.node.touchpoint, exit);
  if (harder === undefined) return;
  const from = titled(exit.touchpoint);
  const message = {
    en: `The customer needs ${harder.out.en} to ${what.out.en} (${from.en}), but only ${harder.in.en} to ${what.into.en} (${at.en}).`,
    ja: `${what.into.ja}は${harder.in.ja}でできるのに(${at.ja})、${what.out.ja}には${harder.out.ja}が必要です(${from.ja})。`,
  };
  reportEntrance(context, entrance, 'warning', message, exit);
}

/** What the customer does in and out: in English after "to", in Japanese as a noun. */
function whatOf({ model }: JourneyContext, entrance: Entrance): { readonly into: Text; readonly out: Text } {
  if (entrance.kind === 'subscription') {
    const what = commitmentOf(entrance.word);
    if (what === 'subscription' && entrance.word === what) {
      return {
        into: { en: 'subscribe', ja: '定期契約の申し込み' },
        out: { en: 'cancel the subscription', ja: '解約' },
      };
    }
    if (what === 'membership') {
      return { into: { en: 'become a member', ja: '会員登録' }, out: { en: 'end the membership', ja: '退会' } };
    }
    const word = quoted(entrance.word);
    return {
      into: { en: `sign up for ${word.en}`, ja: `${word.ja}の申し込み` },
      out: { en: `end ${word.en}`, ja: '解約' },
    };
  }
  const name = nameOf(model.consents, entrance.consent.key);
  return {
    into: { en: `agree to ${name.en}`, ja: `${name.ja}への同意` },
    out: { en: 'withdraw this consent', ja: '同意の撤回' },
  };
}

function speaksOfLeaving(touchpoints: readonly Touchpoint[]): boolean {
  return touchpoints.some(
    ({ withdraws, task, abilities }) => withdraws.length > 0 || task?.value === 'cancel' || abilities.length > 0,
  );
}

function reportEntrance(
  context: JourneyContext,
  { node, place, key }: Entrance,
  severity: 'warning' | 'information',
  message: Text,
  exit?: Exit,
): void {
  context.report({
    place,
    severity,
    message,
    help: rule.meta.remedy,
    related:
      exit === undefined
        ? []
        : [{ place: exit.place, message: { en: 'the easiest way out is here', ja: '最も楽な出口はここです' } }],
    fixes: () => fixesFor(context, node, key),
    subject: { touchpoint: node.key },
    same: key,
  });
}

function fixesFor({ model }: JourneyContext, { touchpoint }: GraphNode, key: string): readonly Fix[] {
  const channels = touchpoint.channels.map((channel) => channel.key);
  const ids = channels.map((channel) => referable(model.channels, channel));
  if (ids.length === 0 || ids.includes(undefined)) return [];
  const action = key.startsWith('commits') ? 'cancel' : 'withdraw';
  const names = namesOf(model.channels, channels);
  return [
    adding(touchpoint, [`can ${action} via ${ids.join(', ')}`], {
      en: `Let customers ${action} on ${names.en}`,
      ja: action === 'cancel' ? `${names.ja}で解約できるようにする` : `${names.ja}で撤回できるようにする`,
    }),
  ];
}
