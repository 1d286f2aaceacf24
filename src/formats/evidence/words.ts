import type { DeviationKind } from '../../evidence/deviations.ts';
import type { LogNoticeKind } from '../../evidence/event-log.ts';
import type { GraphEnd } from '../../model/graph.ts';
import type { Text } from '../../model/text.ts';

export const DEVIATIONS: Readonly<Record<DeviationKind, Text>> = {
  adHoc: { en: 'ad hoc', ja: '想定外' },
  missing: { en: 'missing', ja: '抜け' },
  left: { en: 'not reached', ja: '途中離脱で未到達' },
  sequence: { en: 'out of sequence', ja: '順序の違い' },
  failed: { en: 'failed or repeated', ja: '失敗・やり直し' },
};

/** What is said after the number of rows, of one and of several. */
export const NOTICES: Readonly<Record<LogNoticeKind, { readonly en: readonly [string, string]; readonly ja: string }>> =
  {
    noCase: {
      en: ['row without a case was left out', 'rows without a case were left out'],
      ja: 'ケースがないため除いた行',
    },
    noActivity: {
      en: ['row without an event was left out', 'rows without an event were left out'],
      ja: 'イベント名がないため除いた行',
    },
    noTime: {
      en: ['row without a time that can be read was left out', 'rows without a time that can be read were left out'],
      ja: '日時が読めないため除いた行',
    },
    duplicate: {
      en: ['row that says the same again was left out', 'rows that say the same again were left out'],
      ja: '重複しているため除いた行',
    },
    notComplete: {
      en: [
        'row was left out because it is no completion (start, assign …)',
        'rows were left out because they are no completion (start, assign …)',
      ],
      ja: '完了を表さない(開始・割り当てなど)ため除いた行',
    },
    unsorted: {
      en: ['row was not in the order of time and was sorted', 'rows were not in the order of time and were sorted'],
      ja: '時刻順でなかったため並べ替えた行',
    },
    clockJump: {
      en: ['row lies before 1990 or in the future', 'rows lie before 1990 or in the future'],
      ja: '日時が1990年より前か未来の行',
    },
    mixedZones: {
      en: [
        'time names no zone although others do, and was taken as UTC',
        'times name no zone although others do, and were taken as UTC',
      ],
      ja: 'ほかの行と違いタイムゾーンの記載がなく、UTCとみなした行',
    },
  };

/** Where a way leads that is no touchpoint. */
export const ENDS: Readonly<Record<GraphEnd['kind'], Text>> = {
  end: { en: '(the end)', ja: '(終わり)' },
  next: { en: '(the end)', ja: '(終わり)' },
  arrow: { en: '(the end)', ja: '(終わり)' },
  skip: { en: '(the end)', ja: '(終わり)' },
  failure: { en: '(the end after a failure)', ja: '(失敗して終わり)' },
  loop: { en: '(the end after the last round)', ja: '(繰り返しの末に終わり)' },
};
