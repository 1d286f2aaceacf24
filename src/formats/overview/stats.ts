import { scoreText } from '../../friction/score.ts';
import { stateOf } from '../../history/impact.ts';
import { signed } from '../../history/phrase-values.ts';
import { figuresOf } from '../../history/timeline.ts';
import { JOURNEY_KIND_TITLES } from '../../model/word-titles.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Stage } from '../../model/journey.ts';
import { grouped } from '../../model/grouped.ts';
import { ownJourneys } from '../../model/model.ts';
import { durationText } from '../../model/phrases.ts';
import { inLocale, type Locale } from '../../model/text.ts';
import { type Overview, type OverviewCell, type OverviewColumn, type OverviewFile, sumsCell } from './overview.ts';

const columns: readonly OverviewColumn[] = [
  { id: 'journey', heading: { en: 'Journey', ja: 'ジャーニー' } },
  { id: 'kind', heading: { en: 'Kind', ja: '種類' } },
  { id: 'personas', heading: { en: 'Personas', ja: 'ペルソナ' } },
  { id: 'stages', heading: { en: 'Stages', ja: 'ステージ' } },
  { id: 'touchpoints', heading: { en: 'Touchpoints', ja: 'タッチポイント' } },
  { id: 'score', heading: { en: 'Friction score (estimate)', ja: '摩擦スコア(目安)' } },
  { id: 'findings', heading: { en: 'Findings', ja: '指摘' } },
  { id: 'waitSeconds', heading: { en: 'Longest wait', ja: '待ち時間(最長経路)' } },
  { id: 'emotionMean', heading: { en: 'Emotion, mean', ja: '感情(平均)' } },
  { id: 'emotionLowest', heading: { en: 'Emotion, lowest', ja: '感情(最低)' } },
  { id: 'effort', heading: { en: 'Effort, mean', ja: '手間(平均)' } },
  { id: 'cost', heading: { en: 'Cost of all touchpoints', ja: '費用(全タッチポイント)' } },
  { id: 'bottleneck', heading: { en: 'Lowest conversion', ja: 'ボトルネック' } },
  { id: 'evidence', heading: { en: 'Touchpoints with evidence', ja: '根拠のあるタッチポイント' } },
  { id: 'source', heading: { en: 'File', ja: 'ファイル' } },
];

/** The figures of every journey, a row each. Waits in seconds where a program reads them. */
export function statistics(files: readonly OverviewFile[], locale: Locale): Overview {
  const rows = files.flatMap((file) =>
    ownJourneys(file.model).map((journey): readonly OverviewCell[] => {
      const state = stateOf(file, journey);
      const { score, touchpoints: count, wait, mean, lowest } = figuresOf(state);
      const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
      const efforts = touchpoints.flatMap(({ effort }) => effort?.value ?? []);
      const effort = efforts.length === 0 ? undefined : sumOf(efforts) / efforts.length;
      return [
        titleOf(journey, locale),
        JOURNEY_KIND_TITLES[journey.kind.value][locale],
        number(state.personas.filter(({ persona }) => persona !== undefined).length),
        number(journey.stages.length),
        number(count),
        { value: score, text: scoreText(score) },
        number(state.findings.filter(({ severity }) => severity !== 'hint').length),
        wait === undefined ? undefined : { value: wait, text: inLocale(durationText(wait), locale) },
        mean === undefined ? undefined : { value: mean, text: signed(mean) },
        lowest === undefined ? undefined : { value: lowest, text: signed(lowest) },
        effort === undefined ? undefined : { value: effort, text: effort.toFixed(1) },
        sumsCell(
          touchpoints.flatMap(({ cost }) => cost ?? []),
          locale,
        ),
        bottleneckText(journey.stages, locale),
        number(touchpoints.filter(({ evidence }) => evidence.length > 0).length),
        file.path,
      ];
    }),
  );
  return { title: 'journey', columns, rows };
}

function number(value: number): OverviewCell {
  return { value, text: grouped(value) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The stage that fewest get through, where conversions are written. */
function bottleneckText(stages: readonly Stage[], locale: Locale): string | undefined {
  const [least] = stages
    .flatMap((stage) => (stage.conversion === undefined ? [] : [{ stage, conversion: stage.conversion }]))
    .toSorted((a, b) => a.conversion.ratio - b.conversion.ratio);
  return least && `${titleOf(least.stage, locale)} ${least.conversion.written}`;
}
