import type { PersonaView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import { type ChannelFamily, familyOf } from '../../../model/flow/crossings.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { areApart, channelsOf, choicesAt, familiesAt, isAmong } from '../../channels.ts';
import { areOfTwoCompanies } from '../../companies.ts';
import { adding } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'forced-channel-switch',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'To go on, the customer has to change the channel.',
      ja: '続けるには、チャネルを変えるしかありません。',
    },
    why: {
      en: `Who has begun on a screen wants to finish there. Every forced change of the channel costs time, and something is lost on the way; 57 % of callers in one study had been on the website first.

Looked at is each touchpoint that the customer starts on a screen. If every way on leads to a touchpoint that the customer starts as well, but on another family of channels (phone, in person, post), it is reported at the next touchpoint. From the phone only the way to a letter counts. A failure or the end of a loop is no way on by choice and does not count. Something that happens in person counts only if its task is a routine one (book, change, cancel, invoice, status, faq, register), because the rest can only happen there; and advertisements and search are no place to stay. Nor does a company keep anybody whose next step is with another one (a \`system\` or channel of a partner, a channel that is \`thirdParty\`). It is silent for a persona who prefers the channel that comes next, and for one who avoids it: \`channel-avoided\` says so.`,
      ja: `画面で始めたお客様は、そこで終わらせたいものです。チャネルを変えさせるたびに時間がかかり、途中で何かが失われます。ある調査では、電話をかけてきた人の 57%が先にウェブサイトを見ていました。

お客様から画面で始めるタッチポイントごとに調べます。どの道の先もお客様から始めるタッチポイントで、しかも別の系統(電話・対面・郵送)に移るなら、次のタッチポイントを指摘します。電話からは、郵送に移る場合だけを数えます。失敗や繰り返しの打ち切りは、自ら選ぶ道ではないので数えません。対面は、定型の用件(予約・変更・取り消し・請求書・状況確認・よくある質問・登録)だけを数えます。それ以外はその場でしかできないためです。広告と検索は、とどまる場所ではないので除きます。次の手順の相手が別の会社であれば(提携先のシステムやチャネル、\`thirdParty\` のチャネル)、同じチャネルで続けられるものではないため、これも除きます。次のチャネルを好む(\`prefers\`)ペルソナについては何も言いません。避ける(\`avoids\`)ペルソナは \`channel-avoided\` が扱います。`,
    },
    remedy: {
      en: 'Let the customer go on where they are (`alternative on …`). If the next step is with another company, say so on its channel (`thirdParty`).',
      ja: 'いまいるチャネルのまま続けられるようにします(`alternative on …`)。次の手順の相手が別の会社なら、そのチャネルに `thirdParty` と書きます。',
    },
    sources: [{ title: 'Dixon, Freeman, Toman: Stop Trying to Delight Your Customers. Harvard Business Review, 2010' }],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      for (const edge of forcedSwitches(view.flow)) if (!hasOwnView(context, view, edge)) report(context, view, edge);
    }
  },
};

/** Kinds of channel on which nobody stays. */
const passing: ReadonlySet<string> = new Set(['ad', 'search', 'wordOfMouth']);

const routine: ReadonlySet<string> = new Set([
  'book',
  'change',
  'cancel',
  'invoice',
  'status',
  'trackOrder',
  'faq',
  'register',
]);

/** The ways on that all lead to channels of another family. The same for all who go the same ways. */
const forcedSwitches = lazyFor((flow: Flow): readonly GraphEdge[] => {
  const switches: GraphEdge[] = [];
  for (const node of flow.graph.nodes) if (flow.reachable(node)) switches.push(...switchesAfter(flow.model, node));
  return switches;
});

function switchesAfter(model: Model, node: GraphNode): readonly GraphEdge[] {
  const { touchpoint, out } = node;
  if (!isByCustomer(node)) return [];
  if (!out.some(isOnward) || out.some((edge) => isOnward(edge) && !isByCustomer(edge.to))) return [];
  const families = stayableFamilies(model, touchpoint);
  if (families === undefined) return [];
  const onward = out.filter(isOnward);
  if (!onward.every((edge) => isSwitch(model, families, edge))) return [];
  return onward.filter(({ to }) => !areOfTwoCompanies(model, touchpoint, to.touchpoint));
}

function isOnward({ kind }: GraphEdge): boolean {
  return kind !== 'failure' && kind !== 'loop' && kind !== 'skip';
}

function isByCustomer({ touchpoint: { initiator } }: GraphNode): boolean {
  return initiator?.value === 'customer';
}

/** The families of a touchpoint on which the customer could go on; missing where there is nothing to go on with. */
function stayableFamilies(model: Model, touchpoint: Touchpoint): readonly ChannelFamily[] | undefined {
  const channels = channelsOf(model, touchpoint.channels);
  if (channels.some(({ kind }) => kind !== undefined && passing.has(kind.value))) return undefined;
  const families = channels.map(familyOf);
  return families.includes('digital') || families.includes('phone') ? families : undefined;
}

function isSwitch(model: Model, families: readonly ChannelFamily[], { to: { touchpoint } }: GraphEdge): boolean {
  const next = familiesAt(model, touchpoint);
  if (next.length === 0 || next.includes('other') || !areApart(next, families)) return false;
  if (!families.includes('digital')) return next.includes('post');
  return !next.includes('inPerson') || routine.has(touchpoint.task?.value ?? '');
}

/** Whether the persona likes the channel that the way leads to, or avoids it altogether. */
function hasOwnView({ model }: JourneyContext, { persona }: PersonaView, { to }: GraphEdge): boolean {
  if (persona === undefined) return false;
  const choices = choicesAt(to.touchpoint);
  return (
    choices.some((each) => isAmong(model, persona.prefers, each)) ||
    choices.every((each) => isAmong(model, persona.avoids, each))
  );
}

function report(context: JourneyContext, { persona }: PersonaView, { from, to }: GraphEdge): void {
  const { model } = context;
  const [here, next] = [titled(from.touchpoint), titled(to.touchpoint)];
  const [before, after] = [from, to].map(({ touchpoint }) =>
    namesOf(
      model.channels,
      touchpoint.channels.map(({ key }) => key),
    ),
  );
  if (before === undefined || after === undefined) return;
  context.report({
    place: to.touchpoint.channels[0]?.place ?? to.touchpoint.place,
    message: {
      en: `After ${here.en} on ${before.en} the customer can go on only on ${after.en}, at ${next.en}.`,
      ja: `${here.ja}(${before.ja})の続きは${next.ja}(${after.ja})でしかできず、チャネルを変えるしかありません。`,
    },
    help: rule.meta.remedy,
    related: [
      {
        place: from.touchpoint.channels[0]?.place ?? from.touchpoint.place,
        message: { en: 'the customer comes from this channel', ja: 'お客様はこのチャネルから来ます' },
      },
    ],
    fixes: () => stay(context, from.touchpoint, to.touchpoint),
    subject: { touchpoint: from.key, next: to.key },
    personas: hitIn([{ persona }]),
    same: from.key,
  });
}

function stay({ model }: JourneyContext, from: Touchpoint, to: Touchpoint): readonly Fix[] {
  const [channel] = from.channels;
  const id = channel === undefined ? undefined : referable(model.channels, channel.key);
  if (channel === undefined || id === undefined) return [];
  const [name, at] = [nameOf(model.channels, channel.key), titled(to)];
  return [
    adding(to, [`alternative on ${id}`], {
      en: `Offer ${at.en} on ${name.en} as well`,
      ja: `${at.ja}を${name.ja}でもできるようにする`,
    }),
  ];
}
