import type { JourneyAnalysis } from '../../../model/analysis.ts';
import { placeAsWritten, timeAsWritten } from '../../../model/measured/as-written.ts';
import type { Measured } from '../../../model/measured/measured.ts';
import { listed, quoted, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { measureAgain } from '../../measurements.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'measurement-outdated',
    group: 'measurement',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    reads: 'measurement',

    summary: {
      en: 'The journey has changed since it was measured.',
      ja: '実測の後に、ジャーニーが変わっています。',
    },
    why: {
      en: `Numbers outlive what they were measured for. Whoever reads them beside a changed journey takes them for its truth.

A result file keeps what was written when it was measured: the time before each touchpoint, what comes before and after it, the shares of ways. Where one of these is another today, or the touchpoint is gone, this says so once for the journey; findings about those places say it, too, and are only a piece of information.`,
      ja: `数値は、測った対象より長く残ります。変わったジャーニーの横に古い実測があれば、今の姿だと受け取られてしまいます。

結果ファイルには、測ったときの記述(待ち時間、前後のタッチポイント、分岐の割合)が残っています。今の記述と違うとき、またはタッチポイントがなくなったときに、ジャーニーごとに1件示します。その場所についての指摘にもその旨を添え、情報にとどめます。`,
    },
    remedy: measureAgain,
    sources: [],
    settings: [],
  },
  check: ({ measured, analysis, journey, report }) => {
    if (measured === undefined) return;
    const parts = changesSince(measured, analysis);
    if (parts.length === 0) return;
    const [name, all] = [titled(journey), listed(parts)];
    report({
      place: journey.place,
      message: {
        en: `${name.en} has changed since it was measured on ${measured.on}: ${all.en}.`,
        ja: `${name.ja}は、${measured.on}に測った後で変わっています(${all.ja})。`,
      },
      help: rule.meta.remedy,
    });
  },
};

function changesSince(measured: Measured, { whole }: JourneyAnalysis): readonly Text[] {
  const { graph } = whole;
  const found = measured.touchpoints.map((each) => ({ each, node: graph.node(each.touchpoint) }));
  const gone = found.filter(({ node }) => node === undefined).map(({ each }) => quoted(idOf(each.touchpoint)));
  const present = found.flatMap(({ each, node }) => (node === undefined ? [] : [{ each, node }]));
  const times = present
    .filter(({ each, node }) => each.time !== undefined && isOther(each.time.written, timeAsWritten(node.touchpoint)))
    .map(({ node }) => titled(node.touchpoint));
  const places = present
    .filter(({ each, node }) => each.place !== placeAsWritten(node))
    .map(({ node }) => titled(node.touchpoint));
  const branching = new Set(
    measured.ways
      .filter(({ from, to, end, written }) => {
        const node = graph.node(from);
        if (node === undefined) return false;
        const same = [...node.out, ...node.ends].filter((way) =>
          'to' in way ? way.to.key === to : to === undefined && way.end === end,
        );
        return !same.some(({ share }) => share === written) && same.length > 0;
      })
      .map(({ from }) => from),
  );
  const shares = [...branching].flatMap((key) => graph.node(key) ?? []).map(({ touchpoint }) => titled(touchpoint));
  return [
    ...about(gone, (names) => ({ en: `${names.en} is gone`, ja: `${names.ja}がない` })),
    ...about(times, (names) => ({ en: `the time before ${names.en}`, ja: `${names.ja}までの時間` })),
    ...about(places, (names) => ({
      en: `what comes before or after ${names.en}`,
      ja: `${names.ja}の前後のタッチポイント`,
    })),
    ...about(shares, (names) => ({ en: `the shares after ${names.en}`, ja: `${names.ja}からの割合` })),
  ];
}

function about(names: readonly Text[], say: (names: Text) => Text): Text[] {
  return names.length === 0 ? [] : [say(listed(names))];
}

function idOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** What was written only later was measured all the same. */
function isOther(was: string, now: string): boolean {
  return was !== '' && was !== now;
}
