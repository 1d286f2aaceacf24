import type { MoodView } from '../../../model/analysis.ts';
import type { GraphEdge } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import { lowestFeelingAt, signed } from '../../feelings.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { seamAt } from '../../seams.ts';
import { originOf } from '../../settings.ts';
import { forEachMood } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'emotion-swing',
    group: 'emotion',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',
    summary: {
      en: 'The feeling falls sharply from one touchpoint to the next, and nothing says why.',
      ja: '次のタッチポイントで感情が大きく落ち、理由が書かれていません。',
    },
    why: {
      en: `Feelings seldom fall from delight to anger in one step. Such a fall usually means that a step between is missing from the map, or that the reason was not written down.

Looked at is each step of the main path on which the feeling falls by three points or more on the scale −2…+2. It is explained when the second touchpoint has a \`because\`, a barrier, a thought or a quote, when it confirms or answers something, when it is a moment of truth, or when the customer waits there. A fall at the seam between two teams, systems or channels is for \`drop-at-handover\`. A rise is left alone: relief at what comes at last needs no explanation.`,
      ja: `感情が一足飛びに喜びから怒りへ変わることは、めったにありません。大きく落ちるのは、間のステップがマップから抜けているか、理由が書かれていない場合がほとんどです。

主な経路で、感情が3以上(−2〜+2の尺度)落ちる箇所を調べます。後のタッチポイントに \`because\`・障壁・思考・発言があるか、確認や回答があるか、真実の瞬間であるか、そこで待つのであれば、理由があるとみなします。担当・システム・チャネルの境目での落ち込みは \`drop-at-handover\` が扱います。感情が上がる場合は指摘しません。待ち望んだことがかなった安心に、説明は要らないからです。`,
    },
    remedy: {
      en: 'Add the step that is missing between, or write why the feeling changes (`thinks`, `because`, `barrier`).',
      ja: '抜けているステップを足すか、感情が変わる理由を書きます(`thinks`・`because`・`barrier`)。',
    },
    sources: [],
    settings: ['emotionSwing'],
  },
  check: (whole) => {
    forEachMood(whole, (context, view) => {
      for (const edge of view.flow.mainPath.edges) if (edge.kind !== 'skip') checkEdge(context, view, edge);
    });
  },
};

function checkEdge({ model, settings, report }: JourneyContext, view: MoodView, edge: GraphEdge): void {
  const before = view.feelingAt(edge.from);
  const after = view.feelingAt(edge.to);
  if (before === undefined || after === undefined || before - after < settings.emotionSwing) return;
  // A fall at a seam is another rule's.
  if (isExplained(edge) || edge.to.touchpoint.wait !== undefined || seamAt(model, edge) !== undefined) return;
  const feeling = lowestFeelingAt(view, edge.to);
  if (feeling === undefined) return;
  const [from, to] = [titled(edge.from.touchpoint), titled(edge.to.touchpoint)];
  const origin = originOf('emotionSwing', settings);
  report({
    place: feeling.place,
    message: {
      en: `From ${from.en} to ${to.en} the feeling falls from ${signed(before)} to ${signed(after)} in one step, and nothing says why (limit: ${settings.emotionSwing} points; ${origin.en}).`,
      ja: `${from.ja}から${to.ja}へ進むだけで感情が${signed(before)}から${signed(after)}に落ちますが、理由が書かれていません(基準は${settings.emotionSwing}、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: [
      {
        place: lowestFeelingAt(view, edge.from)?.place ?? edge.from.touchpoint.place,
        message: { en: `${signed(before)} here`, ja: `ここでは${signed(before)}です` },
      },
    ],
    subject: { touchpoint: edge.from.key, next: edge.to.key },
    same: `${before} ${after}`,
  });
}

function isExplained({ to: { touchpoint } }: GraphEdge): boolean {
  const { because, momentOfTruth, barriers, thinks, says, answers, confirms } = touchpoint;
  if (because !== undefined || momentOfTruth !== undefined) return true;
  return barriers.length + thinks.length + says.length + answers.length + confirms.length > 0;
}
