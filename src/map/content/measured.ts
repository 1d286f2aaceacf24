import type { JourneyAnalysis } from '../../model/analysis.ts';
import type { GraphEdge } from '../../model/graph.ts';
import type { Touchpoint } from '../../model/journey.ts';
import { placeAsWritten, timeAsWritten } from '../../model/measured/as-written.ts';
import { atLeast, type Count, shareOf, shownCount } from '../../model/measured/count.ts';
import { timeDifference } from '../../model/measured/difference.ts';
import type { Measured, MeasuredTouchpoint } from '../../model/measured/measured.ts';
import { measuredDuration } from '../../model/measured/measured-duration.ts';
import { writtenTime } from '../../model/measured/written-time.ts';
import { durationText, percentText } from '../../model/phrases.ts';
import type { Locale } from '../../model/text.ts';
import { LABELS } from '../labels.ts';
import { type Curve, type Item, signed, type Tone } from './content.ts';

/** What a log said about a journey, laid over its map. */

/** From this share of the customers on, a departure is worth a line on a card. */
const OFTEN = 0.05;

/** What was measured at one touchpoint, against what is written there. */
export function measuredItems(
  touchpoint: Touchpoint,
  measured: Measured,
  { whole }: JourneyAnalysis,
  locale: Locale,
): readonly Item[] {
  const found = measured.touchpoints.find((each) => each.touchpoint === touchpoint.key);
  const node = whole.graph.node(touchpoint.key);
  if (found === undefined || node === undefined) return [];
  const isElsewhere = placeAsWritten(node) !== found.place;
  const say = (en: string, ja: string): string => (locale === 'ja' ? ja : en);
  const items: Item[] = [];
  const add = (text: string, tone: Tone, isOutdated: boolean): void => {
    items.push({ text, tone, ...(isOutdated && { badge: LABELS.outdated[locale] }) });
  };
  const cases = partOf(found.cases, measured.cases);
  add(say(`${cases} of the cases`, `全体の${cases}`), 'muted', isElsewhere);
  const { time, feeling } = found;
  if (time !== undefined) {
    const isOutdated = time.written !== '' && time.written !== timeAsWritten(touchpoint);
    add(timeText(touchpoint, time, locale), timeTone(touchpoint, time), isOutdated);
  }
  if (isOften(found.left, found.cases)) {
    const left = partOf(found.left, atLeast(found.cases));
    add(say(`${left} left here`, `離脱 ${left}`), 'bad', isElsewhere);
  }
  for (const [kind, label] of DEPARTURES) {
    const count = found.deviations[kind] ?? 0;
    if (!isOften(count, measured.cases)) continue;
    const part = partOf(count, measured.cases);
    add(`${LABELS[label][locale]} ${part}`, 'warm', isElsewhere);
  }
  if (feeling !== undefined) {
    const answers = shownCount(feeling.answers);
    const value = signed(feeling.value);
    add(
      say(`felt ${value} (${answers} answers)`, `評価 ${value}(回答${answers}件)`),
      feeling.value < 0 ? 'bad' : 'muted',
      false,
    );
  }
  return items;
}

const DEPARTURES = [
  ['missing', 'missing'],
  ['sequence', 'otherOrder'],
  ['failed', 'failedOften'],
] as const;

function timeText(touchpoint: Touchpoint, time: NonNullable<MeasuredTouchpoint['time']>, locale: Locale): string {
  const written = writtenTime(touchpoint);
  const [median, p90] = [measuredDuration(time.median)[locale], measuredDuration(time.p90)[locale]];
  if (locale === 'ja') {
    const said = written === undefined ? '' : `(記載 ${durationText(written.typical).ja})`;
    return `中央値 ${median}${said}、90%が${p90}以内`;
  }
  const said = written === undefined ? '' : ` (written ${durationText(written.typical).en})`;
  return `${median}${said}, 9 of 10 within ${p90}`;
}

function timeTone(touchpoint: Touchpoint, time: NonNullable<MeasuredTouchpoint['time']>): Tone {
  const written = writtenTime(touchpoint);
  const difference = written === undefined ? undefined : timeDifference(time, written);
  if (difference === undefined) return 'muted';
  return difference === 'shorter' ? 'good' : difference === 'longer' ? 'bad' : 'warm';
}

function partOf(count: Count, whole: number): string {
  const share = shareOf(count, whole);
  return share === undefined ? shownCount(count) : `${share.sign}${percentText(share.ratio).en}`;
}

function isOften(count: Count, whole: Count): boolean {
  return count !== 0 && atLeast(count) / Math.max(1, atLeast(whole)) >= OFTEN;
}

/** What is said at a way: the written share, the measured one, or both. */
export function shareText(edge: GraphEdge, measured: Measured, locale: Locale): string | undefined {
  const written = edge.paths[0].share?.written;
  const way = measured.ways.find(({ from, to }) => from === edge.from.key && to === edge.to.key);
  const share = way === undefined ? undefined : shareOf(way.passages, way.all);
  if (share === undefined) return written;
  const found = `${share.sign}${percentText(Math.round(share.ratio * 100) / 100).en}`;
  return `${written === undefined ? '' : `${written} `}${LABELS.measuredShort[locale]} ${found}`;
}

/** How many of all customers go a way, in steps from 1 to 4; undefined where nothing is known. */
export function weightOf(edge: GraphEdge, measured: Measured): 1 | 2 | 3 | 4 | undefined {
  const count = passagesOf(edge, measured);
  if (count === undefined || measured.cases === 0) return undefined;
  const share = count / measured.cases;
  return share >= 0.7 ? 4 : share >= 0.4 ? 3 : share >= 0.15 ? 2 : 1;
}

function passagesOf(edge: GraphEdge, measured: Measured): number | undefined {
  const way = measured.ways.find(({ from, to }) => from === edge.from.key && to === edge.to.key);
  if (way !== undefined) return atLeast(way.passages);
  // The only way on is gone by those who were at both ends.
  const casesAt = (key: string): number | undefined => {
    const cases = measured.touchpoints.find(({ touchpoint }) => touchpoint === key)?.cases;
    return cases === undefined ? undefined : atLeast(cases);
  };
  const [from, to] = [casesAt(edge.from.key), casesAt(edge.to.key)];
  return from === undefined || to === undefined ? undefined : Math.min(from, to);
}

/** How customers said they felt; undefined where the log has no scores, or only one. */
export function measuredCurve(
  measured: Measured,
  { whole }: JourneyAnalysis,
  main: ReadonlySet<string>,
  locale: Locale,
): Curve | undefined {
  const points = whole.graph.nodes.flatMap(({ key, index }) => {
    const feeling = measured.touchpoints.find(({ touchpoint }) => touchpoint === key)?.feeling;
    if (feeling === undefined || !main.has(key)) return [];
    return [{ at: index, value: feeling.value, label: '', aside: false, gapBefore: false }];
  });
  return points.length < 2 ? undefined : { name: LABELS.measured[locale], colour: 0, compared: true, points };
}

/** What the overlay was made from, and how to read it. */
export function measuredNote({ cases, from, to, on }: Measured, locale: Locale): string {
  const count = shownCount(cases);
  if (locale === 'ja') {
    const period = from === undefined || to === undefined ? `${on}に実測` : `${from}〜${to}`;
    return `実測: ${count}件(${period})。線が太いほど通った人が多い`;
  }
  const period = from === undefined || to === undefined ? `measured on ${on}` : `${from} to ${to}`;
  return `Measured: ${count} cases (${period}); the thicker a way, the more customers went it`;
}
