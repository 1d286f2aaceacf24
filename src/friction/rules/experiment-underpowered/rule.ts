import type { Experiment } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import { grouped } from '../../../model/grouped.ts';
import { asWritten, durationText, percentText, titled } from '../../../model/phrases.ts';
import type { Quantity } from '../../../model/values.ts';
import { shareOf } from '../../amounts.ts';
import { planOf } from '../../experiment-plan.ts';
import { detectableEffect, sampleSize } from '../../experiment-statistics.ts';
import type { ModelContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'experiment-underpowered',
    group: 'measurement',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'An A/B test is too small or too short for the effect that it looks for.',
      ja: '実験のサンプルサイズが、検出したい効果に対して足りません。',
    },
    why: {
      en: `A test that is too small answers nothing: when it shows no difference, nobody knows whether there is none.

From \`baseline\`, \`effect\` (percentage points with \`pt\`, a relative change with \`%\`), \`alpha\` (default 5 %, two-sided) and \`power\` (default 80 %) follows how many customers each variant needs: the normal approximation for two proportions (Fleiss, Levin, Paik 2003). With k variants, α is divided by k − 1 (Bonferroni). The smallest share of the \`split\` of \`traffic\` during \`runs\` is what there is. Less than needed is a warning, with the length that would be enough and the effect that can be seen as it is. A length that is no whole number of weeks is a piece of information, because customers of Mondays are not those of Sundays. Experiments that state results are judged by them and left alone, and so are ideas and rejected ones.`,
      ja: `小さすぎるテストは何も答えません。差が出なくても、差がないのか見えないだけなのかが分からないからです。

\`baseline\`・\`effect\`(\`pt\` はポイント差、\`%\` は相対的な変化)・\`alpha\`(既定5%、両側)・\`power\`(既定80%)から、バリアントごとに必要な人数を求めます(二つの比率の正規近似、Fleiss ほか 2003)。バリアントが k 個なら α を k−1 で割ります(ボンフェローニ補正)。\`traffic\` と \`runs\` に最も小さい \`split\` を掛けたものが、集まる人数です。足りなければ警告し、必要な期間と、いまの計画で検出できる効果を示します。期間が週の整数倍でなければ情報です。月曜と日曜では訪れるお客様が違うからです。結果が書かれた実験、アイデアや見送られた実験は対象外です。`,
    },
    remedy: {
      en: 'Let it run longer, look for a larger effect, or send more customers into it. `journey power` computes the numbers.',
      ja: '期間を延ばすか、狙う効果を大きくするか、対象のお客様を増やします。数字は `journey power` で計算できます。',
    },
    sources: [
      { title: 'Fleiss, Levin, Paik: Statistical Methods for Rates and Proportions. 3rd edition, 2003, chapter 4' },
    ],
    settings: [],
  },
  checkModel: (context) => {
    const { model } = context;
    for (const experiment of model.experiments.values()) {
      const status = experiment.status?.value;
      if (experiment.place.uri !== model.uri || status === 'idea' || status === 'rejected') continue;
      if (experiment.results.length > 0) continue;
      checkSize(context, experiment);
      checkWeeks(context, experiment);
    }
  },
};

const day = 86_400;
const week = 7 * day;

function checkSize(context: ModelContext, experiment: Experiment): void {
  const { runs, traffic, effect } = experiment;
  const plan = planOf(experiment);
  if (plan === undefined || runs === undefined || traffic === undefined || effect === undefined) return;
  const needed = sampleSize(plan);
  const share = smallestShare(experiment);
  const perSecond = (traffic.count.value / traffic.perSeconds) * share;
  const available = Math.floor(perSecond * runs.seconds);
  if (needed === undefined || perSecond <= 0 || available >= needed) return;
  const weeks = Math.ceil(needed / perSecond / week);
  const detectable = detectableEffect(plan, available);
  const [name, aim] = [titled(experiment), asWritten(effect)];
  const seen =
    detectable === undefined
      ? { en: '', ja: '' }
      : {
          en: ` As planned it can only show a rise of ${pointText(detectable)} points.`,
          ja: `いまの計画で検出できるのは${pointText(detectable)}ポイント以上の上昇です。`,
        };
  context.report({
    place: experiment.place,
    message: {
      en: `To see an effect of ${aim.en} from ${percentText(plan.baseline).en}, ${name.en} needs ${grouped(needed)} customers in each variant and gets ${grouped(available)}.${seen.en}`,
      ja: `${percentText(plan.baseline).ja}からの効果${aim.ja}を検出するには、${name.ja}はバリアントごとに${grouped(needed)}人必要ですが、${grouped(available)}人しか集まりません。${seen.ja}`,
    },
    help: {
      en: `Let it run for ${weeks} weeks, look for a larger effect, or send more customers into it.`,
      ja: `${weeks}週間続けるか、狙う効果を大きくするか、対象のお客様を増やします。`,
    },
    related: [
      { place: runs.place, message: { en: `${runs.written} planned here`, ja: `ここでは${runs.written}の計画です` } },
    ],
    // A test of more than a quarter is no plan.
    fixes: () => (weeks <= 13 ? [runFor(runs, weeks)] : []),
    same: 'size',
  });
}

function runFor({ place }: Quantity, weeks: number): Fix {
  return {
    title: { en: `Let it run for ${weeks} weeks`, ja: `${weeks}週間続ける` },
    safe: false,
    edits: [{ kind: 'replace', place, text: `${weeks} weeks` }],
  };
}

function checkWeeks(context: ModelContext, experiment: Experiment): void {
  const { runs } = experiment;
  if (runs === undefined || (runs.seconds > 0 && runs.seconds % week === 0)) return;
  const [name, length] = [titled(experiment), durationText(runs.seconds)];
  const weeks = Math.max(1, Math.ceil(runs.seconds / week));
  context.report({
    place: runs.place,
    severity: 'information',
    message: {
      en: `${name.en} runs for ${length.en}, which is no whole number of weeks, so some days of the week count more than others.`,
      ja: `${name.ja}の期間${length.ja}は週の整数倍ではなく、曜日によって数えられ方が偏ります。`,
    },
    help: { en: 'Run whole weeks.', ja: '週単位で行います。' },
    fixes: () => [runFor(runs, weeks)],
    same: 'weeks',
  });
}

/** Of those who come by, the share that goes to the smallest variant; without a split they are equal. */
function smallestShare({ split, variants }: Experiment): number {
  const shares = split.flatMap((each) => shareOf(each) ?? []);
  const equal = 1 / Math.max(2, variants.length);
  if (shares.length === 0) return equal;
  const total = shares.reduce((sum, each) => sum + each, 0);
  // `split 50, 50` in parts, or `split 50%, 50%` in shares: parts are divided by their sum.
  const scale = split.every(({ kind }) => kind === 'percentage') ? 1 : total;
  return scale === 0 ? equal : Math.min(...shares) / scale;
}

function pointText(ratio: number): string {
  return String(Math.ceil(ratio * 10_000) / 100);
}
