import type { PersonaView } from '../../../model/analysis.ts';
import type { Channel, Persona } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { lazy } from '../../../model/lazy.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { channelsOf, choicesAt } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { haveCommonHours } from '../../hours.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'channel-inaccessible',
    group: 'channel',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'The persona cannot use any channel of a step.',
      ja: 'このペルソナには使えないチャネルです。',
    },
    why: {
      en: `A step on a channel that somebody cannot use shuts them out. Unlike a dislike, no incentive helps.

A persona cannot use a channel that \`requires\` something the persona \`lacks\`, that speaks no language of theirs, or that is never open when they have time (\`hours\`); each only where both sides state it. A touchpoint is reported when this holds for all its channels and alternatives and nothing is said to be \`optional\`: as a warning when every way to success goes through it, otherwise as a piece of information. Left out is a touchpoint beside which another one of the same stage and task can be used.`,
      ja: `使えないチャネルにある手順は、その人を締め出します。好き嫌いと違い、工夫では解決しません。

ペルソナが持たないもの(\`lacks\`)をチャネルが必要とする(\`requires\`)、言語が一つも合わない、都合のよい時間(\`hours\`)に一度も開いていない、のいずれかで使えないと判断します。どれも双方に書かれている場合に限ります。タッチポイントのチャネルと代替のすべてが使えず、任意(\`optional\`)でもなければ指摘します。成功に至るすべての道がそこを通るなら警告、そうでなければ情報です。同じステージ・同じ用件のほかのタッチポイントが使える場合は除きます。`,
    },
    remedy: {
      en: 'Offer a channel that this persona can use (`alternative on …`), or another step for them (`for …`).',
      ja: 'このペルソナが使えるチャネルを加えるか(`alternative on …`)、別の手順を用意します(`for …`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      if (view.persona !== undefined) checkPersona(context, view, view.persona);
    }
  },
};

function checkPersona(context: JourneyContext, view: PersonaView, persona: Persona): void {
  const { model } = context;
  const { lacks, languages, hours } = persona;
  if (lacks.length + languages.length + hours.length === 0) return;
  const unavoidable = lazy(() => new Set(view.flow.unavoidable('success')));
  for (const node of view.graph.nodes) {
    const { touchpoint } = node;
    const [channel] = touchpoint.channels;
    if (channel === undefined || touchpoint.optional !== undefined || !view.flow.reachable(node)) continue;
    const obstacle = obstacleAt(context, persona, node);
    if (obstacle === undefined || hasOtherWay(context, view, persona, node)) continue;
    const [at, who] = [titled(touchpoint), titled(persona)];
    const name = nameOf(model.channels, channel.key);
    context.report({
      place: channel.place,
      severity: unavoidable().has(node) ? 'warning' : 'information',
      message: {
        en: `${who.en} cannot use ${name.en} at ${at.en}: ${obstacle.en}.`,
        ja: `${who.ja}は${at.ja}の${name.ja}を使えません。${obstacle.ja}。`,
      },
      help: rule.meta.remedy,
      related: [{ place: persona.place, message: { en: 'the persona', ja: 'このペルソナです' } }],
      fixes: () => offerUsable(context, persona, node),
      subject: { touchpoint: node.key },
      personas: [persona.key],
      namesPersona: true,
      same: persona.key,
    });
  }
}

/** Why the first of the channels cannot be used; missing as soon as one of them can. */
function obstacleAt({ model }: JourneyContext, persona: Persona, { touchpoint }: GraphNode): Text | undefined {
  let first: Text | undefined;
  for (const channel of channelsOf(model, choicesAt(touchpoint))) {
    const obstacle = obstacleOf(channel, persona);
    if (obstacle === undefined) return undefined;
    first ??= obstacle;
  }
  return first;
}

function obstacleOf(channel: Channel, persona: Persona): Text | undefined {
  const missing = channel.requires.find(({ value }) => persona.lacks.some((lack) => lack.value === value));
  if (missing !== undefined) {
    return {
      en: `it requires \`${missing.value}\`, which they lack`,
      ja: `必要な \`${missing.value}\` を持っていないためです`,
    };
  }
  const [spoken, understood] = [channel.languages, persona.languages];
  if (spoken.length > 0 && understood.length > 0) {
    const isShared = spoken.some(({ value }) => understood.some((other) => other.value === value));
    if (!isShared) return { en: 'it speaks none of their languages', ja: '対応する言語が合わないためです' };
  }
  if (channel.live && !haveCommonHours(channel.hours, persona.hours)) {
    return { en: 'it is never open when they have time', ja: '都合のよい時間に一度も開いていないためです' };
  }
  return undefined;
}

function hasOtherWay(
  context: JourneyContext,
  { graph, flow }: PersonaView,
  persona: Persona,
  node: GraphNode,
): boolean {
  const task = node.touchpoint.task?.value;
  if (task === undefined) return false;
  return graph
    .nodesIn(node.stage.key)
    .some(
      (other) =>
        other !== node &&
        other.touchpoint.task?.value === task &&
        flow.reachable(other) &&
        obstacleAt(context, persona, other) === undefined,
    );
}

/** A preferred channel that can be used. */
function offerUsable({ model }: JourneyContext, persona: Persona, { touchpoint }: GraphNode): readonly Fix[] {
  const usable = channelsOf(model, persona.prefers).find((channel) => obstacleOf(channel, persona) === undefined);
  const id = usable === undefined ? undefined : referable(model.channels, usable.key);
  if (usable === undefined || id === undefined) return [];
  const name = titled(usable);
  return [
    adding(touchpoint, [`alternative on ${id}`], {
      en: `Offer ${name.en} as well`,
      ja: `${name.ja}でもできるようにする`,
    }),
  ];
}
