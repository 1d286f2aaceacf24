import type { ExperimentResults, VariantResult } from '../../evidence/experiment/results.ts';
import { Privacy } from '../../evidence/privacy.ts';
import { type Declaration, titleOf } from '../../model/declaration.ts';
import type { Experiment, Metric } from '../../model/entities.ts';
import { shownCount } from '../../model/measured/count.ts';
import type { Text } from '../../model/text.ts';
import { hasHidden, isHidden, verdictOf } from './experiment-shown.ts';
import type { ReportContent, ReportSection } from './report-content.ts';
import { counted, nothing, numbered, same } from './report-words.ts';

/** One number that an experiment is judged by. */
export interface MeasuredMetric {
  /** Missing where the aim was named on the command line. */
  readonly metric?: Metric;
  readonly isGuardrail: boolean;
  readonly results: ExperimentResults;
}

/** What a log says of an experiment: first whether it can be trusted, then what it shows. */
export function experimentContent(
  experiment: Experiment,
  measured: readonly MeasuredMetric[],
  leastGroup: number,
): ReportContent {
  const privacy = new Privacy(leastGroup);
  const [first] = measured;
  return {
    title: titled(experiment),
    sections: [
      ...(first === undefined ? [] : [trust(first.results, privacy)]),
      ...measured.map((each) => outcome(experiment, each, privacy)),
      ...(first === undefined ? [] : [statement(experiment, first.results, privacy)]),
    ].filter(({ sentences, table }) => sentences.length > 0 || (table?.rows.length ?? 0) > 0),
  };
}

function titled(thing: Declaration): Text {
  return { en: titleOf(thing, 'en'), ja: titleOf(thing, 'ja') };
}

function trust(
  { sampleRatio, hasMismatch, size, early, mixed, unknown }: ExperimentResults,
  privacy: Privacy,
): ReportSection {
  const sentences: Text[] = [];
  if (hasMismatch) {
    sentences.push({
      en: `Do not trust these results: so uneven a split of the customers would come about by chance with p ${pText(sampleRatio)} (sample ratio mismatch, χ² test). Find out on which side customers were lost or counted twice.`,
      ja: `この結果は信頼できません。お客様の振り分けの偏りが偶然に生じる確率は p ${pText(sampleRatio)} です(サンプル比率の不一致、χ²検定)。どちらの側で取りこぼしや二重計上があったかを調べてください。`,
    });
  } else {
    sentences.push({
      en: `The customers were split as planned (sample ratio, χ² test: p ${pText(sampleRatio)}).`,
      ja: `お客様は計画どおりに振り分けられています(サンプル比率のχ²検定: p ${pText(sampleRatio)})。`,
    });
  }
  if (size !== undefined && size.least < size.needed) {
    sentences.push({
      en: `It is too early: the plan needs ${count(size.needed)} customers in each variant, and the smallest has ${shownCount(privacy.alone(size.least))}. Whoever looks before and stops at a good number is wrong more often than α says.`,
      ja: `判断にはまだ早い段階です。計画では各バリアントに${count(size.needed)}人必要ですが、最も少ないバリアントは${shownCount(privacy.alone(size.least))}人です。途中で結果を見て、よい数字のところで止めると、αより高い確率で誤ります。`,
    });
  }
  if (early !== undefined) {
    sentences.push({
      en: `It was planned for ${days(early.planned)} ${early.planned === 1 ? 'day' : 'days'} and the log covers ${days(early.days)}: weekdays differ, and early numbers move.`,
      ja: `計画は${days(early.planned)}日間ですが、ログにあるのは${days(early.days)}日間です。曜日による差があり、初期の数字は変わりやすいものです。`,
    });
  }
  if (mixed > 0) {
    sentences.push({
      en: `${numbered(privacy.alone(mixed), 'customer was', 'customers were')} shown several variants and left out.`,
      ja: `複数のバリアントを見たお客様${shownCount(privacy.alone(mixed))}人は除きました。`,
    });
  }
  for (const { name, visitors } of unknown) {
    if (privacy.isFew(visitors)) continue;
    sentences.push({
      en: `"${name}" in the log is no variant of this experiment (${numbered(visitors, 'customer', 'customers')}, left out).`,
      ja: `ログの「${name}」は、この実験のバリアントではありません(${count(visitors)}人を除外)。`,
    });
  }
  return { title: { en: 'Can it be trusted?', ja: '結果は信頼できるか' }, sentences };
}

function outcome(
  experiment: Experiment,
  { metric, isGuardrail, results }: MeasuredMetric,
  privacy: Privacy,
): ReportSection {
  const { variants, alpha } = results;
  const confidence = `${Math.round((1 - alpha) * 1000) / 10}%`;
  const name = metric === undefined ? AIM : titled(metric);
  const shown = variants.filter((each) => !hasHidden(each, variants, privacy));
  const tests = new Set(shown.flatMap(({ comparison }) => comparison?.test ?? []));
  return {
    title: isGuardrail ? { en: `${name.en} (guardrail)`, ja: `${name.ja}(ガードレール)` } : name,
    sentences: [
      ...variants.flatMap((each) => verdict(each, variants, experiment, metric, privacy)),
      ...[...tests].map((test) => METHODS[test]),
    ],
    table: {
      head: [
        { en: 'Variant', ja: 'バリアント' },
        { en: 'Customers', ja: '人数' },
        { en: 'Reached', ja: '達成' },
        { en: `${confidence} interval`, ja: `${confidence}信頼区間` },
        { en: 'Difference', ja: '差' },
        { en: `${confidence} interval of it`, ja: `差の${confidence}信頼区間` },
        { en: 'p', ja: 'p値' },
      ],
      rows: variants.map((each) => row(each, variants, experiment, privacy)),
    },
  };
}

const AIM: Text = { en: 'Aim', ja: '目標' };

const METHODS: Readonly<Record<'z' | 'fisher', Text>> = {
  z: {
    en: 'Two-sided z test, pooled; intervals after Wilson, of differences after Newcombe 1998 (hybrid score).',
    ja: '両側z検定(プールした分散)。信頼区間はWilson法、差はNewcombe 1998のハイブリッドスコア法です。',
  },
  fisher: {
    en: "Fisher's exact test, two-sided, because few are expected to reach it; intervals after Wilson and Newcombe 1998.",
    ja: '期待度数が小さいため、フィッシャーの正確確率検定(両側)。信頼区間はWilson法とNewcombe 1998によります。',
  },
};

function row(
  each: VariantResult,
  all: readonly VariantResult[],
  experiment: Experiment,
  privacy: Privacy,
): readonly Text[] {
  const { visitors, conversions, interval } = each;
  const comparison = hasHidden(each, all, privacy) ? undefined : each.comparison;
  const name = variantName(each, experiment);
  if (isHidden(each, privacy)) {
    return [
      name,
      same(shownCount(privacy.alone(visitors))),
      counted(privacy.of(conversions, visitors), visitors),
      nothing,
      nothing,
      nothing,
      nothing,
    ];
  }
  return [
    name,
    same(count(visitors)),
    counted(conversions, visitors),
    interval === undefined ? nothing : same(`${percent(interval.low)}–${percent(interval.high)}`),
    comparison === undefined ? nothing : pointsText(comparison.difference),
    comparison === undefined
      ? nothing
      : {
          en: `${signed(comparison.low)} to ${signed(comparison.high)}`,
          ja: `${signed(comparison.low)}〜${signed(comparison.high)}`,
        },
    comparison === undefined ? nothing : same(pValue(comparison.pValue)),
  ];
}

function verdict(
  each: VariantResult,
  all: readonly VariantResult[],
  experiment: Experiment,
  metric: Metric | undefined,
  privacy: Privacy,
): readonly Text[] {
  const { comparison } = each;
  if (comparison === undefined) return [];
  const name = variantName(each, experiment);
  if (hasHidden(each, all, privacy)) {
    return [
      {
        en: `${name.en}: too few customers to tell without pointing at them.`,
        ja: `${name.ja}: 人数が少なく、個人が特定されるおそれがあるため表示しません。`,
      },
    ];
  }
  const found = verdictOf(comparison, metric);
  if (found === 'unclear') {
    return [
      {
        en: `${name.en}: no significant difference; this may be chance. That does not show that there is none.`,
        ja: `${name.ja}: 有意な差はなく、偶然かもしれません。差がないことを示すものでもありません。`,
      },
    ];
  }
  const points = pointsText(comparison.difference);
  return [
    found === 'better'
      ? {
          en: `${name.en}: better by ${points.en}; the difference is significant.`,
          ja: `${name.ja}: ${points.ja}の改善で、有意な差があります。`,
        }
      : {
          en: `${name.en}: worse by ${points.en}; the difference is significant.`,
          ja: `${name.ja}: ${points.ja}の悪化で、有意な差があります。`,
        },
  ];
}

/** What to write into the journey, so that it is kept where the experiment is. */
function statement(experiment: Experiment, { variants }: ExperimentResults, privacy: Privacy): ReportSection {
  if (variants.some((each) => isHidden(each, privacy) || each.visitors === 0)) return { title: KEEP, sentences: [] };
  const parts = variants.map(({ variant, conversions, visitors }) => {
    const id = experiment.variants.find(({ key }) => key === variant)?.id ?? variant;
    return `${id} ${conversions} of ${visitors}`;
  });
  return { title: KEEP, sentences: [same(`result ${parts.join(', ')}`)] };
}

const KEEP: Text = { en: 'To keep in the experiment', ja: '実験に書き残すには' };

function variantName({ variant }: VariantResult, { variants }: Experiment): Text {
  const found = variants.find(({ key }) => key === variant);
  return found === undefined ? same(variant) : titled(found);
}

function count(value: number): string {
  return shownCount(value);
}

function days(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Behind the letter p, in a sentence. */
function pText(value: number): string {
  return value < LEAST_P ? pValue(value) : `= ${pValue(value)}`;
}

function pValue(value: number): string {
  return value < LEAST_P ? `< ${LEAST_P}` : value.toFixed(4);
}

/** Smaller ones say no more. */
const LEAST_P = 0.0001;

/** With two decimals: one hides the difference between small rates. */
function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

function signed(share: number): string {
  const value = Math.round(share * 10_000) / 100;
  return value < 0 ? `−${-value}` : `+${value}`;
}

function pointsText(share: number): Text {
  return { en: `${signed(share)} points`, ja: `${signed(share)}ポイント` };
}
