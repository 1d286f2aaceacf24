import type { MoodView } from '../../../model/analysis.ts';
import type { Fix } from '../../../model/finding.ts';
import type { GraphEdge } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { listed, titled } from '../../../model/phrases.ts';
import type { Place } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import { lowestFeelingAt, signed } from '../../feelings.ts';
import { adding, literal, writtenInJapanese } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { type Seam, seamAt } from '../../seams.ts';
import { hasOpenIdeas } from '../../solutions.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'drop-at-handover',
    group: 'consistency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    fix: 'unsafe',
    summary: {
      en: 'The feeling falls just where the customer passes to another team, system or channel.',
      ja: '引き継ぎのところで、感情が大きく落ちます。',
    },
    why: {
      en: `Hand-overs between silos are where experiences break most often. When the feeling falls just there, the seam is probably the reason, and no single team sees it.

Looked at is each way from one touchpoint to the next on which the feeling falls by two points or more (on the scale −2…+2, our own choice) to below zero, and on which the responsible team, the system or the family of channel changes. A change of stage alone does not count: the author draws stages, the customer does not feel them. Another channel alone counts only where customers have to change it in the middle of what they are doing: they act on both sides, in the same stage. A system of the kind \`analytics\` only watches and hands nobody over, and where the customer is alone (no channel, no system, no team of its own) nobody takes over. It is silent when the second touchpoint has an opportunity that is not rejected. Nor does a touchpoint at which the customer comes with bad news of their own (\`task report\`, \`complain\`, \`return\`, \`exchange\`, \`refund\`, \`cancel\`) count. Ways that only a failure leads along do not count either: there the failure spoils the mood, whoever takes over. Without any boundary a fall is for \`emotion-swing\`.`,
      ja: `体験が最も途切れやすいのは、縦割りの境目での引き継ぎです。感情がちょうどそこで落ちるなら、境目が原因である可能性が高く、しかもどの部門からも見えません。

感情が2以上(−2〜+2の尺度、独自の目安)下がってマイナスになり、かつ担当・システム・チャネルの系統のいずれかが替わる経路を調べます。ステージが変わるだけでは数えません。ステージは作り手の区切りで、お客様が感じるものではないからです。チャネルだけが替わる場合は、同じステージの中でお客様が続けて行動し、途中でチャネルを替えなければならないときだけ数えます。種類が \`analytics\` のシステムは行動を見ているだけなので数えません。チャネルもシステムも固有の担当もない、お客様が一人でいる場面も、引き継ぎ先とはみなしません。後のタッチポイントに、見送られていない改善機会があれば何も言いません。お客様が不具合や不満を伝えたり、返品や解約を申し出たりするタッチポイント(\`task report\`・\`complain\`・\`return\`・\`exchange\`・\`refund\`・\`cancel\`)も、感情の原因がはっきりしているので数えません。失敗したときだけ通る経路も数えません。そこで気持ちを損なうのは引き継ぎではなく、失敗そのものだからです。境目のない落ち込みは \`emotion-swing\` が扱います。`,
    },
    remedy: {
      en: 'Look at the seam together with both sides: what does the customer lose there? Note the idea as an `opportunity`.',
      ja: '双方の担当で境目を一緒に見て、お客様がそこで何を失うのかを確かめ、案を `opportunity` に書きます。',
    },
    sources: [{ title: 'Heart of the Customer: moments of truth at hand-offs between silos' }],
    settings: [],
  },
  check: (whole) => {
    const falls = new Map<string, Place>();
    forEachMood(whole, (context, view) => {
      for (const edge of view.graph.edges)
        if (edge.kind !== 'skip' && edge.kind !== 'failure') checkEdge(context, view, edge, falls);
    });
  },
};

/** Points on the scale −2…+2. */
const fall = 2;

/** `falls`: where each is reported; several personas fall alike by a feeling that is written for each. */
function checkEdge(context: JourneyContext, view: MoodView, edge: GraphEdge, falls: Map<string, Place>): void {
  const after = view.feelingAt(edge.to);
  if (after === undefined || after >= 0) return;
  const before = view.feelingAt(edge.from);
  if (before === undefined || after - before > -fall || !view.flow.reachable(edge.from)) return;
  if (edge.to.touchpoint.opportunities.some(({ status }) => status?.value !== 'rejected')) return;
  if (hasOpenIdeas(edge.to.stage.opportunities) || bringsBadNews(edge.to.touchpoint)) return;
  const feeling = lowestFeelingAt(view, edge.to);
  if (feeling === undefined) return;
  const seam = seamAt(context.model, edge);
  if (seam === undefined) return;
  const [from, to] = [titled(edge.from.touchpoint), titled(edge.to.touchpoint)];
  const what = listed(changesIn(context.model, seam));
  const fallen = `${edge.from.key} ${edge.to.key} ${before} ${after}`;
  const place = falls.get(fallen) ?? feeling.place;
  falls.set(fallen, place);
  context.report({
    place,
    message: {
      en: `From ${from.en} to ${to.en} the feeling falls from ${signed(before)} to ${signed(after)}, just where the customer passes ${what.en}.`,
      ja: `${from.ja}から${to.ja}へ進むところで感情が${signed(before)}から${signed(after)}に落ちます。ちょうど${what.ja}替わる境目です。`,
    },
    help: rule.meta.remedy,
    related: [
      {
        place: lowestFeelingAt(view, edge.from)?.place ?? edge.from.touchpoint.place,
        message: { en: `still ${signed(before)} here`, ja: `ここではまだ${signed(before)}です` },
      },
    ],
    fixes: () => [noteIdea(context, edge)],
    subject: { touchpoint: edge.from.key, next: edge.to.key },
    same: `${edge.from.key} ${before} ${after}`,
  });
}

/** Who reports that something is broken feels bad about that, whoever answers. */
function bringsBadNews({ initiator, task }: Touchpoint): boolean {
  return initiator?.value === 'customer' && badNews.has(task?.value ?? '');
}

const badNews: ReadonlySet<string> = new Set(['report', 'complain', 'return', 'exchange', 'refund', 'cancel']);

function changesIn(model: Model, { owner, system, channel }: Seam): readonly Text[] {
  const changes: Text[] = [];
  if (owner !== undefined)
    changes.push(change('担当が', nameOf(model.teams, owner.from), nameOf(model.teams, owner.to)));
  if (system !== undefined) {
    changes.push(change('システムが', nameOf(model.systems, system.from), nameOf(model.systems, system.to)));
  }
  if (channel !== undefined) {
    changes.push(change('チャネルが', nameOf(model.channels, channel.from), nameOf(model.channels, channel.to)));
  }
  return changes;
}

function change(what: string, from: Text, to: Text): Text {
  return { en: `from ${from.en} to ${to.en}`, ja: `${what}${from.ja}から${to.ja}に` };
}

function noteIdea({ model }: JourneyContext, { to: { touchpoint } }: GraphEdge): Fix {
  const owner = touchpoint.owner === undefined ? undefined : referable(model.teams, touchpoint.owner.key);
  const text = writtenInJapanese(touchpoint)
    ? '引き継ぎの前後を一つの体験としてつなぐ'
    : 'Make the hand-over feel like one experience';
  const statement = `opportunity ${literal(text)}${owner === undefined ? '' : ` owner ${owner}`} status idea`;
  return adding(touchpoint, [statement], { en: 'Note an opportunity at the seam', ja: '境目に改善機会を書く' });
}
