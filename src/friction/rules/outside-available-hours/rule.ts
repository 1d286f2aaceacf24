import type { Persona } from '../../../model/entities.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { percentText, titled } from '../../../model/phrases.ts';
import { channelsOf, choicesAt } from '../../channels.ts';
import { commonMinutes, minutesOf } from '../../hours.ts';
import { namesOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'outside-available-hours',
    group: 'channel',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'touchpoint',
    summary: {
      en: 'A channel is open for less than half of the time that the persona has.',
      ja: 'お客様の都合のよい時間と、受付時間が合っていません。',
    },
    why: {
      en: `A service that is open when its customers work is a service for others.

Compared are the \`hours\` of the persona with those of each live channel at a touchpoint (phone, chat, shop, counter…), where both are written. If all the channels and alternatives of a touchpoint state hours, and together they cover less than half of the persona's time (our own choice), it is reported, at the first touchpoint with these channels. Where they have no moment in common, \`channel-inaccessible\` speaks.`,
      ja: `お客様が働いている時間にしか開いていない窓口は、ほかの誰かのための窓口です。

ペルソナの \`hours\` と、タッチポイントの人が応対するチャネル(電話・チャット・店舗・窓口など)の \`hours\` を、双方に書かれている場合に比べます。チャネルと代替のすべてに時間が書かれていて、合わせてもペルソナの時間の半分(独自の目安)に満たなければ、そのチャネルの最初のタッチポイントで指摘します。まったく重ならない場合は \`channel-inaccessible\` が扱います。`,
    },
    remedy: {
      en: 'Open when these customers have time, or offer a way that does not depend on the hour (`alternative on web`).',
      ja: 'お客様の都合のよい時間に開けるか、時間に縛られない方法を用意します(`alternative on web`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    for (const view of context.analysis.views) {
      const { persona } = view;
      if (persona === undefined || persona.hours.length === 0) continue;
      const seen = new Set<string>();
      for (const node of view.graph.nodes) if (view.flow.reachable(node)) check(context, persona, node, seen);
    }
  },
};

/** Share of the persona's time that should be covered. */
const enough = 0.5;

function check(context: JourneyContext, persona: Persona, node: GraphNode, seen: Set<string>): void {
  const { model } = context;
  const { touchpoint } = node;
  const channels = channelsOf(model, choicesAt(touchpoint));
  const [first] = touchpoint.channels;
  if (first === undefined || channels.length === 0) return;
  if (!channels.every(({ live, hours }) => live && hours.length > 0)) return;
  const open = Math.max(...channels.map(({ hours }) => commonMinutes(hours, persona.hours)));
  const covered = open / minutesOf(persona.hours);
  const same = channels.map(({ key }) => key).join(' ');
  if (open === 0 || covered >= enough || seen.has(same)) return;
  seen.add(same);
  const [at, who] = [titled(touchpoint), titled(persona)];
  const name = namesOf(
    model.channels,
    channels.map(({ key }) => key),
  );
  const share = percentText(covered);
  context.report({
    place: first.place,
    message: {
      en: `At ${at.en} ${name.en} is open for only ${share.en} of the time that ${who.en} has.`,
      ja: `${at.ja}の${name.ja}が開いているのは、${who.ja}の都合のよい時間の${share.ja}だけです。`,
    },
    help: rule.meta.remedy,
    related: persona.hours.map(({ place }) => ({
      place,
      message: { en: 'when the persona has time', ja: 'ペルソナの都合のよい時間' },
    })),
    subject: { touchpoint: node.key },
    personas: [persona.key],
    namesPersona: true,
    same: persona.key,
  });
}
