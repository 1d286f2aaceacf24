import type { Conformance } from '../../evidence/conformance.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import { highlights } from './highlights.ts';
import type { ReportContent } from './report-content.ts';
import { ReportWords } from './report-words.ts';
import { about, mapping } from './sections/data.ts';
import { groups, personas } from './sections/groups.ts';
import { conversion, leaving } from './sections/stages.ts';
import { promises, scores, waits } from './sections/times.ts';
import { branches, deviations, repeats, variants } from './sections/ways.ts';

export interface ContentOptions {
  /** Which groups are told apart. */
  readonly by?: 'segment' | 'period';
}

/** What the comparison of a journey with a log says: first what its readers do not know, last what they must know to trust it. */
export function conformanceContent(
  result: Conformance,
  analysis: JourneyAnalysis,
  { by }: ContentOptions = {},
): ReportContent {
  const words = new ReportWords(analysis);
  const sections = [
    highlights(result, words),
    waits(result, words),
    promises(result, words),
    deviations(result, words),
    branches(result, words),
    conversion(result, words),
    leaving(result, words),
    repeats(result, words),
    scores(result, words),
    variants(result, words),
    ...(by === undefined ? [] : [groups(result, by)]),
    personas(result, words),
    mapping(result, words),
    about(result),
  ];
  return {
    title: {
      en: `What customers did: ${titleOf(analysis.journey, 'en')}`,
      ja: `お客様の実際の行動: ${titleOf(analysis.journey, 'ja')}`,
    },
    sections: sections.filter(({ sentences, table }) => sentences.length > 0 || (table?.rows.length ?? 0) > 0),
  };
}
