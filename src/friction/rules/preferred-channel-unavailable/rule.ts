import type { Channel, Persona } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import { familyOf } from '../../../model/flow/crossings.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { channelsOf, choicesAt, isAmong } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'preferred-channel-unavailable',
    group: 'empowerment',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    fix: 'unsafe',
    summary: {
      en: 'In a stage where the persona must act, none of their preferred channels is offered.',
      ja: '好みのチャネルが、このステージにありません。',
    },
    why: {
      en: `Customers who cannot use the channel they would choose feel pushed around, and many put the matter off.

Looked at are the touchpoints of a stage that the customer starts (\`by customer\`) and that the persona reaches. If none of their channels or alternatives is one that the persona, or a segment of theirs, \`prefers\`, the stage is reported, once for each persona; where a persona who prefers only written messages finds a screen, as a piece of information. A general channel such as \`web\` stands for every channel of that kind, and who prefers \`email\` is taken to be at home on websites, too. Left out are stages of the kinds \`awareness\` and \`use\`, where people are wherever they are; touchpoints that can only be had on the spot (\`task tryOn\`, \`pickUp\`, \`deliver\`, or in person in a stage of the kind \`delivery\`); places where the customer just is, with nothing asked, no task and no commitment written; those without a channel; and those that are \`optional\`.`,
      ja: `使いたいチャネルを選べないと、お客様は振り回されていると感じ、用件を後回しにしがちです。

ステージのうち、お客様から始め(\`by customer\`)、ペルソナがたどり着くタッチポイントを調べます。そのチャネルにも代替にも、ペルソナ(またはセグメント)が \`prefers\` としたものが一つもなければ、ペルソナごとにステージを指摘します。メールやLINEなどのメッセージだけを好むペルソナに、ウェブやアプリの画面があるときは、情報にとどめます。\`web\` のような一般的なチャネルは、同じ種類のチャネルすべてを表し、\`email\` を好む人はウェブサイトも使えるものとみなします。認知(\`awareness\`)と利用(\`use\`)のステージ、その場でしかできないもの(\`task tryOn\`・\`pickUp\`・\`deliver\`、または \`delivery\` のステージでの対面)、用件も尋ねる情報も約束も書かれていない、その場にいるだけのもの、チャネルのないもの、任意(\`optional\`)のものは除きます。`,
    },
    remedy: {
      en: 'Offer one of the preferred channels as well (`alternative on …`).',
      ja: '好みのチャネルでもできるようにします(`alternative on …`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      if (view.persona === undefined || view.persona.prefers.length === 0) continue;
      for (const acting of actingIn(view.flow)) checkStage(context, view.persona, acting);
    }
  },
};

type Acting = readonly [GraphNode, ...GraphNode[]];

/** The touchpoints at which the customer must act, by stages. The same for all who go the same ways. */
const actingIn = lazyFor((flow: Flow): readonly Acting[] =>
  flow.graph.journey.stages.flatMap(({ key, kind }): readonly Acting[] => {
    if (kind !== undefined && anywhere.has(kind.value)) return [];
    const [first, ...others] = flow.graph.nodesIn(key).filter((node) => mustAct(flow, node));
    return first === undefined ? [] : [[first, ...others]];
  }),
);

const onTheSpot: ReadonlySet<string> = new Set(['tryOn', 'pickUp', 'deliver']);

const anywhere: ReadonlySet<string> = new Set(['awareness', 'use']);

function mustAct(flow: Flow, node: GraphNode): boolean {
  const { initiator, task, optional, channels } = node.touchpoint;
  if (initiator?.value !== 'customer' || optional !== undefined || channels.length === 0) return false;
  if ((task !== undefined && onTheSpot.has(task.value)) || !flow.reachable(node)) return false;
  if (node.stage.kind?.value !== 'delivery') return true;
  return channelsOf(flow.model, choicesAt(node.touchpoint)).some((channel) => familyOf(channel) !== 'inPerson');
}

/** Whether the customer is at a place, and nothing is written that could be settled anywhere else. */
function isBeingThere(model: Model, { touchpoint }: GraphNode): boolean {
  const { asks, commits, task } = touchpoint;
  if (asks.length + commits.length > 0 || task !== undefined) return false;
  return channelsOf(model, choicesAt(touchpoint)).every((channel) => familyOf(channel) === 'inPerson');
}

/** Who likes to be written to by e-mail is at home on a website, too. */
function suits(model: Model, { prefers }: Persona, channel: Reference): boolean {
  if (isAmong(model, prefers, channel)) return true;
  const kind = model.channels.get(channel.key)?.kind?.value;
  return kind === 'web' && prefers.some(({ key }) => model.channels.get(key)?.kind?.value === 'email');
}

function checkStage(context: JourneyContext, persona: Persona, acting: Acting): void {
  const { model, report } = context;
  const [first] = acting;
  const isLiked = (channel: Reference): boolean => suits(model, persona, channel);
  if (acting.some(({ touchpoint }) => choicesAt(touchpoint).some(isLiked))) return;
  const elsewhere = acting.filter((node) => !isBeingThere(model, node));
  if (elsewhere.length === 0) return;
  const choices = acting.flatMap(({ touchpoint }) => choicesAt(touchpoint));
  const [stage, who] = [titled(first.stage), titled(persona)];
  const wanted = namesOf(
    model.channels,
    persona.prefers.map(({ key }) => key),
  );
  const isNear =
    channelsOf(model, persona.prefers).every(isWritten) && channelsOf(model, choices).some((each) => isScreen(each));
  const offered = namesOf(model.channels, [...new Set(choices.map(({ key }) => key))]);
  report({
    place: first.stage.place,
    severity: isNear ? 'information' : 'warning',
    message: {
      en: `In the stage ${stage.en} ${who.en} can act only on ${offered.en}, and would rather use ${wanted.en}.`,
      ja: `ステージ${stage.ja}で${who.ja}が使えるのは${offered.ja}だけで、好みの${wanted.ja}が選べません。`,
    },
    help: rule.meta.remedy,
    related: elsewhere.map(({ touchpoint }) => ({
      place: touchpoint.channels[0]?.place ?? touchpoint.place,
      message: { en: 'only on this channel', ja: 'ここで使えるのはこのチャネルだけです' },
    })),
    fixes: () => offerPreferred(context, persona, first),
    subject: { stage: first.stage.key },
    personas: [persona.key],
    namesPersona: true,
    same: persona.key,
  });
}

/** Who likes to write and to be written to best can mostly use a screen as well. */
function isWritten({ kind }: Channel): boolean {
  return ['email', 'sms', 'messaging', 'social'].includes(kind?.value ?? '');
}

function isScreen({ kind }: Channel): boolean {
  return kind?.value === 'web' || kind?.value === 'app';
}

function offerPreferred({ model }: JourneyContext, persona: Persona, { touchpoint }: GraphNode): readonly Fix[] {
  return persona.prefers.flatMap(({ key }) => {
    const id = referable(model.channels, key);
    const [name, at] = [nameOf(model.channels, key), titled(touchpoint)];
    if (id === undefined) return [];
    return [
      adding(touchpoint, [`alternative on ${id}`], {
        en: `Offer ${at.en} on ${name.en} as well`,
        ja: `${at.ja}を${name.ja}でもできるようにする`,
      }),
    ];
  });
}
