import type { PersonaView } from '../../../model/analysis.ts';
import type { Persona } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { lazy } from '../../../model/lazy.ts';
import { titled, titles } from '../../../model/phrases.ts';
import type { Place } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import type { Reference } from '../../../model/values.ts';
import { channelsOf } from '../../channels.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import { lackAt, obstacleAt, obstacleOf } from '../../obstacles.ts';
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
      en: 'The persona cannot use any channel of a step, or lacks what it takes.',
      ja: 'このペルソナには使えないチャネルか、持っていないものが必要な手順です。',
    },
    why: {
      en: `A step on a channel that somebody cannot use shuts them out. Unlike a dislike, no incentive helps.

A persona cannot use a channel that \`requires\` something the persona \`lacks\`, that speaks no language of theirs, or that is never open when they have time (\`hours\`); each only where both sides state it. A known word means the same in either language, such as \`printer\` and プリンター. A touchpoint is reported when this holds for all its channels and alternatives, or when it \`requires\` something itself that the persona lacks, such as a printer for a form, and it is not \`optional\`: as a warning when every way to success goes through it, otherwise as a piece of information. Left out is a touchpoint beside which another one of the same stage and task can be used. All touchpoints of a channel, and all personas who are shut out of the same ones for the same reason, are one finding.`,
      ja: `使えないチャネルにある手順は、その人を締め出します。好き嫌いと違い、工夫では解決しません。

ペルソナが持たないもの(\`lacks\`)をチャネルが必要とする(\`requires\`)、言語が一つも合わない、都合のよい時間(\`hours\`)に一度も開いていない、のいずれかで使えないと判断します。どれも双方に書かれている場合に限ります。\`printer\` とプリンターのような既知の語は、どちらの言語で書いても同じものとみなします。任意(\`optional\`)でないタッチポイントのうち、チャネルと代替のすべてが使えないものと、タッチポイント自体に必要なもの(\`requires\`。申込書を印刷するプリンターなど)を持っていないものを指摘します。成功に至るすべての道がそこを通るなら警告、そうでなければ情報です。同じステージ・同じ用件のほかのタッチポイントが使える場合は除きます。同じチャネルのタッチポイントと、同じ理由で同じ場所から締め出されるペルソナは、一件にまとめます。`,
    },
    remedy: {
      en: 'Offer a channel that this persona can use (`alternative on …`), or another step for them (`for …`).',
      ja: 'このペルソナが使えるチャネルを加えるか(`alternative on …`)、別の手順を用意します(`for …`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const alike: [Exclusion, ...Exclusion[]][] = [];
    for (const view of context.analysis.views) {
      const found = view.persona === undefined ? [] : checkPersona(context, view, view.persona);
      for (const exclusion of found) {
        const others = alike.find(([other]) => isAlike(other, exclusion));
        if (others === undefined) alike.push([exclusion]);
        else others.push(exclusion);
      }
    }
    for (const exclusions of alike) report(context, exclusions);
  },
};

function checkPersona(context: JourneyContext, view: PersonaView, persona: Persona): readonly Exclusion[] {
  const { model } = context;
  const unavoidable = lazy(() => new Set(view.flow.unavoidable('success')));
  const found: Exclusion[] = [];
  for (const node of view.graph.nodes) {
    const { touchpoint } = node;
    if (touchpoint.optional !== undefined) continue;
    const lack = lackAt(persona, touchpoint);
    const obstacle = lack?.why ?? obstacleAt(model, persona, touchpoint);
    if (obstacle === undefined || !view.flow.reachable(node) || hasOtherWay(context, view, persona, node)) continue;
    const channel = lack === undefined ? touchpoint.channels[0] : undefined;
    const place = lack?.word.place ?? channel?.place ?? touchpoint.place;
    const isUnavoidable = unavoidable().has(node);
    const same = found.find((other) => other.channel?.key === channel?.key && other.obstacle.en === obstacle.en);
    if (same === undefined) found.push({ persona, place, channel, obstacle, nodes: [node], isUnavoidable });
    else {
      same.nodes.push(node);
      same.isUnavoidable ||= isUnavoidable;
    }
  }
  return found;
}

/** Touchpoints at which somebody cannot use a channel or lacks what it takes on any, always for the same reason. */
interface Exclusion {
  readonly persona: Persona;
  /** Where the channel or what it takes is written, at the first of them. */
  readonly place: Place;
  /** Missing where no other channel would help. */
  readonly channel: Reference | undefined;
  readonly obstacle: Text;
  readonly nodes: [GraphNode, ...GraphNode[]];
  isUnavoidable: boolean;
}

/** Whether two personas are shut out in the same way, so that one sentence is true of both. */
function isAlike(a: Exclusion, b: Exclusion): boolean {
  return (
    a.channel?.key === b.channel?.key &&
    a.obstacle.en === b.obstacle.en &&
    a.isUnavoidable === b.isUnavoidable &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every(({ key }, index) => b.nodes[index]?.key === key)
  );
}

function report(context: JourneyContext, [first, ...others]: readonly [Exclusion, ...Exclusion[]]): void {
  const { model } = context;
  const { place, channel, obstacle, nodes, isUnavoidable } = first;
  const personas = [first, ...others].map(({ persona }) => persona);
  const [at, who] = [titles(nodes.map(({ touchpoint }) => touchpoint)), titles(personas)];
  const name = channel === undefined ? undefined : nameOf(model.channels, channel.key);
  context.report({
    place,
    severity: isUnavoidable ? 'warning' : 'information',
    message:
      name === undefined
        ? {
            en: `${who.en} cannot do what ${at.en} takes: ${obstacle.en}.`,
            ja: `${who.ja}は${at.ja}を進められません。${obstacle.ja}。`,
          }
        : {
            en: `${who.en} cannot use ${name.en} at ${at.en}: ${obstacle.en}.`,
            ja: `${who.ja}は${at.ja}の${name.ja}を使えません。${obstacle.ja}。`,
          },
    help: name === undefined ? doWithout : rule.meta.remedy,
    related: [
      ...nodes.slice(1).map(({ touchpoint }) => ({
        place: (name === undefined ? touchpoint.requires[0] : touchpoint.channels[0])?.place ?? touchpoint.place,
        message:
          name === undefined
            ? { en: 'nor here', ja: 'ここでも進められません' }
            : { en: 'nor here', ja: 'ここでも使えません' },
      })),
      ...personas.map((persona) => ({ place: persona.place, message: { en: 'the persona', ja: 'このペルソナです' } })),
    ],
    fixes: () => (channel === undefined ? [] : offerUsable(context, personas, nodes)),
    subject: { touchpoint: nodes[0].key },
    personas: personas.map(({ key }) => key),
    namesPersona: true,
    same: personas.map(({ key }) => key).join(' '),
  });
}

const doWithout: Text = {
  en: 'Do without it, provide it there, or give this persona another step (`for …`).',
  ja: 'それがなくても済むようにするか、その場で用意するか、このペルソナに別の手順を設けます(`for …`)。',
};

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
        lackAt(persona, other.touchpoint) === undefined &&
        obstacleAt(context.model, persona, other.touchpoint) === undefined,
    );
}

/** A preferred channel that all of them can use, wherever it is missing. */
function offerUsable(
  { model }: JourneyContext,
  personas: readonly Persona[],
  nodes: readonly GraphNode[],
): readonly Fix[] {
  const preferred = channelsOf(
    model,
    personas.flatMap(({ prefers }) => prefers),
  );
  const usable = preferred.find((channel) => personas.every((persona) => obstacleOf(channel, persona) === undefined));
  const id = usable === undefined ? undefined : referable(model.channels, usable.key);
  if (usable === undefined || id === undefined) return [];
  const name = titled(usable);
  const title = { en: `Offer ${name.en} as well`, ja: `${name.ja}でもできるようにする` };
  const edits = nodes.flatMap(({ touchpoint }) => adding(touchpoint, [`alternative on ${id}`], title).edits);
  return [{ title, safe: false, edits }];
}
