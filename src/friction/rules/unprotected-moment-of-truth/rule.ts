import type { GraphEdge, GraphNode } from '../../../model/graph.ts';
import { listed, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'unprotected-moment-of-truth',
    group: 'emotion',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    ownOnly: true,
    summary: {
      en: 'A moment of truth is not measured, or has no way out when it goes wrong.',
      ja: '真実の瞬間が守られていません。',
    },
    why: {
      en: `At a moment of truth the customer decides what to think of the company. It needs somebody who looks at a number, and something that catches the customer when it goes wrong.

For each touchpoint with \`momentOfTruth\` it looks for a measure (a \`metric\` here, a metric that is measured \`at\` it, or an experiment \`on\` it) and for a way out (\`on failure\`, another way on for a case that is written (\`-> … when\`), \`offers\` something, or a human at the other end). If both are missing this is a warning, if one is missing a piece of information. A missing owner is for \`owner-missing\`.

Missing means something only where the author records it: a measure is missed where the journey measures something at another touchpoint, a way out where the journey has a failure or an offer somewhere. A to-be journey is read in the same way.`,
      ja: `真実の瞬間に、お客様は会社への評価を決めます。数字を見る人と、うまくいかなかったときにお客様を受け止める手立てが必要です。

\`momentOfTruth\` のタッチポイントごとに、測定(ここの \`metric\`、ここを \`at\` とする指標、ここでの実験)と、受け皿(\`on failure\`、条件つきの別の道 \`-> … when\`、何らかの \`offers\`、または人の対応)があるかを調べます。両方なければ警告、一方なければ情報です。担当がいないことは \`owner-missing\` が扱います。

「ない」と言うのは、作り手がほかで記録している場合だけです。測定は、ジャーニーのほかのタッチポイントで何かを測っている場合、受け皿は、ジャーニーのどこかに失敗時の経路か \`offers\` がある場合に限ります。`,
    },
    remedy: {
      en: 'Measure it (`metric`) and say what happens when it goes wrong (`on failure -> …`, `offers human`).',
      ja: '指標を置き(`metric`)、うまくいかなかったときの道を書きます(`on failure -> …`、`offers human`)。',
    },
    sources: [
      { title: 'Carlzon: Moments of Truth. 1987' },
      { title: 'Heart of the Customer: moments of truth at the beginning, the end and hand-offs' },
    ],
    settings: [],
  },
  check: (context) => {
    if (context.analysis.whole.graph.nodesWith('momentOfTruth').length === 0) return;
    const recorded = recordedIn(context);
    if (!recorded.measures && !recorded.exits) return;
    forEachFlow(context, (shared, view) => {
      for (const node of view.graph.nodesWith('momentOfTruth')) checkMoment(shared, node, recorded);
    });
  },
};

interface Recorded {
  readonly measured: ReadonlySet<string>;
  readonly measures: boolean;
  readonly exits: boolean;
}

function recordedIn({ model, journey, analysis }: JourneyContext): Recorded {
  const { graph } = analysis.whole;
  const measured = new Set(graph.nodesWith('metrics').map(({ key }) => key));
  for (const { at } of model.metrics.values()) for (const { key } of at) measured.add(key);
  for (const { touchpoints } of model.experiments.values()) for (const { key } of touchpoints) measured.add(key);
  return {
    measured,
    measures: graph.nodes.some(({ key }) => measured.has(key)),
    exits: graph.nodesWith('offers').length > 0 || journey.paths.some(({ kind }) => kind === 'failure'),
  };
}

function checkMoment(
  { model, report }: JourneyContext,
  { key, touchpoint, out, ends }: GraphNode,
  { measured, measures, exits }: Recorded,
): void {
  const missing: Text[] = [];
  if (measures && !measured.has(key)) missing.push({ en: 'a metric', ja: '指標' });
  const isHuman = touchpoint.channels.some((channel) => model.channels.get(channel.key)?.human === true);
  const caught =
    isHuman ||
    touchpoint.handledBy?.value === 'staff' ||
    touchpoint.offers.length > 0 ||
    out.some(isWayOut) ||
    ends.some(({ kind }) => kind === 'failure');
  if (exits && !caught) missing.push({ en: 'a way out when it goes wrong', ja: 'うまくいかないときの受け皿' });
  if (missing.length === 0) return;
  const [at, what] = [titled(touchpoint), listed(missing)];
  report({
    place: touchpoint.place,
    severity: missing.length > 1 ? 'warning' : 'information',
    message: {
      en: `${at.en} is a moment of truth without ${what.en}.`,
      ja: `${at.ja}は真実の瞬間ですが、${what.ja}がありません。`,
    },
    help: rule.meta.remedy,
    subject: { touchpoint: key },
    same: what.en,
  });
}

/** A failure, or a way that is written for a case. */
function isWayOut({ kind, paths: [{ condition }] }: GraphEdge): boolean {
  return kind === 'failure' || (kind === 'arrow' && condition !== undefined);
}
