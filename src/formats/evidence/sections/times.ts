import type { Conformance, LimitResult } from '../../../evidence/conformance.ts';
import { shownCount } from '../../../model/measured/count.ts';
import { measuredDuration } from '../../../model/measured/measured-duration.ts';
import { writtenTime } from '../../../model/measured/written-time.ts';
import { durationText, quoted } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { ReportSection } from '../report-content.ts';
import { counted, nothing, type ReportWords, same } from '../report-words.ts';

/** How long it took, against what is written. */
export function waits({ touchpoints }: Conformance, words: ReportWords): ReportSection {
  const rows = touchpoints.flatMap(({ touchpoint: key, wait, limits }) => {
    const touchpoint = words.touchpointOf(key);
    if (wait === undefined || touchpoint === undefined) return [];
    const written = writtenTime(touchpoint);
    const longest = limits.find(({ kind }) => kind === 'longest');
    return [
      [
        words.touchpoint(key),
        measuredDuration(wait.median),
        measuredDuration(wait.p90),
        written === undefined ? nothing : durationText(written.typical),
        longest === undefined ? nothing : durationText(longest.seconds),
        longest === undefined ? nothing : counted(longest.over, longest.times),
      ],
    ];
  });
  return {
    title: { en: 'Time before each touchpoint', ja: 'タッチポイントまでの時間' },
    sentences:
      rows.length === 0
        ? []
        : [
            {
              en: 'Measured from the event before; "late" took longer than the longest time that is written.',
              ja: '直前のイベントからの時間です。「遅延」は、書かれた最長時間を超えたものです。',
            },
          ],
    table: {
      head: [
        { en: 'Touchpoint', ja: 'タッチポイント' },
        { en: 'Median', ja: '中央値' },
        { en: '90% within', ja: '90%がこの時間以内' },
        { en: 'Written', ja: '記載' },
        { en: 'At most', ja: '最長の記載' },
        { en: 'Late', ja: '遅延' },
      ],
      rows,
    },
  };
}

/** Times that customers tolerate or are told, and how often it took longer. */
export function promises({ touchpoints }: Conformance, words: ReportWords): ReportSection {
  const rows = touchpoints.flatMap(({ touchpoint, limits }) =>
    limits
      .filter(({ kind }) => kind !== 'longest')
      .map((limit) => [
        words.touchpoint(touchpoint),
        whoSays(limit, words),
        durationText(limit.seconds),
        measuredDuration(limit.median),
        counted(limit.over, limit.times),
      ]),
  );
  const told = touchpoints.flatMap(({ touchpoint: key, wait }): Text[] => {
    const prose = words.touchpointOf(key)?.told;
    if (prose === undefined || wait === undefined) return [];
    const [touchpoint, said, median, p90] = [
      words.quoted(key),
      quoted(prose.text),
      measuredDuration(wait.median),
      measuredDuration(wait.p90),
    ];
    return [
      {
        en: `At ${touchpoint.en} the customer is told ${said.en}; measured are ${median.en} (median), 9 of 10 within ${p90.en}.`,
        ja: `${touchpoint.ja}ではお客様に${said.ja}と伝えていますが、実測の中央値は${median.ja}、90%が${p90.ja}以内です。`,
      },
    ];
  });
  return {
    title: { en: 'What customers tolerate and are told', ja: 'お客様の許容時間・案内した時間との比較' },
    sentences: told,
    table: {
      head: [
        { en: 'Touchpoint', ja: 'タッチポイント' },
        { en: 'Whose limit', ja: '基準' },
        { en: 'Limit', ja: '上限' },
        { en: 'Median', ja: '中央値' },
        { en: 'Took longer', ja: '超過' },
      ],
      rows,
    },
  };
}

function whoSays({ kind, persona, toldAt }: LimitResult, words: ReportWords): Text {
  if (kind === 'told' && toldAt !== undefined) {
    const place = words.quoted(toldAt);
    return { en: `told at ${place.en}`, ja: `${place.ja}での案内` };
  }
  if (persona === undefined) return { en: 'expected by everybody', ja: '全員の期待・上限' };
  const who = quoted(words.persona(persona));
  return { en: `expected by ${who.en}`, ja: `${who.ja}の期待` };
}

/** What customers said. */
export function scores({ touchpoints, profile }: Conformance, words: ReportWords): ReportSection {
  const { lowest, highest } = profile.scores ?? { lowest: 0, highest: 0 };
  return {
    title: { en: 'What customers said', ja: 'お客様の評価' },
    sentences:
      profile.scores === undefined
        ? []
        : [
            {
              en: `Scores in the log go from ${lowest} to ${highest}.`,
              ja: `ログの評価は${lowest}〜${highest}です。`,
            },
          ],
    table: {
      head: [
        { en: 'Touchpoint', ja: 'タッチポイント' },
        { en: 'Mean', ja: '平均' },
        { en: 'Answers', ja: '回答数' },
      ],
      rows: touchpoints.flatMap(({ touchpoint, score }) =>
        score === undefined
          ? []
          : [[words.touchpoint(touchpoint), same(score.mean.toFixed(1)), same(shownCount(score.answers))]],
      ),
    },
  };
}
