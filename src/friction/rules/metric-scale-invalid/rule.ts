import type { Metric } from '../../../model/entities.ts';
import { asWritten, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Quantity } from '../../../model/values.ts';
import type { MetricKind } from '../../../model/words.ts';
import { amountOf } from '../../amounts.ts';
import { adding } from '../../fixes.ts';
import type { ModelContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'metric-scale-invalid',
    group: 'measurement',
    since: '0.1.0',
    severity: 'error',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: "A value does not fit the metric's scale.",
      ja: '指標の値が尺度に合いません。',
    },
    why: {
      en: `A satisfaction of 7 on a scale that ends at 5 is a mistake in the data, and everything that is concluded from it is one too.

Without a \`scale\` of its own, CSAT runs from 1 to 5 or is a share in per cent, CES from 1 to 7, NPS from −100 to 100, a ratio from 0 % to 100 %; a duration is a time and money has a currency. Checked are the baseline and the target of the metric, and those of goals that are measured by it. A scale that the metric states comes first.`,
      ja: `5点満点の満足度が7点なら、それはデータの誤りで、そこから導いた結論も誤りです。

\`scale\` が書かれていなければ、CSATは1〜5またはパーセント、CESは1〜7、NPSは−100〜100、比率は0〜100%、期間は時間、金額は通貨付きとします。指標の現状値と目標値、およびその指標で測る目標の値を調べます。指標に \`scale\` があれば、そちらを優先します。`,
    },
    remedy: {
      en: 'Correct the value, or state the scale that was used (`scale 1..10`).',
      ja: '値を直すか、実際に使った尺度を書きます(`scale 1..10`)。',
    },
    sources: [],
    settings: [],
  },
  checkModel: (context) => {
    const { model } = context;
    for (const metric of model.metrics.values()) {
      if (metric.place.uri === model.uri) checkValues(context, metric, [metric.baseline, metric.target?.value]);
    }
    for (const goal of model.goals.values()) {
      const metric = model.metrics.get(goal.metrics[0]?.key ?? '');
      if (metric !== undefined && goal.place.uri === model.uri) {
        checkValues(context, metric, [goal.baseline, goal.target?.value]);
      }
    }
  },
};

function checkValues(context: ModelContext, metric: Metric, values: readonly (Quantity | undefined)[]): void {
  const scale = scaleOf(metric);
  if (scale === undefined) return;
  for (const value of values) {
    if (value === undefined || scale.fits(value)) continue;
    const [name, written] = [titled(metric), asWritten(value)];
    context.report({
      place: value.place,
      message: {
        en: `${written.en} is no value of ${name.en}, which is ${scale.phrase.en}.`,
        ja: `${written.ja}は${name.ja}の値として正しくありません。${scale.phrase.ja}。`,
      },
      help: rule.meta.remedy,
      related: metric.place.uri === context.model.uri ? [{ place: metric.place, message: here }] : [],
      fixes: () => widen(context, metric, value),
      same: metric.key,
    });
  }
}

const here: Text = { en: 'the metric', ja: 'この指標です' };

interface Scale {
  readonly fits: (value: Quantity) => boolean;
  readonly phrase: Text;
}

function scaleOf({ scale, kind }: Metric): Scale | undefined {
  if (scale !== undefined) {
    const [low, high] = [amountOf(scale.low), amountOf(scale.high)];
    const phrase = {
      en: `on a scale from ${scale.low.written} to ${scale.high.written}`,
      ja: `尺度は${scale.low.written}〜${scale.high.written}です`,
    };
    return { fits: (value) => value.kind === scale.low.kind && isWithin(value, low, high), phrase };
  }
  return kind === undefined ? undefined : usualScales[kind.value];
}

function isWithin(value: Quantity, low: number, high: number): boolean {
  const amount = amountOf(value);
  return amount >= low && amount <= high;
}

const isShare = (value: Quantity): boolean => value.kind === 'percentage' && !value.points && isWithin(value, 0, 1);
const isNumber = (value: Quantity, low: number, high: number): boolean =>
  value.kind === 'number' && isWithin(value, low, high);

const usualScales: Readonly<Partial<Record<MetricKind, Scale>>> = {
  csat: {
    fits: (value) => isNumber(value, 1, 5) || isShare(value),
    phrase: { en: 'a satisfaction from 1 to 5, or a share in per cent', ja: '満足度は1〜5、またはパーセントです' },
  },
  ces: {
    fits: (value) => isNumber(value, 1, 7) || isShare(value),
    phrase: { en: 'an effort score from 1 to 7', ja: '顧客努力指標は1〜7です' },
  },
  nps: {
    fits: (value) => isNumber(value, -100, 100),
    phrase: { en: 'a net promoter score from −100 to 100', ja: 'NPS は−100〜100です' },
  },
  ratio: {
    fits: (value) => isShare(value) || isNumber(value, 0, 1),
    phrase: { en: 'a ratio from 0 % to 100 %', ja: '比率は0〜100%です' },
  },
  duration: {
    fits: ({ kind }) => kind === 'duration',
    phrase: { en: 'a length of time, such as 3 days', ja: '期間(3日など)です' },
  },
  money: {
    fits: ({ kind }) => kind === 'money',
    phrase: { en: 'an amount of money, such as 1200 JPY', ja: '金額(1200円など)です' },
  },
  count: {
    fits: (value) => isNumber(value, 0, Number.POSITIVE_INFINITY),
    phrase: { en: 'a count', ja: '件数です' },
  },
};

/** A plain number above the usual scale was probably asked on a scale to ten or to a hundred. */
function widen({ model }: ModelContext, metric: Metric, value: Quantity): readonly ReturnType<typeof adding>[] {
  const rated = metric.kind?.value === 'csat' || metric.kind?.value === 'ces';
  if (!rated || metric.scale !== undefined || metric.place.uri !== model.uri) return [];
  if (value.kind !== 'number' || value.value <= 0 || value.value > 100) return [];
  const scale = value.value <= 10 ? '1..10' : '0..100';
  return [adding(metric, [`scale ${scale}`], { en: `State the scale ${scale}`, ja: `尺度を ${scale} と書く` })];
}
