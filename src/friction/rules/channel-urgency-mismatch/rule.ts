import type { PersonaView } from '../../../model/analysis.ts';

import type { Fix } from '../../../model/finding.ts';
import { familyOf } from '../../../model/flow/crossings.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { Graph, GraphNode } from '../../../model/graph.ts';
import type { Feeling, Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { Place } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import type { Reference } from '../../../model/values.ts';
import { adding } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { offersStaff } from '../../staff.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'channel-urgency-mismatch',
    group: 'channel',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    fix: 'unsafe',
    summary: {
      en: 'The matter is urgent, or the customer is anxious, and the only channel is a slow one.',
      ja: '急ぎの用件や不安な場面なのに、返事の遅いチャネルしかありません。',
    },
    why: {
      en: `Anxiety grows with every hour without an answer. By mail or post the customer does not even know whether anybody has read it.

Reported is a touchpoint that is \`urgent\`, or with which the customer turns to the company and feels anxious, worried, afraid, hurried or helpless (−1 or lower; who is nervous or impatient may only dislike the matter or the wait), when all of its channels are e-mail or post, no \`alternative\` is quicker, and it offers no way to a person (\`offers human\`, \`offers callback\`) and no place to look how things stand (\`status on\`). The words are those of the standard library in both languages. What the customer feels at a message from the company or a partner does not count: there nobody waits for an answer on that channel, and the feeling is about what came before or about what it says.`,
      ja: `返事のない時間が延びるほど、不安は大きくなります。メールや郵便では、読まれたかどうかさえ分かりません。

\`urgent\` と書かれたタッチポイント、またはお客様から連絡するときに不安・心配・恐怖・焦り・途方に暮れるといった感情(−1以下。緊張や待ち遠しさは、用件や待ち時間そのものへの感情でもあるため除きます)を抱くタッチポイントのうち、チャネルがメールか郵便だけで、より早い \`alternative\` がなく、人につながる手段(\`offers human\`、\`offers callback\`)も状況を確かめる場所(\`status on\`)もないものを指摘します。感情の言葉は、標準ライブラリーの日本語と英語のものを見ます。企業や提携先からの連絡で抱く感情は数えません。そのチャネルで返事を待っているわけではなく、それまでの経緯や連絡の内容への感情だからです。`,
    },
    remedy: {
      en: 'Offer a quick channel as well (`alternative on …`), a call back, or a place to look how things stand (`status on …`).',
      ja: '早いチャネル(`alternative on …`)や折り返し、状況を確かめられる場所(`status on …`)を用意します。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      for (const node of slowIn(view.flow)) checkTouchpoint(context, view, node);
    }
  },
};

/** On the scale −2…+2. */
const bad = -1;

/** Emotions of the standard library, by their ids and English titles in small letters. */
const anxious: ReadonlySet<string> = new Set(
  ['anxious worried afraid hurried helpless scared', '不安 心配 恐怖 焦り 孤立感 不安感 途方に暮れる'].flatMap(
    (words) => words.split(' '),
  ),
);

function checkTouchpoint(context: JourneyContext, view: PersonaView, node: GraphNode): void {
  const { touchpoint } = node;
  if (offersStaff(touchpoint) || touchpoint.statusOn.length > 0) return;
  const isNotice = touchpoint.initiator !== undefined && touchpoint.initiator.value !== 'customer';
  const feeling = isNotice ? undefined : view.feelingsAt(node).find(isAnxious);
  const reason = reasonFor(context, touchpoint.urgent?.place, feeling);
  if (reason === undefined) return;
  const at = titled(touchpoint);
  const on = namesOf(
    context.model.channels,
    touchpoint.channels.map(({ key }) => key),
  );
  context.report({
    place: reason.place,
    message: {
      en: `${reason.text.en} at ${at.en}, and the only channel there is a slow one (${on.en}).`,
      ja: `${at.ja}では${reason.text.ja}のに、返事の遅いチャネル(${on.ja})しかありません。`,
    },
    help: rule.meta.remedy,
    related: touchpoint.channels.map(({ place }) => ({
      place,
      message: { en: 'slow channel', ja: '遅いチャネルです' },
    })),
    fixes: () => fixesFor(context, view, node),
    subject: { touchpoint: node.key },
    personas: hitIn([view]),
  });
}

/** The same for all who go the same ways. */
const slowIn = lazyFor((flow: Flow) =>
  flow.graph.nodes.filter((node) => isSlow(flow.model, node.touchpoint) && flow.reachable(node)),
);

/** Whether there are channels, and none on which somebody answers soon. */
function isSlow(model: Model, { channels, alternatives }: Touchpoint): boolean {
  const isSlowOn = ({ key }: Reference): boolean => {
    const channel = model.channels.get(key);
    const kind = channel?.kind?.value;
    return (kind === 'email' || kind === 'post') && channel?.live !== true;
  };
  return channels.length > 0 && channels.every(isSlowOn) && alternatives.every(isSlowOn);
}

function isAnxious({ name, emotion, value }: Feeling): boolean {
  return value <= bad && [name, emotion].some((word) => word !== undefined && anxious.has(word.toLowerCase()));
}

function reasonFor(
  { model }: JourneyContext,
  urgent: Place | undefined,
  feeling: Feeling | undefined,
): { readonly place: Place; readonly text: Text } | undefined {
  if (urgent !== undefined) return { place: urgent, text: { en: 'The matter is urgent', ja: '急いでいる' } };
  if (feeling === undefined) return undefined;
  const { name = '', emotion } = feeling;
  const felt = emotion === undefined ? quoted(name) : nameOf(model.emotions, emotion);
  return {
    place: feeling.place,
    text: { en: `The customer feels ${felt.en}`, ja: `お客様の気持ちが${felt.ja}な` },
  };
}

const channelsUsed = lazyFor(
  ({ nodes }: Graph) => new Set(nodes.flatMap(({ touchpoint }) => touchpoint.channels.map(({ key }) => key))),
);

/** A channel on which somebody answers at once, preferably one that the persona likes, among those that the journey uses. */
function fixesFor(
  { model }: JourneyContext,
  { persona, graph }: PersonaView,
  { touchpoint }: GraphNode,
): readonly Fix[] {
  const keys = [...(persona?.prefers.map(({ key }) => key) ?? []), ...channelsUsed(graph)];
  const live = keys.filter((key) => {
    const channel = model.channels.get(key);
    const isRemote = channel !== undefined && ['phone', 'digital'].includes(familyOf(channel));
    return isRemote && channel.live && referable(model.channels, key) === key;
  });
  const avoided = new Set(persona?.avoids.map(({ key }) => key));
  const best = live.find((key) => !avoided.has(key));
  if (best === undefined) return [];
  const name = namesOf(model.channels, [best]);
  return [
    adding(touchpoint, [`alternative on ${best}`], {
      en: `Offer ${name.en} as well`,
      ja: `${name.ja}でもできるようにする`,
    }),
  ];
}
