import type { Goal } from '../../../model/entities.ts';
import type { Graph } from '../../../model/graph.ts';
import { titled } from '../../../model/phrases.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'no-feedback-point',
    group: 'measurement',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    ownOnly: true,

    summary: {
      en: 'A goal asks for insight, and nobody is asked.',
      ja: '目標はお客様の声を求めているのに、聞く場がありません。',
    },
    why: {
      en: `Insight comes from listening. A journey without a place where customers can say what they think will not bring any.

Reported when a goal of the journey is of the kind \`insight\`, or its title speaks of feedback, and no touchpoint \`collects\` anything or asks for feedback.`,
      ja: `顧客理解は、聞くことから始まります。お客様が思いを伝える場がなければ、何も得られません。

ジャーニーの目標の種類が \`insight\`、またはタイトルにフィードバックや「声」とあるのに、どのタッチポイントも \`collects\` せず、感想も尋ねていなければ指摘します。`,
    },
    remedy: {
      en: 'Ask at a good moment: `collects feedback`.',
      ja: 'よいタイミングで尋ねます(`collects feedback`)。',
    },
    sources: [],
    settings: [],
  },
  check: ({ model, journey, analysis, report }) => {
    const { graph } = analysis.whole;
    if (graph.nodes.length === 0) return;
    for (const reference of journey.goals) {
      const goal = model.goals.get(reference.key);
      if (goal === undefined || !needsToListen(goal) || asksForOpinions(graph)) continue;
      const name = titled(goal);
      report({
        place: reference.place,
        message: {
          en: `The goal ${name.en} needs to hear customers, and no touchpoint of ${titled(journey).en} asks them.`,
          ja: `目標${name.ja}にはお客様の声が必要ですが、${titled(journey).ja}のどのタッチポイントでも尋ねていません。`,
        },
        help: rule.meta.remedy,
        same: goal.key,
      });
    }
  },
};

function needsToListen({ kind, label, labelJa, labelEn }: Goal): boolean {
  return kind?.value === 'insight' || listening.test(`${label ?? ''} ${labelJa ?? ''} ${labelEn ?? ''}`);
}

function asksForOpinions(graph: Graph): boolean {
  if (graph.nodesWith('collects').length > 0) return true;
  return graph
    .nodesWith('asks')
    .some(({ touchpoint }) => touchpoint.asks.some(({ data }) => data.some(({ key }) => opinions.has(key))));
}

const opinions: ReadonlySet<string> = new Set(['feedback', 'surveyAnswers', 'review']);
const listening = /\b(feedback|insight|listen)\b|フィードバック|顧客の声|お客様の声/i;
