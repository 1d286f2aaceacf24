import type { Conformance, DeviationResult, GroupResult } from '../../evidence/conformance.ts';
import { atLeast, type Count, shareOf, shownCount } from '../../model/measured/count.ts';
import { shareDiffers, timeDifference } from '../../model/measured/difference.ts';
import { measuredDuration } from '../../model/measured/measured-duration.ts';
import { writtenTime } from '../../model/measured/written-time.ts';
import { durationText, percentText, quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import type { ReportSection } from './report-content.ts';
import { counted, numbered, type ReportWords, share } from './report-words.ts';
import { wayTo } from './sections/ways.ts';

/** What the readers of a journey do not know yet: where what was measured is most unlike what is written, the worst first. */
export function highlights(result: Conformance, words: ReportWords): ReportSection {
  const { cases, conforming, finished, profile, variants: count, fitness, duration } = result;
  const period =
    profile.from === undefined || profile.to === undefined
      ? { en: '', ja: '' }
      : { en: `, ${profile.from} to ${profile.to}`, ja: `(${profile.from}〜${profile.to})` };
  const surprises = [
    ...slow(result, words),
    ...broken(result, words),
    ...elsewhere(result, words),
    ...lost(result, words),
    ...departures(result, words),
    ...unlike(result.segments, { en: 'segment', ja: 'セグメント' }),
  ];
  return {
    title: { en: 'In short', ja: '要点' },
    sentences: [
      {
        en: `${numbered(profile.cases, 'case', 'cases')} with ${numbered(profile.events, 'event', 'events')} went ${count === 1 ? 'one way' : `${shownCount(count)} different ways`}${period.en}.`,
        ja: `${shownCount(profile.cases)}件のケース、${shownCount(profile.events)}件のイベントがあり、流れは${shownCount(count)}通りです${period.ja}。`,
      },
      {
        en: `${counted(conforming, cases).en} went through the journey as it is written; ${counted(finished, cases).en} reached its goal. Fitness: ${fitness.toFixed(3)} (1 is perfect).`,
        ja: `書かれたとおりに進んだのは${counted(conforming, cases).ja}、目的を果たしたのは${counted(finished, cases).ja}です。適合度は${fitness.toFixed(3)}です(1が完全な一致)。`,
      },
      ...(duration === undefined ? [] : [whole(duration)]),
      ...surprises,
    ],
  };
}

function whole({ median, p90 }: NonNullable<Conformance['duration']>): Text {
  const [half, most] = [measuredDuration(median), measuredDuration(p90)];
  return {
    en: `From first to last event half of the cases take at most ${half.en}, 9 of 10 at most ${most.en}.`,
    ja: `最初から最後のイベントまでの時間は、半数のケースが${half.ja}以内、90%が${most.ja}以内です。`,
  };
}

/** How many sentences each kind of surprise may have. */
const MOST = 3;

/** Times that are longer than written, by the time that customers lose. */
function slow({ touchpoints }: Conformance, words: ReportWords): Text[] {
  return touchpoints
    .flatMap(({ touchpoint: key, wait }) => {
      const touchpoint = words.touchpointOf(key);
      const written = touchpoint === undefined ? undefined : writtenTime(touchpoint);
      if (wait === undefined || written === undefined) return [];
      const difference = timeDifference(wait, written);
      if (difference === undefined) return [];
      const where = words.quoted(key);
      const [typical, median, p90] = [
        durationText(written.typical),
        measuredDuration(wait.median),
        measuredDuration(wait.p90),
      ];
      const weight = difference === 'shorter' ? 0 : (wait.p90 - written.longest) * wait.times;
      const en = {
        longer: `takes longer than written: ${median.en} (median) instead of ${typical.en}, 9 of 10 within ${p90.en}`,
        tail: `often takes longer than written: 9 of 10 within ${p90.en}, written are at most ${durationText(written.longest).en}`,
        shorter: `is faster than written: ${median.en} (median) instead of ${typical.en}`,
      };
      const ja = {
        longer: `書かれた${typical.ja}より長くかかっています(中央値${median.ja}、90%が${p90.ja}以内)`,
        tail: `書かれた最長${durationText(written.longest).ja}を超えることが多くあります(90%が${p90.ja}以内)`,
        shorter: `書かれた${typical.ja}より早く進んでいます(中央値${median.ja})`,
      };
      return [
        {
          weight,
          text: {
            en: `${where.en} ${en[difference]} (${numbered(wait.times, 'time', 'times')}).`,
            ja: `${where.ja}は${ja[difference]}(${shownCount(wait.times)}回)。`,
          },
        },
      ];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ text }) => text);
}

/** A limit that is broken this often is news. */
const OFTEN = 0.1;

/** What customers tolerate or were told, and often did not get. */
function broken({ touchpoints }: Conformance, words: ReportWords): Text[] {
  return touchpoints
    .flatMap(({ touchpoint, limits }) => limits.map((limit) => ({ touchpoint, limit })))
    .filter(({ limit }) => limit.kind !== 'longest' && atLeast(limit.over) / limit.times >= OFTEN)
    .toSorted((a, b) => atLeast(b.limit.over) / b.limit.times - atLeast(a.limit.over) / a.limit.times)
    .slice(0, MOST)
    .map(({ touchpoint, limit }) => {
      const [where, limitText] = [words.quoted(touchpoint), durationText(limit.seconds)];
      const over = counted(limit.over, limit.times);
      if (limit.kind === 'told') {
        return {
          en: `Customers are told ${limitText.en} for ${where.en}; in ${over.en} it took longer.`,
          ja: `${where.ja}は${limitText.ja}と案内していますが、${over.ja}でそれを超えました。`,
        };
      }
      const who =
        limit.persona === undefined ? { en: 'Customers', ja: 'お客様' } : quoted(words.persona(limit.persona));
      return {
        en: `${who.en} would tolerate ${limitText.en} for ${where.en}; in ${over.en} it took longer.`,
        ja: `${where.ja}で${who.ja}が許容できるのは${limitText.ja}までですが、${over.ja}でそれを超えました。`,
      };
    });
}

/** Ways that more or fewer customers go than is written. */
function elsewhere({ branches }: Conformance, words: ReportWords): Text[] {
  return (
    branches
      .flatMap(({ from, passages, ways }) =>
        ways.flatMap((way) => {
          const { written } = way;
          const measured = shareOf(way.passages, passages);
          if (written === undefined || measured === undefined || !shareDiffers(measured.ratio, written, passages))
            return [];
          return [{ from, way, written, passages, distance: Math.abs(measured.ratio - written) }];
        }),
      )
      .toSorted((a, b) => b.distance - a.distance)
      // What fewer do here, more do there: one way of each branch says it.
      .filter(({ from }, index, all) => all.findIndex((other) => other.from === from) === index)
      .slice(0, MOST)
      .map(({ from, way, written, passages }) => {
        const goal = way.to === undefined ? wayTo(way, words) : words.quoted(way.to);
        const start = words.quoted(from);
        const measured = counted(way.passages, passages);
        return {
          en: `After ${start.en} ${measured.en} went to ${goal.en}; written are ${percentText(written).en}.`,
          ja: `${start.ja}の後に${goal.ja}へ進んだのは${measured.ja}です(記載は${percentText(written).ja})。`,
        };
      })
  );
}

/** Where customers are lost. */
function lost({ touchpoints, cases }: Conformance, words: ReportWords): Text[] {
  return touchpoints
    .filter(({ left }) => left !== 0 && atLeast(left) / cases >= OFTEN / 2 && !isFew(left))
    .toSorted((a, b) => atLeast(b.left) - atLeast(a.left))
    .slice(0, MOST)
    .map(({ touchpoint, left }) => ({
      en: `${counted(left, cases).en} ${left === 1 ? 'was' : 'were'} last seen at ${words.quoted(touchpoint).en}.`,
      ja: `${counted(left, cases).ja}は${words.quoted(touchpoint).ja}を最後に途絶えています。`,
    }));
}

function isFew(count: Count): boolean {
  return typeof count === 'string' && count.startsWith('<');
}

/** The most frequent deviation of each kind. */
function departures({ deviations, cases }: Conformance, words: ReportWords): Text[] {
  const kinds = new Set<string>();
  return deviations
    .filter(({ kind, cases: count }) => {
      // Leaving has been said already.
      const isNew = kind !== 'left' && !kinds.has(kind) && atLeast(count) / cases >= OFTEN / 2;
      if (isNew) kinds.add(kind);
      return isNew;
    })
    .map((deviation) => departure(deviation, counted(deviation.cases, cases), words));
}

function departure({ kind, touchpoint, event, after }: DeviationResult, count: Text, words: ReportWords): Text {
  const what = touchpoint === undefined ? quoted(event ?? '') : words.quoted(touchpoint);
  const place =
    after === undefined
      ? { en: 'at the beginning', ja: '最初に' }
      : { en: `after ${words.quoted(after).en}`, ja: `${words.quoted(after).ja}の後に` };
  const en = {
    adHoc: `${what.en} happened ${place.en}, which is not written there`,
    missing: `${what.en} did not happen ${place.en}`,
    left: `${what.en} was not reached`,
    sequence: `${what.en} happened ${place.en}, which is another place than written`,
    failed: `${what.en} failed or had to be done again`,
  };
  const ja = {
    adHoc: `${place.ja}、書かれていない${what.ja}が起きています`,
    missing: `${place.ja}あるはずの${what.ja}がありませんでした`,
    left: `${what.ja}まで進んでいません`,
    sequence: `${place.ja}、書かれた順序と違って${what.ja}が起きています`,
    failed: `${what.ja}が失敗したか、やり直しになりました`,
  };
  return { en: `In ${count.en} ${en[kind]}.`, ja: `${count.ja}で、${ja[kind]}。` };
}

/** Groups of which clearly fewer reach the goal than of others. */
function unlike(groups: readonly GroupResult[], what: Text): Text[] {
  const sure = groups.flatMap((group) => {
    const { cases } = group;
    const found = shareOf(group.finished, cases);
    return found === undefined || typeof cases === 'string' ? [] : [{ group, cases, ratio: found.ratio }];
  });
  const [worst, best] = [sure.toSorted((a, b) => a.ratio - b.ratio)[0], sure.toSorted((a, b) => b.ratio - a.ratio)[0]];
  if (worst === undefined || best === undefined || !shareDiffers(worst.ratio, best.ratio, worst.cases)) return [];
  const [low, high] = [share(worst.group.finished, worst.cases), share(best.group.finished, best.cases)];
  return [
    {
      en: `Of the ${what.en} ${quoted(worst.group.name).en} ${low.en} reached the goal, of ${quoted(best.group.name).en} ${high.en}.`,
      ja: `目的を果たした割合は、${what.ja}${quoted(worst.group.name).ja}で${low.ja}、${quoted(best.group.name).ja}で${high.ja}です。`,
    },
  ];
}
