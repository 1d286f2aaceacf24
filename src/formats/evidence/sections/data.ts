import type { Conformance } from '../../../evidence/conformance.ts';
import { shownCount } from '../../../model/measured/count.ts';
import { quoted } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { ReportSection } from '../report-content.ts';
import { nothing, numbered, type ReportWords, same } from '../report-words.ts';
import { NOTICES } from '../words.ts';

/** How good the log is, and what is not shown. */
export function about({ profile, suppressed, leastGroup }: Conformance): ReportSection {
  const sentences: Text[] = profile.notices.map(({ kind, rows, firstRow }) => {
    const row =
      firstRow === undefined ? { en: '', ja: '' } : { en: ` (first: row ${firstRow})`, ja: `(最初は${firstRow}行目)` };
    return {
      en: `${numbered(rows, ...NOTICES[kind].en)}${row.en}.`,
      ja: `${NOTICES[kind].ja}: ${shownCount(rows)}行${row.ja}。`,
    };
  });
  if (suppressed > 0) {
    sentences.push({
      en: `So that nobody can be recognised, counts from 1 to ${leastGroup - 1} are shown as "<${leastGroup}", and counts that would give them away as a bound such as ">95" (${shownCount(suppressed)} in all, with those left out).`,
      ja: `個人が特定されないよう、1〜${leastGroup - 1}件は「<${leastGroup}」、差し引きで分かってしまう数は「>95」のような範囲で表示しています(省略したものを含め${shownCount(suppressed)}か所)。`,
    });
  }
  return { title: { en: 'About the data', ja: 'データについて' }, sentences };
}

/** What is mapped to nothing, on both sides. */
export function mapping({ mapping: found }: Conformance, words: ReportWords): ReportSection {
  const unmapped = found.events.filter(({ by }) => by === 'none');
  const sentences: Text[] = [
    ...found.unseen.map((key) => ({
      en: `No event of the log stands for ${words.quoted(key).en}.`,
      ja: `${words.quoted(key).ja}に当たるイベントがログにありません。`,
    })),
    ...found.unknown.map(({ event, touchpoint }) => ({
      en: `The mapping file says that ${quoted(event).en} is ${quoted(touchpoint).en}, which is no touchpoint of this journey.`,
      ja: `対応表では${quoted(event).ja}が${quoted(touchpoint).ja}とされていますが、このジャーニーにそのタッチポイントはありません。`,
    })),
  ];
  if (found.unnamed > 0) {
    sentences.push({
      en: `${found.unnamed} more ${found.unnamed === 1 ? 'kind of event is' : 'kinds of events are'} mapped to no touchpoint and not named, because so few cases have ${found.unnamed === 1 ? 'it' : 'them'}.`,
      ja: `ほかに、どのタッチポイントにも当たらないイベントが${found.unnamed}種類あります(件数が少ないため名前は表示しません)。`,
    });
  }
  if (unmapped.length > 0) {
    sentences.push({
      en: 'To map an event, write event "name" in its touchpoint or a line in the mapping file; "ignore" in that file leaves out what is no contact with the customer.',
      ja: '対応させるには、タッチポイントに event "名前" と書くか、対応表に1行加えます。お客様との接触でないものは、対応表の "ignore" で除けます。',
    });
  }
  return {
    title: { en: 'What could not be compared', ja: '比較できなかったもの' },
    sentences,
    table: {
      head: [
        { en: 'Event without a touchpoint', ja: '対応するタッチポイントのないイベント' },
        { en: 'Cases', ja: 'ケース' },
        { en: 'Perhaps', ja: '候補' },
      ],
      rows: unmapped.map(({ name, cases, proposal }) => [
        same(name),
        same(shownCount(cases)),
        proposal === undefined ? nothing : proposalText(words.touchpoint(proposal.touchpoint), proposal.likeness),
      ]),
    },
  };
}

function proposalText(touchpoint: Text, likeness: number): Text {
  const percent = Math.round(likeness * 100);
  return { en: `${touchpoint.en} (${percent}% alike)`, ja: `${touchpoint.ja}(類似度${percent}%)` };
}
