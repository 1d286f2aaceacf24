import type { Conformance } from '../../../evidence/conformance.ts';
import { atLeast, shownCount } from '../../../model/measured/count.ts';
import type { ReportSection } from '../report-content.ts';
import { counted, nothing, type ReportWords, same, share } from '../report-words.ts';

/** How many reach each stage and go on, against what is written. */
export function conversion({ stages, cases }: Conformance, words: ReportWords): ReportSection {
  return {
    title: { en: 'How far they came', ja: 'どこまで進んだか' },
    sentences: [],
    table: {
      head: [
        { en: 'Stage', ja: 'ステージ' },
        { en: 'Reached', ja: '到達' },
        { en: 'Went on', ja: '次へ進んだ' },
        { en: 'Written', ja: '記載' },
        { en: 'Last seen here', ja: 'ここで終わった' },
      ],
      rows: stages.map(({ stage: key, reached, passed, left }) => {
        const written = words.analysis.journey.stages.find((stage) => stage.key === key)?.conversion;
        return [
          words.stage(key),
          counted(reached, cases),
          counted(passed, reached),
          written === undefined ? nothing : same(written.written),
          counted(left, reached),
        ];
      }),
    },
  };
}

/** The touchpoints at which customers were last seen before they had what they came for. */
export function leaving({ touchpoints }: Conformance, words: ReportWords): ReportSection {
  const found = touchpoints.filter(({ left }) => left !== 0).toSorted((a, b) => atLeast(b.left) - atLeast(a.left));
  return {
    title: { en: 'Where they left', ja: '離脱した場所' },
    sentences: [],
    table: {
      head: [
        { en: 'Last seen at', ja: '最後のタッチポイント' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'Of those who had it', ja: 'そこに来た人のうち' },
      ],
      rows: found.map(({ touchpoint, left, cases }) => [
        words.touchpoint(touchpoint),
        same(shownCount(left)),
        share(left, cases),
      ]),
    },
  };
}
