import type { MoodView } from '../../../model/analysis.ts';
import { crossingsOf } from '../../../model/flow/crossings.ts';
import type { GraphEdge } from '../../../model/graph.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { lowestFeelingAt, signed } from '../../feelings.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
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
      en: 'The feeling changes sharply from one touchpoint to the next, and nothing says why.',
      ja: '隣り合うタッチポイントで感情が大きく変わり、理由が書かれていません。',
    },
    why: {
      en: `Feelings seldom jump from delight to anger in one step. A jump usually means that a step between is missing from the map, or that the reason was not written down.

Looked at is each step of the main path on which the feeling changes by three points or more on the scale −2…+2. It is explained when the second touchpoint has a \`because\`, a barrier, a thought or a quote, when it confirms or answers something, or when it is a moment of truth; a fall also when the customer waits there. A fall at the boundary of two teams, systems or channels is for \`drop-at-handover\`.`,
      ja: `感情が一足飛びに喜びから怒りへ変わることは、めったにありません。大きく飛ぶのは、間のステップがマップから抜けているか、理由が書かれていない場合がほとんどです。

主な経路で、感情が3以上(−2〜+2の尺度)変わる箇所を調べます。後のタッチポイントに \`because\`・障壁・思考・発言があるか、確認や回答があるか、真実の瞬間であれば、理由があるとみなします。落ち込みは、そこで待つことも理由とみなします。担当・システム・チャネルの境目での落ち込みは \`drop-at-handover\` が扱います。`,
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
  const [before, after] = [view.feelingAt(edge.from), view.feelingAt(edge.to)];
  if (before === undefined || after === undefined || Math.abs(after - before) < settings.emotionSwing) return;
  // A fall at a boundary is another rule's.
  if (isExplained(edge) || (after < before && (isAtBoundary(model, edge) || edge.to.touchpoint.wait !== undefined)))
    return;
  const feeling = lowestFeelingAt(view, edge.to);
  if (feeling === undefined) return;
  const [from, to] = [titled(edge.from.touchpoint), titled(edge.to.touchpoint)];
  const origin = originOf('emotionSwing', settings);
  report({
    place: feeling.place,
    message: {
      en: `From ${from.en} to ${to.en} the feeling goes from ${signed(before)} to ${signed(after)} in one step, and nothing says why (limit: ${settings.emotionSwing} points; ${origin.en}).`,
      ja: `${from.ja}から${to.ja}へ進むだけで感情が${signed(before)}から${signed(after)}に変わりますが、理由が書かれていません(基準は${settings.emotionSwing}、${origin.ja})。`,
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

function isAtBoundary(model: Model, edge: GraphEdge): boolean {
  const crossings = crossingsOf(model, edge);
  return crossings.owner !== undefined || crossings.system !== undefined || crossings.family !== undefined;
}
