import type { Conformance } from '../../../evidence/conformance.ts';
import type { ReportSection } from '../report-content.ts';
import { counted, nothing, type ReportWords, same, share } from '../report-words.ts';

/** Segments or months next to each other. */
export function groups({ segments, periods, cases }: Conformance, by: 'segment' | 'period'): ReportSection {
  return {
    title: by === 'segment' ? { en: 'By segment', ja: 'セグメント別' } : { en: 'By month', ja: '月別' },
    sentences: [],
    table: {
      head: [
        by === 'segment' ? { en: 'Segment', ja: 'セグメント' } : { en: 'Month', ja: '月' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'As written', ja: '記載どおり' },
        { en: 'Reached the goal', ja: '完了' },
        { en: 'Repeated contacts', ja: '繰り返しの接触' },
        { en: 'Changed the channel', ja: 'チャネルの切り替え' },
        { en: 'Fitness', ja: '適合度' },
      ],
      rows: (by === 'segment' ? segments : periods).map((group) => [
        same(group.name),
        counted(group.cases, cases),
        share(group.conforming, group.cases),
        share(group.finished, group.cases),
        share(group.repeated, group.cases),
        share(group.switched, group.cases),
        same(group.fitness.toFixed(3)),
      ]),
    },
  };
}

/** Which persona the cases are, or fit best. */
export function personas({ personas: found, cases }: Conformance, words: ReportWords): ReportSection {
  return {
    title: { en: 'Personas', ja: 'ペルソナ' },
    sentences: [],
    table: {
      head: [
        { en: 'Persona', ja: 'ペルソナ' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'As written', ja: '記載どおり' },
        { en: 'Fitness', ja: '適合度' },
      ],
      rows:
        found.length < 2
          ? []
          : found.map(({ personas: keys, cases: count, conforming, fitness }) => [
              {
                en: keys.map((key) => words.persona(key).en).join(', '),
                ja: keys.map((key) => words.persona(key).ja).join('、'),
              },
              counted(count, cases),
              share(conforming, count),
              fitness === undefined ? nothing : same(fitness.toFixed(3)),
            ]),
    },
  };
}
