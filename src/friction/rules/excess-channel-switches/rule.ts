import type { FlowView } from '../../../model/analysis.ts';
import { crossingsOf } from '../../../model/flow/crossings.ts';
import type { GraphEdge } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import { areApart, familiesAt } from '../../channels.ts';
import { namesOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'excess-channel-switches',
    group: 'channel',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    summary: {
      en: 'The customer has to change the channel too often on the way.',
      ja: 'チャネルの行き来が多すぎます。',
    },
    why: {
      en: `Each change of the channel is work for the customer: another number, another login, the same story. Switching is one of the drivers of effort.

Counted are the steps of the main path on which the family of channels changes (screen, phone, in person, post) and that the customer has to start. A step to a touchpoint that could be had on a channel of the family before, as an alternative, does not count. More than the limit on the whole path is reported once, at the title of the journey.`,
      ja: `チャネルが変わるたびに、お客様は番号を探し、ログインし直し、同じ話を繰り返します。チャネルの切り替えは、手間を増やす要因の一つです。

主な経路のうち、チャネルの系統(画面・電話・対面・郵送)が変わり、しかもお客様から始めるステップを数えます。代替チャネルで前の系統のまま続けられるなら数えません。全体で基準を超えた場合に、ジャーニーの名前の位置で一度だけ指摘します。`,
    },
    remedy: {
      en: 'Let customers stay on one channel for as long as they like, best on one that they prefer.',
      ja: 'お客様が一つのチャネル、できれば好みのチャネルのまま進められるようにします。',
    },
    sources: [{ title: 'Dixon, Freeman, Toman: Stop Trying to Delight Your Customers. Harvard Business Review, 2010' }],
    settings: ['channelSwitches'],
  },
  check: (whole) => {
    forEachFlow(whole, checkView);
  },
};

function checkView(context: JourneyContext, view: FlowView): void {
  const { model, journey, settings } = context;
  const switches = view.flow.mainPath.edges.filter((edge) => isSwitch(context, edge));
  if (switches.length <= settings.channelSwitches) return;
  const channels = switches.flatMap(({ to }) => to.touchpoint.channels.slice(0, 1));
  const names = namesOf(model.channels, [...new Set(channels.map(({ key }) => key))]);
  const origin = originOf('channelSwitches', settings);
  context.report({
    place: journey.place,
    message: {
      en: `On the main path of ${titled(journey).en} the customer changes the channel ${switches.length} times, between ${names.en} (limit: ${settings.channelSwitches}; ${origin.en}).`,
      ja: `${titled(journey).ja}の主な経路で、お客様は${names.ja}の間を${switches.length}回行き来します(基準は${settings.channelSwitches}回、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: switches.map(({ to }) => ({
      place: to.touchpoint.channels[0]?.place ?? to.touchpoint.place,
      message: { en: 'another channel here', ja: 'ここでチャネルが変わります' },
    })),
    same: String(switches.length),
  });
}

function isSwitch({ model }: JourneyContext, edge: GraphEdge): boolean {
  if (edge.to.touchpoint.initiator?.value !== 'customer' || crossingsOf(model, edge).family === undefined) return false;
  return areApart(familiesAt(model, edge.from.touchpoint), familiesAt(model, edge.to.touchpoint));
}
