import type { Conformance, WayResult } from '../../../evidence/conformance.ts';
import { atLeast, shownCount } from '../../../model/measured/count.ts';
import { percentText } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { ReportSection } from '../report-content.ts';
import { counted, nothing, numbered, type ReportWords, same } from '../report-words.ts';
import { DEVIATIONS, ENDS } from '../words.ts';

const MOST_ROWS = 20;

/** What happened otherwise than it is written. */
export function deviations({ deviations: found, cases }: Conformance, words: ReportWords): ReportSection {
  return {
    title: { en: 'Deviations', ja: '書かれた内容との違い' },
    sentences: moreThan(found.length, { en: 'deviations', ja: '違い' }),
    table: {
      head: [
        { en: 'What', ja: '種類' },
        { en: 'Touchpoint or event', ja: 'タッチポイント・イベント' },
        { en: 'After', ja: '直前' },
        { en: 'Cases', ja: 'ケース' },
      ],
      rows: found
        .slice(0, MOST_ROWS)
        .map(({ kind, touchpoint, event, after, cases: count }) => [
          DEVIATIONS[kind],
          touchpoint === undefined ? same(event ?? '') : words.touchpoint(touchpoint),
          after === undefined ? { en: '(the beginning)', ja: '(最初)' } : words.touchpoint(after),
          counted(count, cases),
        ]),
    },
  };
}

/** Nothing is left out without a word. */
function moreThan(count: number, what: Text): Text[] {
  return count <= MOST_ROWS
    ? []
    : [
        {
          en: `The ${MOST_ROWS} most frequent of ${count} ${what.en}; JSON has all of them.`,
          ja: `${count}件の${what.ja}のうち、多い順に${MOST_ROWS}件です。すべてはJSONで確認できます。`,
        },
      ];
}

/** Shares against written percentages. */
export function branches({ branches: found }: Conformance, words: ReportWords): ReportSection {
  return {
    title: { en: 'Which way they went', ja: '分岐の割合' },
    sentences: [],
    table: {
      head: [
        { en: 'From', ja: '分岐元' },
        { en: 'To', ja: '行き先' },
        { en: 'Measured', ja: '実測' },
        { en: 'Written', ja: '記載' },
      ],
      rows: found.flatMap(({ from, ways, passages }) =>
        ways.map((way) => [
          words.touchpoint(from),
          wayTo(way, words),
          counted(way.passages, passages),
          way.written === undefined ? nothing : percentText(way.written),
        ]),
      ),
    },
  };
}

/** Where a way leads, as people call it. */
export function wayTo({ to, end, kind }: WayResult, words: ReportWords): Text {
  if (to === undefined) return kind === 'failure' || kind === 'loop' || end === undefined ? ENDS[kind] : endText(end);
  const name = words.touchpoint(to);
  return kind === 'failure' ? { en: `${name.en} (after a failure)`, ja: `${name.ja}(失敗時)` } : name;
}

function endText(end: NonNullable<WayResult['end']>): Text {
  return end === 'success' ? ENDS.end : { en: '(the end without success)', ja: '(目的を果たさず終わり)' };
}

/** Contacts more than once, and changes of the channel. */
export function repeats(
  { touchpoints, switches, cases, repeated, switched }: Conformance,
  words: ReportWords,
): ReportSection {
  const rows = touchpoints
    .filter((each) => each.repeated !== 0)
    .toSorted((a, b) => atLeast(b.repeated) - atLeast(a.repeated));
  if (repeated === 0 && switched === 0) {
    return { title: { en: '', ja: '' }, sentences: [] };
  }
  return {
    title: { en: 'Repeated contacts and changes of channel', ja: '繰り返しの接触とチャネルの切り替え' },
    sentences: [
      {
        en: `The same touchpoint more than once: ${counted(repeated, cases).en} of the cases. From one channel to another: ${counted(switched, cases).en}.`,
        ja: `同じタッチポイントを2回以上通ったケース: ${counted(repeated, cases).ja}。チャネルを切り替えたケース: ${counted(switched, cases).ja}。`,
      },
      ...switches.slice(0, MOST_ROWS).map(({ from, to, times }) => ({
        en: `From ${words.channel(from).en} to ${words.channel(to).en}: ${numbered(times, 'time', 'times')}.`,
        ja: `${words.channel(from).ja}から${words.channel(to).ja}へ: ${shownCount(times)}回。`,
      })),
    ],
    table: {
      head: [
        { en: 'Touchpoint', ja: 'タッチポイント' },
        { en: 'More than once', ja: '2回以上' },
      ],
      rows: rows.slice(0, MOST_ROWS).map((each) => [words.touchpoint(each.touchpoint), counted(each.repeated, cases)]),
    },
  };
}

/** The most frequent sequences. */
export function variants({ mainVariants, cases }: Conformance, words: ReportWords): ReportSection {
  return {
    title: { en: 'The most frequent ways', ja: '多い流れ' },
    sentences: [],
    table: {
      head: [
        { en: 'Cases', ja: 'ケース' },
        { en: 'Fitness', ja: '適合度' },
        { en: 'Way', ja: '流れ' },
      ],
      rows: mainVariants.map(({ codes, cases: count, fitness }) => [
        counted(count, cases),
        same(fitness.toFixed(2)),
        {
          en: codes.map((code) => words.code(code).en).join(' → '),
          ja: codes.map((code) => words.code(code).ja).join(' → '),
        },
      ]),
    },
  };
}
