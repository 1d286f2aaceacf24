import type { JourneyAnalysis, PersonaView } from '../../model/analysis.ts';
import type { EmotionSeries } from '../../model/flow/emotions.ts';
import { shortTitleOf, titleOf } from '../../model/declaration.ts';
import type { Touchpoint } from '../../model/journey.ts';
import type { Locale } from '../../model/text.ts';
import { JOURNEY_KIND_TITLES } from '../../model/word-titles.ts';
import { cleanLine } from '../text/clean.ts';
import type { Curve, CurvePoint } from './content.ts';

/**
 * How the chosen personas feel along the journey, a curve for each; one for all of them when they feel the same
 * everywhere. The lowest, the highest and the last point of each main path are marked.
 *
 * @param shown keys of the personas to draw; empty for all
 */
export function curvesOf(
  analysis: JourneyAnalysis,
  shown: readonly string[],
  locale: Locale,
  everybody: string,
): readonly Curve[] {
  const views = analysis.views.filter(
    ({ persona }) => shown.length === 0 || persona === undefined || shown.includes(persona.key),
  );
  const drawn = views
    .map((view, persona) => ({
      view,
      persona,
      colour: analysis.views.indexOf(view),
      points: pointsOf(view, analysis, locale),
    }))
    .filter(({ points }) => points.length > 0);
  const [first] = drawn;
  if (first === undefined) return [];
  const same = drawn.length === views.length && drawn.every(({ points }) => sameCurve(points, first.points));
  if (same)
    return [
      {
        name: views.length > 1 ? everybody : nameOf(first.view, locale, everybody),
        colour: first.colour,
        compared: false,
        points: first.points,
      },
    ];
  return drawn.map(({ view, persona, colour, points }) => ({
    name: nameOf(view, locale, everybody),
    persona,
    colour,
    compared: false,
    points,
  }));
}

/**
 * The curve of another journey, such as the as-is one under its to-be: a touchpoint with the same id stands in the same
 * place, the others are spread between those.
 */
export function comparedCurve(other: JourneyAnalysis, analysis: JourneyAnalysis, locale: Locale): Curve | undefined {
  const [view] = other.views;
  const points = pointsOf(view, other, locale).filter((point) => !point.aside);
  if (points.length === 0) return undefined;
  const own = analysis.whole.graph.nodes;
  const theirs = other.whole.graph.nodes;
  const fixed = theirs.map((node) => own.find(({ touchpoint }) => touchpoint.id === node.touchpoint.id)?.index);
  const at = spread(fixed, Math.max(0, own.length - 1));
  return {
    name:
      other.journey.kind.value === analysis.journey.kind.value
        ? cleanLine(titleOf(other.journey, locale))
        : JOURNEY_KIND_TITLES[other.journey.kind.value][locale],
    colour: 0,
    compared: true,
    points: points.map((point) => movedTo(point, at[point.at] ?? point.at)),
  };
}

function movedTo(point: CurvePoint, at: number): CurvePoint {
  return { ...point, at };
}

/** Fills the gaps between known places evenly; a place that would go backwards is not known. */
function spread(fixed: readonly (number | undefined)[], last: number): readonly number[] {
  const known: { readonly index: number; readonly at: number }[] = [];
  for (const [index, at] of fixed.entries()) {
    if (at !== undefined && at > (known.at(-1)?.at ?? -1)) known.push({ index, at });
  }
  return fixed.map((_, index) => {
    const before = known.findLast((place) => place.index <= index) ?? { index: -0.001, at: 0 };
    const after = known.find((place) => place.index >= index) ?? {
      index: Math.max(fixed.length - 1, index) + 0.001,
      at: last,
    };
    const share = after.index === before.index ? 0 : (index - before.index) / (after.index - before.index);
    return before.at + (after.at - before.at) * share;
  });
}

function nameOf({ persona }: PersonaView, locale: Locale, everybody: string): string {
  return persona === undefined ? everybody : cleanLine(shortTitleOf(persona, locale));
}

function pointsOf(view: PersonaView, analysis: JourneyAnalysis, locale: Locale): readonly CurvePoint[] {
  const main = new Set(view.flow.mainPath.nodes.map(({ key }) => key));
  const marks = marksOf(view.emotions);
  let missing = false;
  return view.graph.nodes.flatMap((node): CurvePoint[] => {
    const value = view.feelingAt(node);
    const aside = !main.has(node.key);
    if (value === undefined && !aside) missing = true;
    const at = analysis.whole.graph.node(node.key)?.index;
    if (value === undefined || at === undefined) return [];
    const gapBefore = missing && !aside;
    if (!aside) missing = false;
    const mark = marks.get(node.key);
    const said = feelingOf(node.touchpoint, view.persona?.key);
    const emotion = said?.emotion === undefined ? undefined : analysis.model.emotions.get(said.emotion);
    const label = emotion === undefined ? (said?.name ?? '') : titleOf(emotion, locale);
    return [
      {
        at,
        value: Math.max(-2, Math.min(2, value)),
        label: cleanLine(label),
        ...(said?.face !== undefined && emotion?.library === false ? { face: cleanLine(said.face) } : {}),
        ...(mark === undefined ? {} : { mark }),
        aside,
        gapBefore,
      },
    ];
  });
}

/** The points worth naming, by the key of their touchpoint. */
function marksOf({ lowest, highest, points }: EmotionSeries): ReadonlyMap<string, CurvePoint['mark']> {
  const marks = new Map<string, CurvePoint['mark']>();
  const last = points.at(-1);
  // Two points have no peak, and a level line has none either.
  if (points.length < 3 || last === undefined || lowest?.value === highest?.value) return marks;
  marks.set(last.node.key, 'end');
  if (highest !== undefined) marks.set(highest.node.key, 'highest');
  if (lowest !== undefined) marks.set(lowest.node.key, 'lowest');
  return marks;
}

function feelingOf({ feelings }: Touchpoint, persona: string | undefined): Touchpoint['feelings'][number] | undefined {
  return (
    feelings.find((feeling) => persona !== undefined && feeling.persona?.key === persona) ??
    feelings.find((feeling) => feeling.persona === undefined)
  );
}

function sameCurve(a: readonly CurvePoint[], b: readonly CurvePoint[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (point, index) => point.at === b[index]?.at && point.value === b[index]?.value && point.label === b[index]?.label,
    )
  );
}
