import type { Conformance, WayResult } from '../../evidence/conformance.ts';
import type { LogCode } from '../../evidence/event-log.ts';
import { writtenTime } from '../../evidence/written-time.ts';
import type { JourneyAnalysis } from '../../model/analysis.ts';
import { titleOf } from '../../model/declaration.ts';
import type { Touchpoint } from '../../model/journey.ts';
import { durationText, percentText } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import { DEVIATIONS, ENDS, NOTICES } from './words.ts';

/** A report as sections; every format shows these and nothing else. */
export interface ReportSection {
  readonly title: Text;
  readonly sentences: readonly Text[];
  readonly table?: { readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] };
}

export interface ReportContent {
  readonly title: Text;
  readonly sections: readonly ReportSection[];
}

export interface ContentOptions {
  /** Which groups are told apart. */
  readonly by?: 'segment' | 'period';
}

/** What the comparison of a journey with a log says, in the order in which a manager asks. */
export function conformanceContent(
  result: Conformance,
  analysis: JourneyAnalysis,
  { by }: ContentOptions = {},
): ReportContent {
  const words = new Words(analysis);
  const sections = [
    overview(result),
    deviations(result, words),
    waits(result, words),
    branches(result, words),
    stages(result, words),
    repeats(result, words),
    variants(result, words),
    ...(by === undefined ? [] : [groups(result, by)]),
    personas(result, words),
    mapping(result, words),
  ];
  return {
    title: {
      en: `${titleOf(analysis.journey, 'en')}: what customers did`,
      ja: `${titleOf(analysis.journey, 'ja')}: お客様の実際の行動`,
    },
    sections: sections.filter(({ sentences, table }) => sentences.length > 0 || (table?.rows.length ?? 0) > 0),
  };
}

class Words {
  readonly #analysis: JourneyAnalysis;
  readonly #touchpoints: ReadonlyMap<string, Touchpoint>;

  constructor(analysis: JourneyAnalysis) {
    this.#analysis = analysis;
    this.#touchpoints = new Map(
      analysis.journey.stages.flatMap((stage) => stage.touchpoints.map((each) => [each.key, each] as const)),
    );
  }

  touchpointOf(key: string): Touchpoint | undefined {
    return this.#touchpoints.get(key);
  }

  touchpoint(key: string): Text {
    return name(this.#touchpoints.get(key), key);
  }

  stage(key: string): Text {
    return name(
      this.#analysis.journey.stages.find((stage) => stage.key === key),
      key,
    );
  }

  persona(key: string): Text {
    return name(this.#analysis.model.personas.get(key), key);
  }

  channel(key: string): Text {
    return name(this.#analysis.model.channels.get(key), key);
  }

  code(code: LogCode): Text {
    return 'event' in code ? same(code.event) : this.touchpoint(code.touchpoint);
  }
}

function name(thing: Parameters<typeof titleOf>[0] | undefined, key: string): Text {
  return thing === undefined ? same(key) : { en: titleOf(thing, 'en'), ja: titleOf(thing, 'ja') };
}

function overview({
  profile,
  cases,
  conforming,
  fitness,
  variants: count,
  suppressed,
  leastGroup,
}: Conformance): ReportSection {
  const period =
    profile.from === undefined || profile.to === undefined
      ? { en: '', ja: '' }
      : { en: `, ${profile.from} to ${profile.to}`, ja: `、${profile.from}〜${profile.to}` };
  const sentences: Text[] = [
    {
      en: `${number(profile.cases)} cases with ${number(profile.events)} events in ${number(count)} variants${period.en}.`,
      ja: `${number(profile.cases)}件のケース、${number(profile.events)}件のイベント、${number(count)}通りの流れ${period.ja}。`,
    },
    {
      en: `${share(conforming, cases).en} went through the journey as it is written; the fitness is ${fitness.toFixed(3)} (1 is perfect).`,
      ja: `書かれたとおりに進んだのは${share(conforming, cases).ja}です。適合度は${fitness.toFixed(3)}です(1が完全な一致)。`,
    },
    ...profile.notices.map(({ kind, rows, firstRow }) => {
      const row =
        firstRow === undefined
          ? { en: '', ja: '' }
          : { en: ` (first: row ${firstRow})`, ja: `(最初は${firstRow}行目)` };
      return {
        en: `${number(rows)} ${NOTICES[kind].en}${row.en}.`,
        ja: `${NOTICES[kind].ja}: ${number(rows)}行${row.ja}。`,
      };
    }),
  ];
  if (suppressed > 0) {
    sentences.push({
      en: `Counts below ${leastGroup} are not shown, so that nobody can be recognised (${number(suppressed)} left out).`,
      ja: `個人が特定されないよう、${leastGroup}件未満の数は表示していません(${number(suppressed)}か所を省略)。`,
    });
  }
  return { title: { en: 'Overview', ja: '概要' }, sentences };
}

const MOST_ROWS = 20;

function deviations({ deviations: found, cases }: Conformance, words: Words): ReportSection {
  return {
    title: { en: 'Deviations', ja: '書かれた内容との違い' },
    sentences: [],
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

function waits({ touchpoints }: Conformance, words: Words): ReportSection {
  const rows = touchpoints.flatMap(({ touchpoint: key, wait }) => {
    const touchpoint = words.touchpointOf(key);
    if (wait === undefined || touchpoint === undefined) return [];
    const written = writtenTime(touchpoint);
    return [
      [
        words.touchpoint(key),
        durationText(wait.median),
        durationText(wait.p90),
        written === undefined ? nothing : durationText(written.typical),
        written === undefined || written.longest === written.typical ? nothing : durationText(written.longest),
        touchpoint.told === undefined ? nothing : same(touchpoint.told.text),
        wait.late === undefined ? nothing : counted(wait.late, wait.times),
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
        { en: '90 % within', ja: '90%がこの時間以内' },
        { en: 'Written', ja: '記載' },
        { en: 'At most', ja: '最長の記載' },
        { en: 'The customer is told', ja: 'お客様への案内' },
        { en: 'Late', ja: '遅延' },
      ],
      rows,
    },
  };
}

function branches({ branches: found }: Conformance, words: Words): ReportSection {
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
        ways.map(({ to, kind, written, passages: count }) => [
          words.touchpoint(from),
          to === undefined ? ENDS[kind] : wayTo(words.touchpoint(to), kind),
          counted(count, passages),
          written === undefined ? nothing : percentText(written),
        ]),
      ),
    },
  };
}

function wayTo(to: Text, kind: WayResult['kind']): Text {
  return kind === 'failure' ? { en: `${to.en} (after a failure)`, ja: `${to.ja}(失敗時)` } : to;
}

function stages({ stages: found, cases }: Conformance, words: Words): ReportSection {
  return {
    title: { en: 'How far they came', ja: 'どこまで進んだか' },
    sentences: [],
    table: {
      head: [
        { en: 'Stage', ja: 'ステージ' },
        { en: 'Reached', ja: '到達' },
        { en: 'Went on', ja: '次へ進んだ' },
        { en: 'Last seen here', ja: 'ここで終わった' },
      ],
      rows: found.map(({ stage, reached, passed, left }) => [
        words.stage(stage),
        counted(reached, cases),
        counted(passed, reached),
        counted(left, reached),
      ]),
    },
  };
}

function repeats({ touchpoints, switches, cases }: Conformance, words: Words): ReportSection {
  const repeated = touchpoints
    .filter((each) => each.repeated > 0)
    .toSorted((a, b) => b.repeated - a.repeated)
    .slice(0, MOST_ROWS);
  return {
    title: { en: 'Repeated contacts and changes of channel', ja: '繰り返しの接触とチャネルの切り替え' },
    sentences: switches.slice(0, MOST_ROWS).map(({ from, to, times }) => ({
      en: `From ${words.channel(from).en} to ${words.channel(to).en}: ${number(times)} times.`,
      ja: `${words.channel(from).ja}から${words.channel(to).ja}へ: ${number(times)}回。`,
    })),
    table: {
      head: [
        { en: 'Touchpoint', ja: 'タッチポイント' },
        { en: 'More than once', ja: '2回以上' },
      ],
      rows: repeated.map((each) => [words.touchpoint(each.touchpoint), counted(each.repeated, cases)]),
    },
  };
}

function variants({ mainVariants, cases }: Conformance, words: Words): ReportSection {
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

function groups({ segments, periods, cases }: Conformance, by: 'segment' | 'period'): ReportSection {
  return {
    title: by === 'segment' ? { en: 'By segment', ja: 'セグメント別' } : { en: 'By month', ja: '月別' },
    sentences: [],
    table: {
      head: [
        by === 'segment' ? { en: 'Segment', ja: 'セグメント' } : { en: 'Month', ja: '月' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'As written', ja: '記載どおり' },
        { en: 'Fitness', ja: '適合度' },
      ],
      rows: (by === 'segment' ? segments : periods).map((group) => [
        same(group.name),
        counted(group.cases, cases),
        share(group.conforming, group.cases),
        same(group.fitness.toFixed(3)),
      ]),
    },
  };
}

function personas({ personas: found, cases }: Conformance, words: Words): ReportSection {
  return {
    title: { en: 'Personas', ja: 'ペルソナ' },
    sentences: [],
    table: {
      head: [
        { en: 'Persona', ja: 'ペルソナ' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'Fitness', ja: '適合度' },
      ],
      rows:
        found.length < 2
          ? []
          : found.map(({ personas: keys, cases: count, fitness }) => [
              {
                en: keys.map((key) => words.persona(key).en).join(', '),
                ja: keys.map((key) => words.persona(key).ja).join('、'),
              },
              counted(count, cases),
              same(fitness.toFixed(3)),
            ]),
    },
  };
}

function mapping({ mapping: { events, unseen, unknown }, leastGroup }: Conformance, words: Words): ReportSection {
  // A name that few cases have may be one of them.
  const unmapped = events.filter(({ by, cases }) => by === 'none' && cases >= leastGroup);
  return {
    title: { en: 'What could not be compared', ja: '比較できなかったもの' },
    sentences: [
      ...unseen.map((key) => ({
        en: `No event of the log stands for "${words.touchpoint(key).en}".`,
        ja: `「${words.touchpoint(key).ja}」に当たるイベントがログにありません。`,
      })),
      ...unknown.map(({ event, touchpoint }) => ({
        en: `The mapping file says that "${event}" is "${touchpoint}", which is no touchpoint of this journey.`,
        ja: `対応表では「${event}」が「${touchpoint}」とされていますが、このジャーニーにそのタッチポイントはありません。`,
      })),
    ],
    table: {
      head: [
        { en: 'Event without a touchpoint', ja: '対応するタッチポイントのないイベント' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'Perhaps', ja: '候補' },
      ],
      rows: unmapped.map((event) => [
        same(event.name),
        same(number(event.cases)),
        event.proposal === undefined ? nothing : words.touchpoint(event.proposal.touchpoint),
      ]),
    },
  };
}

const nothing: Text = { en: '–', ja: '–' };

function same(text: string): Text {
  return { en: text, ja: text };
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}

function share(count: number, whole: number): Text {
  return whole === 0 ? same('0%') : percentText(count / whole);
}

/** `212 (14.8%)` */
function counted(count: number, whole: number): Text {
  return same(`${number(count)} (${share(count, whole).en})`);
}
