import type { FlowView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { FactSource } from '../../../model/flow/facts.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { nameIn, toldOf, usesTells } from '../../announcements.ts';
import { hasPartner, isPartner } from '../../companies.ts';
import { adding, literal, writtenInJapanese } from '../../fixes.ts';
import { nameOf } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'third-party-handoff-unannounced',
    group: 'transparency',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'The customer passes to a partner whom nobody has announced.',
      ja: '提携先に引き継がれることを、お客様に伝えていません。',
    },
    why: {
      en: `A call from a company that one has never heard of looks like fraud, and a payment page under another name like a mistake.

Looked at is each way from a touchpoint of your own to one of a partner: its system is of kind \`partner\`, its channel has a \`partner\`, or it is \`by partner\`. It is silent when the touchpoint before tells of it, by a \`tells\` with words (which are taken to say who it is) or one that names the next touchpoint, or when an earlier \`tells next\` names it on all ways. Where the journey begins with a partner nothing is handed over, and a partner whom the customer has met before on all ways needs no introduction. The team of the whole stage or journey is not taken for the partner. Who goes elsewhere to leave (a touchpoint at which the journey only ends in \`end exit\`) is handed over by nobody.

As long as nothing in the journey is told, the rule waits.`,
      ja: `聞いたことのない会社からの電話は詐欺に、別の名前の決済画面は誤りに見えます。

自社のタッチポイントから提携先のタッチポイントへの経路を調べます。提携先とは、種類が \`partner\` のシステム、\`partner\` のあるチャネル、または \`by partner\` です。直前のタッチポイントが伝えていれば(言葉のある \`tells\` は相手を述べているとみなします。次のタッチポイントを名指す \`tells next\` でも構いません)、またはすべての経路でそれまでに名指ししていれば、何も言いません。提携先から始まるジャーニーの最初は引き継ぎではありません。すべての経路ですでに接した提携先には、紹介を求めません。ステージやジャーニー全体の担当は、提携先とはみなしません。お客様が自分から離れていく先(\`end exit\` だけで終わるタッチポイント)も対象外です。

ジャーニーのどこにも \`tells\` がない間は指摘しません。`,
    },
    remedy: {
      en: 'Say before the hand-over who takes over and why: `tells next … "…"`.',
      ja: '引き継ぐ前に、どの会社がなぜ対応するのかを伝えます(`tells next … "…"`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { model, analysis } = context;
    if (!usesTells(context.journey)) return;
    // As in most journeys.
    if (!analysis.whole.graph.nodes.some(({ touchpoint }) => hasPartner(model, touchpoint))) return;
    const met: FactSource = (mark, graph) => {
      for (const node of graph.nodes) {
        if (!hasPartner(context.model, node.touchpoint)) continue;
        for (const sign of signsOf(context.model, node.touchpoint)) mark.begins(node, sign);
      }
    };
    forEachFlow(context, (shared, view) => {
      for (const edge of view.graph.edges) {
        if (edge.kind === 'next' || edge.kind === 'arrow') checkEdge(shared, view, edge, met);
      }
    });
  },
};

function checkEdge(context: JourneyContext, { flow }: FlowView, { from, to }: GraphEdge, met: FactSource): void {
  const { model, journey, report } = context;
  if (!hasPartner(model, to.touchpoint) || !flow.reachable(from) || hasPartner(model, from.touchpoint)) return;
  if (isLeaving(to)) return;
  const { tells } = from.touchpoint;
  if (tells.some(({ text, target }) => text !== undefined || target?.key === to.key)) return;
  if (flow.past(toldOf).before(from, to.key) === 'always') return;
  const partner = partnerAt(model, to.touchpoint);
  const past = flow.past(met);
  if (signsOf(model, to.touchpoint).some((sign) => past.before(from, sign) === 'always')) return;
  const [here, next] = [titled(from.touchpoint), titled(to.touchpoint)];
  report({
    place: from.touchpoint.place,
    message: {
      en: `After ${here.en} the customer passes to ${partner.en} (${next.en}), and nobody has said so.`,
      ja: `${here.ja}のあと${partner.ja}に引き継がれますが(${next.ja})、お客様に伝えていません。`,
    },
    help: rule.meta.remedy,
    related: [
      { place: to.touchpoint.place, message: { en: 'the partner takes over here', ja: 'ここから提携先が対応します' } },
    ],
    fixes: () => announce(journey, from.touchpoint, to.touchpoint, partner),
    subject: { touchpoint: from.key, next: to.key },
    same: to.key,
  });
}

/** Whether the customer has gone elsewhere of their own accord: nobody hands over whom they lose. */
function isLeaving({ out, ends }: GraphNode): boolean {
  return out.length === 0 && ends.length > 0 && ends.every(({ end }) => end === 'exit');
}

/**
 * By what the customer knows a partner again: its system, the team that is named for it, or the channel on which it came. Who
 * is nobody in particular may be any partner.
 */
function signsOf(model: Model, { system, channels, owner, initiator }: Touchpoint): readonly string[] {
  const signs = [anyPartner];
  if (isPartner(model, system)) signs.push(`system ${system.key}`);
  for (const { key } of channels) {
    const { partner } = model.channels.get(key) ?? {};
    if (partner !== undefined) signs.push(`system ${partner.key}`);
    if (initiator?.value === 'partner') signs.push(`channel ${key}`);
  }
  if (owner?.from === 'touchpoint') signs.push(`team ${owner.key}`);
  return signs;
}

const anyPartner = 'any partner';

const aPartner: Text = { en: 'a partner', ja: '提携先' };

/** Who the partner of a touchpoint is: by name only as far as the touchpoint says so itself. */
function partnerAt(model: Model, { system, channels, owner }: Touchpoint): Text {
  if (isPartner(model, system)) return nameOf(model.systems, system.key);
  const [partner] = channels.flatMap(({ key }) => model.channels.get(key)?.partner ?? []);
  if (partner !== undefined) return nameOf(model.systems, partner.key);
  if (owner?.from === 'touchpoint') return nameOf(model.teams, owner.key);
  const theirs = channels.find(({ key }) => model.channels.get(key)?.thirdParty === true);
  return theirs === undefined ? aPartner : nameOf(model.channels, theirs.key);
}

function announce(journey: JourneyContext['journey'], from: Touchpoint, to: Touchpoint, partner: Text): readonly Fix[] {
  const name = nameIn(journey, to);
  if (name === undefined) return [];
  const [who, next] = [partner, titled(to)];
  const text = writtenInJapanese(from)
    ? `このあとは${who.ja}が対応します`
    : `From here on ${who.en.replaceAll('"', '')} looks after you`;
  return [
    adding(from, [`tells next ${name} ${literal(text)}`], {
      en: `Announce ${who.en} before ${next.en}`,
      ja: `${next.ja}の前に${who.ja}を紹介する`,
    }),
  ];
}
