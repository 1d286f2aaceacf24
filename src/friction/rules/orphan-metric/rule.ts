import type { Metric } from '../../../model/entities.ts';
import { titled } from '../../../model/phrases.ts';
import { type Model, ownJourneys } from '../../../model/model.ts';
import type { Reference } from '../../../model/values.ts';
import { metricUsesIn } from '../../metric-uses.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'orphan-metric',
    group: 'measurement',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'A metric decides about nothing.',
      ja: 'どこにも使われていない指標があります。',
    },
    why: {
      en: `A number that nobody waits for is collected in vain.

Reported for a metric of the file when it names no touchpoint (\`at\`), and no goal, journey, stage, touchpoint or experiment names it. Only in files that hold a journey as well: a shared file of metrics cannot know who imports it.`,
      ja: `誰も待っていない数字を集めても仕方がありません。

ファイル内の指標が \`at\` でタッチポイントを示さず、目標・ジャーニー・ステージ・タッチポイント・実験のどれからも使われていなければ指摘します。ジャーニーのあるファイルに限ります。共有ファイルでは、誰が使うか分からないためです。`,
    },
    remedy: {
      en: 'Say where it is measured (`at`, or `metric` at the touchpoint) and which goal it serves.',
      ja: 'どこで測るか(`at`、またはタッチポイントの `metric`)と、どの目標のためかを書きます。',
    },
    sources: [],
    settings: [],
  },
  checkModel: ({ model, report }) => {
    if (ownJourneys(model).length === 0) return;
    for (const metric of model.metrics.values()) {
      if (metric.place.uri !== model.uri || metric.at.length > 0 || isUsed(model, metric)) continue;
      const name = titled(metric);
      report({
        place: metric.place,
        message: {
          en: `Nothing uses the metric ${name.en}: no goal, touchpoint or experiment names it.`,
          ja: `指標${name.ja}は、目標・タッチポイント・実験のどれからも使われていません。`,
        },
        help: rule.meta.remedy,
        tags: ['unnecessary'],
      });
    }
  },
};

function isUsed(model: Model, { key }: Metric): boolean {
  const isIt = (reference: Reference): boolean => reference.key === key;
  for (const { metrics } of model.goals.values()) if (metrics.some(isIt)) return true;
  for (const { metrics, guardrails } of model.experiments.values()) {
    if (metrics.some(isIt) || guardrails.some(isIt)) return true;
  }
  return metricUsesIn(model).metrics.has(key);
}
