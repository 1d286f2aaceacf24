import { analysisOf } from '../../../model/analysis.ts';
import type { PersonaView } from '../../../model/analysis.ts';
import { durationText, listed, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { signed } from '../../feelings.ts';
import type { Rule } from '../../rule.ts';
import { hitIn } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'to-be-not-better',
    group: 'measurement',
    since: '0.1.0',
    severity: 'information',
    waitsFor: 'journey',

    summary: {
      en: 'The journey as it should be is no better than the one it improves.',
      ja: '理想のジャーニーが、現状より良くなっていません。',
    },
    why: {
      en: `A redesign should be better for the customer in what is remembered, or faster.

For a to-be journey that \`improves\` another one, for each persona of both: the lowest feeling and the last feeling on the main path, and the typical waits along it. Each that is worse than before is named. Feelings that are not written on both sides are not compared.`,
      ja: `作り直すからには、お客様の記憶に残るところか、速さが良くなるはずです。

\`improves\` で別のジャーニーを改善する理想(To-Be)について、双方のペルソナごとに、主な経路の最も低い感情と最後の感情、通常の待ち時間の合計を比べ、悪くなったものを指摘します。双方に書かれていない感情は比べません。`,
    },
    remedy: {
      en: 'Look at what has become worse, or explain it (`note`).',
      ja: '悪くなった点を見直すか、理由を書きます(`note`)。',
    },
    sources: [],
    settings: [],
  },
  check: ({ model, journey, analysis, report }) => {
    const improved = journey.improves === undefined ? undefined : model.journeys.get(journey.improves.key);
    if (improved === undefined || journey.improves === undefined) return;
    const before = analysisOf(model, improved);
    for (const view of analysis.views) {
      const old = before.views.find(({ persona }) => persona?.key === view.persona?.key);
      const worse = old === undefined ? [] : comparisons(old, view);
      if (worse.length === 0) continue;
      const [name, than, what] = [titled(journey), titled(improved), listed(worse)];
      report({
        place: journey.improves.place,
        message: {
          en: `${name.en} is no better than ${than.en} in ${what.en}.`,
          ja: `${name.ja}は、${than.ja}より良くなっていないところがあります(${what.ja})。`,
        },
        help: rule.meta.remedy,
        related: [{ place: improved.place, message: { en: 'the journey as it is', ja: '現状のジャーニー' } }],
        personas: hitIn([view]),
        same: what.en,
      });
    }
  },
};

function comparisons(old: PersonaView, now: PersonaView): readonly Text[] {
  const worse: Text[] = [];
  const [low, lowBefore] = [now.emotions.lowest?.value, old.emotions.lowest?.value];
  if (low !== undefined && lowBefore !== undefined && low < lowBefore) {
    const change = `${signed(lowBefore)} → ${signed(low)}`;
    worse.push({ en: `the lowest feeling (${change})`, ja: `最も低い感情 ${change}` });
  }
  const [last, lastBefore] = [now.emotions.points.at(-1)?.value, old.emotions.points.at(-1)?.value];
  if (last !== undefined && lastBefore !== undefined && last < lastBefore) {
    const change = `${signed(lastBefore)} → ${signed(last)}`;
    worse.push({ en: `the ending (${change})`, ja: `終わりの感情 ${change}` });
  }
  const [wait, waitBefore] = [waitsAlong(now), waitsAlong(old)];
  if (wait > waitBefore && waitBefore > 0) {
    const [before, after] = [durationText(waitBefore), durationText(wait)];
    worse.push({ en: `the waits (${before.en} → ${after.en})`, ja: `待ち時間 ${before.ja} → ${after.ja}` });
  }
  return worse;
}

/** Typical seconds along the main path. */
function waitsAlong({ flow }: PersonaView): number {
  return flow.mainPath.nodes.reduce((sum, { touchpoint: { wait } }) => sum + (wait?.typical.seconds ?? 0), 0);
}
