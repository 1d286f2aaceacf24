import type { FlowView } from '../../../model/analysis.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Graph, GraphNode } from '../../../model/graph.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { sayOn } from '../../certainty.ts';
import { choicesAt, isAmong } from '../../channels.ts';
import { type Commitment, commitmentOf } from '../../commitments.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'channel-parity-gap',
    group: 'consistency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'An offer is not taken on the channel where the customer wants to use it.',
      ja: 'チャネルによって使えないものがあります。',
    },
    why: {
      en: `To the customer it is one company; a coupon that the shop's own till refuses feels like a broken promise.

Data with \`valid on\` are offers that only some channels take. Where a touchpoint \`redeems\` such an offer and none of its channels or alternatives takes it, that is a warning if the customer was \`given\` the offer on every way here, and a piece of information if only on some. Where the customer could use it (a touchpoint that \`commits\` a purchase, an order or a booking on a channel that does not take it) but the file says nothing of using it there, that is a piece of information, unless it is a paper that is asked for (\`asks\`) elsewhere on a channel that takes it.`,
      ja: `お客様にとっては一つの会社です。自社のレジで断られるクーポンは、約束を破られたように感じます。

\`valid on\` のあるデータは、一部のチャネルだけで使える特典です。タッチポイントがそれを \`redeems\` としているのに、チャネルにも代替にも使えるものがなければ、どの経路でも事前に渡されている(\`gives\`)場合は警告、一部の経路だけなら情報です。使えるはずの場面(使えないチャネルで購入・注文・予約を \`commits\` とするタッチポイント)で、使うことが書かれていない場合も情報です。ただし、使えるチャネルで提示を求められる(\`asks\`)書類は除きます。`,
    },
    remedy: {
      en: 'Let every channel take it (`valid on`), or tell the limits where it is given (`shows limits`).',
      ja: 'どのチャネルでも使えるようにするか(`valid on`)、渡すときに条件を示します(`shows limits`)。',
    },
    sources: [],
    settings: [],
  },
  check: (whole) => {
    const limited = [...whole.model.data.values()].filter(({ validOn }) => validOn.length > 0);
    if (limited.length === 0) return;
    forEachFlow(whole, (context, view) => {
      for (const node of view.graph.nodesWith('redeems')) {
        for (const { key, place } of node.touchpoint.redeems) checkOffer(context, view, node, { key, place }, true);
      }
      for (const node of view.graph.nodesWith('commits')) {
        const place = node.touchpoint.commits.find(({ value }) => purchases.has(commitmentOf(value)))?.place;
        if (place === undefined) continue;
        for (const { key } of limited) {
          if (!isRedeemedAt(node, key) && !isShown(context.model, view.graph, key))
            checkOffer(context, view, node, { key, place }, false);
        }
      }
    });
  },
};

const purchases: ReadonlySet<Commitment | undefined> = new Set(['purchase', 'order', 'booking', 'reservation']);

/** Which offers the customer has been given with their limits not shown. */
const offers: FactSource = (mark, graph) => {
  for (const node of graph.nodesWith('gives')) {
    if (node.touchpoint.shows.some(({ word }) => word?.value === 'limits')) continue;
    for (const { key } of node.touchpoint.gives) mark.begins(node, key);
  }
};

/** Whether it is asked for on a channel that takes it: a paper that is shown there is no offer to be had elsewhere. */
function isShown(model: Model, graph: Graph, offer: string): boolean {
  const valid = model.data.get(offer)?.validOn ?? [];
  return graph
    .nodesWith('asks')
    .some(
      ({ touchpoint }) =>
        touchpoint.asks.some(({ data }) => data.some(({ key }) => key === offer)) &&
        choicesAt(touchpoint).some((channel) => isAmong(model, valid, channel)),
    );
}

function isRedeemedAt({ touchpoint }: GraphNode, offer: string): boolean {
  return touchpoint.redeems.some(({ key }) => key === offer);
}

function checkOffer(
  context: JourneyContext,
  view: FlowView,
  node: GraphNode,
  { key, place }: Reference,
  isRedeemed: boolean,
): void {
  const { model } = context;
  const valid = model.data.get(key)?.validOn ?? [];
  const choices = choicesAt(node.touchpoint);
  if (valid.length === 0 || choices.length === 0 || choices.some((channel) => isAmong(model, valid, channel))) return;
  // Nothing has happened before what nobody can reach.
  const given = view.flow.past(offers).before(node, key, 'first');
  if (given === undefined) return;
  const [name, at] = [nameOf(model.data, key), titled(node.touchpoint)];
  const where = namesOf(
    model.channels,
    valid.map((each) => each.key),
  );
  const here = namesOf(
    model.channels,
    choices.map((each) => each.key),
  );
  const [origin] = view.flow.past(offers).origins(node, key, 'first');
  const [gave] = origin === undefined ? [] : origin.node.touchpoint.gives.filter((each) => each.key === key);
  context.report({
    place,
    severity: isRedeemed && given === 'always' ? 'warning' : 'information',
    message: sayOn(given, {
      en: `the customer was given ${name.en} and cannot use it at ${at.en}: it is valid on ${where.en}, not on ${here.en}.`,
      ja: `お客様は${name.ja}を受け取っていますが、${at.ja}では使えません。使えるのは${where.ja}で、${here.ja}は対象外です。`,
    }),
    help: rule.meta.remedy,
    related: gave === undefined ? [] : [{ place: gave.place, message: { en: 'given here', ja: 'ここで渡しています' } }],
    fixes: () => extend(context, node, key),
    subject: { touchpoint: node.key },
    same: key,
  });
}

function extend({ model }: JourneyContext, { touchpoint }: GraphNode, key: string): readonly Fix[] {
  const last = model.data.get(key)?.validOn.at(-1);
  const [channel] = touchpoint.channels;
  const id = channel === undefined ? undefined : referable(model.channels, channel.key);
  if (last === undefined || channel === undefined || id === undefined || last.place.uri !== model.uri) return [];
  const name = nameOf(model.channels, channel.key);
  return [
    {
      title: { en: `Make it valid on ${name.en} as well`, ja: `${name.ja}でも使えるようにする` },
      safe: false,
      edits: [{ kind: 'append', place: last.place, text: `, ${id}` }],
    },
  ];
}
