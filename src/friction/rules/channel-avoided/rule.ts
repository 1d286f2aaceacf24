import type { PersonaView } from '../../../model/analysis.ts';
import type { Persona } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import { familyOf } from '../../../model/flow/crossings.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Reference } from '../../../model/values.ts';
import { channelsOf, choicesAt, isAmong } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { nameOf, namesOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'channel-avoided',
    group: 'channel',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A step or a call to action sits on a channel that the persona avoids.',
      ja: 'ペルソナが避けるチャネルです。',
    },
    why: {
      en: `A channel that somebody avoids is a door that they do not go through, however good the room behind it is.

Looked at is each touchpoint that the persona reaches and whose channels and alternatives are all among those that the persona, or a segment of theirs, \`avoids\`. If the customer starts it and every way to success goes through it, this is a warning; if only some do, or the company starts it, a piece of information. A \`cta\` on an avoided channel is always a warning, unless it is \`for\` others. When the customer stays on the channel from one touchpoint to the next, without an \`after\`, that is one visit or one call and one finding. A general channel such as \`phone\` stands for every channel of that kind (\`counter\` for no \`visit\` and no \`delivery\`: there the company comes to the customer), \`inPerson\` for every shop, counter and visit, and one of the standard library such as \`line\` for your own of that kind that bear its name.`,
      ja: `避けているチャネルは、開けたくない扉です。その先がどれほどよくても、通ってもらえません。

ペルソナがたどり着くタッチポイントのうち、チャネルと代替のすべてが、ペルソナ(またはセグメント)が \`avoids\` とするものであるものを調べます。お客様から始め、成功に至るすべての道がそこを通るなら警告、一部の道だけ、または会社から始めるなら情報です。避けるチャネルへの \`cta\`(行動喚起)は、ほかのペルソナ向け(\`for\`)でない限り、常に警告です。同じチャネルのまま間をおかずに(\`after\` なしで)次のタッチポイントへ続くなら、一度の来店や電話なので、一件にまとめます。\`phone\` のような一般的なチャネルは、同じ種類のチャネルすべてを表します(ただし \`counter\` は、会社がお客様のもとへ来る \`visit\`・\`delivery\` を含みません)。\`inPerson\`(対面)は、店舗・窓口・訪問のどれも表します。\`line\` のような標準ライブラリーのチャネルは、同じ種類でその名前を含む独自のチャネル(「市公式LINE」など)も表します。`,
    },
    remedy: {
      en: 'Offer another channel there (`alternative on …`), or keep the step for those who like it (`for …`).',
      ja: '別のチャネルも用意するか(`alternative on …`)、そのチャネルを好む人だけの手順にします(`for …`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      const { persona } = view;
      if (persona === undefined || persona.avoids.length === 0) continue;
      checkSteps(context, view, persona);
      for (const node of view.graph.nodesWith('callsToAction')) {
        if (view.flow.reachable(node)) checkCalls(context, persona, node);
      }
    }
  },
};

function checkSteps(context: JourneyContext, view: PersonaView, persona: Persona): void {
  const avoided = view.graph.nodes.filter(
    (node) => isAvoided(context.model, persona, node.touchpoint) && view.flow.reachable(node),
  );
  if (avoided.length === 0) return;
  const unavoidable = new Set(view.flow.unavoidable('success'));
  const steps = new Map(avoided.map((node) => [node, isDoneByCustomer(node) && unavoidable.has(node)]));
  const later = new Set(avoided.filter((node) => goesOn(context, view, node, steps)));
  for (const [node, acts] of steps) {
    if (!later.has(node)) reportStep(context, persona, [node, ...followers(node, later)], acts);
  }
}

function isAvoided(model: Model, persona: Persona, touchpoint: Touchpoint): boolean {
  if (touchpoint.channels.length === 0 || touchpoint.optional !== undefined) return false;
  return choicesAt(touchpoint).every((choice) => isAmong(model, persona.avoids, choice));
}

function isDoneByCustomer({ touchpoint: { initiator } }: GraphNode): boolean {
  return initiator?.value !== 'company' && initiator?.value !== 'partner';
}

/**
 * Whether the customer is there already: the same channels at all touchpoints before, where as much has been said, and no time
 * in between. One visit to a counter is one thing to avoid, however many touchpoints it has.
 */
function goesOn(
  { model }: JourneyContext,
  { flow }: PersonaView,
  node: GraphNode,
  steps: ReadonlyMap<GraphNode, boolean>,
): boolean {
  const { touchpoint } = node;
  const { initiator, after } = touchpoint;
  if (after !== undefined) return false;
  // A call or a message from the company is another one.
  const isSent = initiator !== undefined && initiator.value !== 'customer';
  if (isSent && !isOnlyInPerson(model, touchpoint)) return false;
  const isSame = (other: GraphNode): boolean => {
    const acts = steps.get(other);
    return acts !== undefined && (acts || steps.get(node) !== true) && haveSameChannels(other.touchpoint, touchpoint);
  };
  const arrivals = node.in.filter((edge) => !flow.isBack(edge) && flow.reachable(edge.from));
  return arrivals.length > 0 && arrivals.every(({ from }) => isSame(from));
}

function isOnlyInPerson(model: Model, touchpoint: Touchpoint): boolean {
  return channelsOf(model, choicesAt(touchpoint)).every((channel) => familyOf(channel) === 'inPerson');
}

/** The touchpoints at which the customer goes on from here. */
function followers(first: GraphNode, later: ReadonlySet<GraphNode>): readonly GraphNode[] {
  const found = new Set([first]);
  for (const { out } of found) for (const { to } of out) if (later.has(to)) found.add(to);
  return [...found].slice(1);
}

function haveSameChannels(a: Touchpoint, b: Touchpoint): boolean {
  const [first, second] = [choicesAt(a), choicesAt(b)];
  return first.every((choice) => isOneOf(choice, second)) && second.every((choice) => isOneOf(choice, first));
}

function isOneOf({ key }: Reference, channels: readonly Reference[]): boolean {
  return channels.some((channel) => channel.key === key);
}

function reportStep(
  context: JourneyContext,
  persona: Persona,
  [{ key, touchpoint }, ...others]: readonly [GraphNode, ...GraphNode[]],
  acts: boolean,
): void {
  const { model } = context;
  const choices = choicesAt(touchpoint);
  const [channel] = touchpoint.channels;
  if (channel === undefined) return;
  const [at, who] = [titled(touchpoint), titled(persona)];
  const name = namesOf(model.channels, [...new Set(choices.map((choice) => choice.key))]);
  context.report({
    place: channel.place,
    severity: acts ? 'warning' : 'information',
    message: acts
      ? {
          en: `${who.en} cannot get round ${at.en}, which is only on ${name.en}, and avoids that channel.`,
          ja: `${at.ja}は${name.ja}だけで、避けて通れませんが、${who.ja}はこのチャネルを避けています。`,
        }
      : {
          en: `${at.en} is only on ${name.en}, which ${who.en} avoids.`,
          ja: `${at.ja}は${name.ja}だけですが、${who.ja}はこのチャネルを避けています。`,
        },
    help: rule.meta.remedy,
    related: others.map((other) => ({
      place: other.touchpoint.channels[0]?.place ?? other.touchpoint.place,
      message: { en: 'goes on here on the same channel', ja: '同じチャネルのまま、ここに続きます' },
    })),
    fixes: () => offerOther(context, persona, [touchpoint, ...others.map((other) => other.touchpoint)]),
    subject: { touchpoint: key },
    personas: [persona.key],
    namesPersona: true,
    same: persona.key,
  });
}

function checkCalls(context: JourneyContext, persona: Persona, { key, touchpoint }: GraphNode): void {
  const { model } = context;
  for (const call of touchpoint.callsToAction) {
    const isForPersona = call.personas.length === 0 || call.personas.some((each) => each.key === persona.key);
    const [channel] = call.channels;
    if (!isForPersona || channel === undefined) continue;
    if (!call.channels.every((each) => isAmong(model, persona.avoids, each))) continue;
    const [at, who] = [titled(touchpoint), titled(persona)];
    const name = nameOf(model.channels, channel.key);
    context.report({
      place: channel.place,
      message: {
        en: `${at.en} calls ${who.en} to act on ${name.en}, a channel that they avoid.`,
        ja: `${at.ja}は${who.ja}に${name.ja}での行動を促していますが、避けているチャネルです。`,
      },
      help: rule.meta.remedy,
      subject: { touchpoint: key },
      personas: [persona.key],
      namesPersona: true,
      same: `cta ${persona.key}`,
    });
  }
}

function offerOther({ model }: JourneyContext, persona: Persona, touchpoints: readonly Touchpoint[]): readonly Fix[] {
  const other = persona.prefers.find((channel) => !isAmong(model, persona.avoids, channel));
  const id = other === undefined ? undefined : referable(model.channels, other.key);
  if (other === undefined || id === undefined) return [];
  const name = nameOf(model.channels, other.key);
  const title = { en: `Offer ${name.en} as well`, ja: `${name.ja}でもできるようにする` };
  const edits = touchpoints.flatMap((each) => adding(each, [`alternative on ${id}`], title).edits);
  return [{ title, safe: false, edits }];
}
