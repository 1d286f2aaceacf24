import type { Curve, CurvePoint, MapContent } from '../content/content.ts';
import { signed } from '../content/content.ts';
import type { Locale } from '../../model/text.ts';
import { EMOTION_LEVELS, LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import { type Column, centre } from './columns.ts';
import { faceAt } from './face.ts';
import { box, circle, icon, type Measured, measuredText, polyline, round, shape, stack, stroke } from './measured.ts';
import { monotoneCurve } from './monotone.ts';
import { FONTS, SIZES } from './sizes.ts';

/** The band of the emotion curves, ready to be drawn at a height. */
export interface EmotionBand {
  readonly height: number;
  readonly draw: (y: number, left: number, right: number) => readonly SceneNode[];
}

export interface EmotionBandOptions {
  /** Slanted lines below zero, for paper. */
  readonly hatched?: boolean;
  /** From one level to the next. */
  readonly step?: number;
  /** Room for labels above the highest and below the lowest level. */
  readonly padding?: number;
  /** Levels by their numbers only. */
  readonly compact?: boolean;
  /** Only the lowest, the highest and the last point say what they are. */
  readonly marksOnly?: boolean;
}

const levels = [2, 1, 0, -1, -2] as const;

/** Pixels between two levels of feeling, unless a map asks otherwise. */
export const EMOTION_STEP = 46;

/** Curves over the columns, on five levels from +2 to −2 with room for labels above and below. */
export function emotionBand(
  columns: readonly Column[],
  content: MapContent,
  options: EmotionBandOptions = {},
): EmotionBand {
  const { hatched = false, step = EMOTION_STEP, padding = 44, compact = false, marksOnly = false } = options;
  const height = 2 * padding + 4 * step;
  return {
    height,
    draw: (y, left, right) => {
      const levelOf = (value: number): number => y + padding + (2 - value) * step;
      const tracks = tracksOf(content.curves, columns, levelOf, marksOnly);
      const taken: Area[] = tracks.flatMap(({ points }) =>
        points.map((point) => around(point.x, point.y, marksOnly && point.mark === undefined ? smallMark : SIZES.face)),
      );
      return [
        ...scale(levelOf, left, right, padding, compact, content),
        ...(hatched ? [hatching(left, right, levelOf(0), levelOf(-2) + padding - 6)] : []),
        {
          kind: 'group',
          role: 'curve',
          label: content.summary,
          children: [
            ...tracks.flatMap((track) => lines(track, content)),
            ...columns.filter(({ folded }) => folded).flatMap((column) => whiskers(column, content, levelOf)),
            ...tracks.toReversed().flatMap((track) => marks(track, marksOnly, content)),
            ...tracks.flatMap((track) =>
              pointLabels(track, taken, marksOnly, content, { left, right, top: y, bottom: y + height }),
            ),
            ...(tracks.length > 1
              ? tracks.flatMap((track) => endLabel(track, taken, content, { left, right, top: y, bottom: y + height }))
              : []),
          ],
        },
      ];
    },
  };
}

interface Track {
  readonly curve: Curve;
  readonly style: string;
  readonly points: readonly TrackPoint[];
}

interface TrackPoint extends CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly column: Column;
  /** Several curves share this point; those above 0 only add their ring. */
  readonly rank: number;
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places the points of all curves. Where several feel differently at one touchpoint they stand side by side; where they
 * feel the same there is one face with a ring for each.
 */
function tracksOf(
  curves: readonly Curve[],
  columns: readonly Column[],
  levelOf: (value: number) => number,
  marksOnly: boolean,
): readonly Track[] {
  const own = curves.filter(({ compared }) => !compared).map((curve) => ({ curve, placed: ownPoints(curve, columns) }));
  const at = new Map<Column, PlacedPoint[]>();
  for (const { placed } of own) {
    for (const point of placed) {
      const known = at.get(point.column);
      if (known === undefined) at.set(point.column, [point]);
      else known.push(point);
    }
  }
  return [
    ...own.map(
      ({ curve, placed }, index): Track => ({
        curve,
        style: `persona-${((curve.persona ?? index) % 4) + 1}`,
        points: placed.map((point) => {
          const together = at.get(point.column) ?? [];
          const same = together.every((other) => sameFeeling(other.point, point.point));
          const rank = same ? together.indexOf(point) : 0;
          const dodge = same || marksOnly ? 0 : (together.indexOf(point) - (together.length - 1) / 2) * 28;
          return withPlace(point, round(point.x + dodge), round(levelOf(point.point.value)), rank);
        }),
      }),
    ),
    ...curves
      .filter(({ compared }) => compared)
      .map(
        (curve): Track => ({
          curve,
          style: 'compared',
          points: comparedPoints(curve, columns).map((point) =>
            withPlace(point, round(point.x), round(levelOf(point.point.value)), 0),
          ),
        }),
      ),
  ];
}

function sameFeeling(a: CurvePoint, b: CurvePoint): boolean {
  return a.value === b.value && a.label === b.label;
}

function withPlace({ point, column }: PlacedPoint, x: number, y: number, rank: number): TrackPoint {
  return { ...point, x, y, column, rank };
}

interface PlacedPoint {
  readonly point: CurvePoint;
  readonly column: Column;
  readonly x: number;
}

function ownPoints({ points }: Curve, columns: readonly Column[]): readonly PlacedPoint[] {
  return columns.flatMap((column): PlacedPoint[] => {
    const inside = points.filter(({ at }) => column.touchpoints.some(({ index }) => index === at));
    const [first] = inside;
    if (first === undefined) return [];
    if (!column.folded) return [{ point: first, column, x: centre(column) }];
    let total = 0;
    for (const { value } of inside) total += value;
    const mean = total / inside.length;
    return [
      { point: { at: first.at, value: mean, label: '', aside: false, gapBefore: false }, column, x: centre(column) },
    ];
  });
}

/** Another journey's points stand between the columns of this one, by their share of the way. */
function comparedPoints({ points }: Curve, columns: readonly Column[]): readonly PlacedPoint[] {
  const places = columns.flatMap((column) => column.touchpoints.map(({ index }) => ({ index, column })));
  return points.flatMap(({ ...point }): PlacedPoint[] => {
    const before = places.findLast(({ index }) => index <= point.at);
    const after = places.find(({ index }) => index >= point.at);
    if (before === undefined || after === undefined) return [];
    const share = after.index === before.index ? 0 : (point.at - before.index) / (after.index - before.index);
    const x = centre(before.column) + (centre(after.column) - centre(before.column)) * share;
    return [{ point, column: share < 0.5 ? before.column : after.column, x }];
  });
}

function scale(
  levelOf: (value: number) => number,
  left: number,
  right: number,
  padding: number,
  compact: boolean,
  { locale }: MapContent,
): readonly SceneNode[] {
  const room = compact ? compactScale : SIZES.laneLabel + SIZES.page;
  const top = levelOf(2) - padding + 6;
  const bottom = levelOf(-2) + padding - 6;
  const zero = levelOf(0);
  return [
    box('zone-good', left, top, right - left, zero - top),
    box('zone-bad', left, zero, right - left, bottom - zero),
    ...levels.map((level) =>
      stroke(level === 0 ? 'level-zero' : 'level', [left, levelOf(level)], [right, levelOf(level)]),
    ),
    {
      kind: 'group',
      role: 'lane-label',
      children: [
        box('paper', left - room, top, room, bottom - top),
        ...levels.flatMap((level) => levelLabel(level, left, levelOf(level), compact, locale)),
      ],
    },
  ];
}

/** Slanted lines below zero: on paper without colours, too, good and bad can be told apart. */
function hatching(left: number, right: number, top: number, bottom: number): SceneNode {
  const height = bottom - top;
  let data = '';
  for (let x = left + 7; x + height * 0.5 < right; x += 14) {
    data += polyline([
      [x, bottom],
      [x + height * 0.5, top],
    ]);
  }
  return { kind: 'stroke', style: 'hatch', data };
}

/** Width of a scale that has only numbers. */
export const compactScale = 44;

function levelLabel(
  level: (typeof levels)[number],
  left: number,
  y: number,
  compact: boolean,
  locale: Locale,
): readonly SceneNode[] {
  if (compact) {
    const label = measuredText(signed(level), 'lane-text', { font: FONTS.small, width: 20, locale });
    return [...faceAt(level, left - 32, y, 7), ...label.draw(left - 21, y - label.height / 2)];
  }
  const name = EMOTION_LEVELS[`${level}`][locale];
  const label = measuredText(`${signed(level)} ${name}`, 'lane-text', { font: FONTS.small, width: 100, locale });
  return [...faceAt(level, left - 126, y, 8), ...label.draw(left - 110, y - label.height / 2)];
}

/** The main path's points are joined; where a touchpoint says nothing of how it feels, the line has a gap. */
function lines({ points, style }: Track, { joints }: MapContent): readonly SceneNode[] {
  const segments: TrackPoint[][] = [];
  for (const point of points) {
    if (point.aside) continue;
    if (point.gapBefore || segments.length === 0) segments.push([]);
    segments.at(-1)?.push(point);
  }
  const whole = segments
    .filter((segment) => segment.length > 1)
    .map((segment): SceneNode => ({ kind: 'stroke', style: `curve-${style}`, data: monotoneCurve(segment) }));
  // An alternative hangs by a thin line of its own on the point that it branches off from.
  const asides = points
    .filter(({ aside }) => aside)
    .flatMap((point): SceneNode[] => {
      const from = joints.find((joint) => joint.to === point.at && joint.from < point.at)?.from;
      const before = points.find(({ at }) => at === from);
      return before === undefined
        ? []
        : [{ kind: 'stroke', style: `curve-aside-${style}`, data: monotoneCurve([before, point]) }];
    });
  return [...asides, ...whole];
}

function marks(track: Track, marksOnly: boolean, { touchpoints, personas }: MapContent): readonly SceneNode[] {
  const { points, curve } = track;
  const persona = curve.persona === undefined ? undefined : personas[curve.persona]?.key;
  return points.map((point) => {
    const touchpoint = touchpoints[point.at];
    const star = touchpoint?.momentOfTruth === true && !point.column.folded;
    const group = { kind: 'group', role: 'point', children: markOf(point, track, marksOnly, star) } as const;
    if (touchpoint === undefined || point.column.folded || curve.compared) return group;
    const of = persona === undefined ? { touchpoint: touchpoint.key } : { touchpoint: touchpoint.key, persona };
    return Object.assign(group, { of });
  });
}

function markOf(
  { x, y, value, face, aside, rank, mark }: TrackPoint,
  { style, curve }: Track,
  marksOnly: boolean,
  star: boolean,
): readonly SceneNode[] {
  if (marksOnly && mark === undefined && !curve.compared) return [circle(`ring-${style}`, x, y, smallMark)];
  if (curve.compared) return [shape('compared-mark', [x, y - 5], [x + 5, y], [x, y + 5], [x - 5, y])];
  const radius = aside ? SIZES.face - 2 : SIZES.face;
  if (rank > 0) return [circle(`ring-${style}`, x, y, radius + 2 + 3 * rank)];
  return [
    circle(`ring-${style}`, x, y, radius + 2),
    ...(face === undefined ? faceAt(value, x, y, radius) : authorsFace(face, x, y)),
    ...(star ? [icon('star', 'star-icon', 11, x + radius - 2, y - radius - 9)] : []),
  ];
}

function authorsFace(face: string, x: number, y: number): readonly SceneNode[] {
  const text = measuredText(face, 'text', {
    font: { size: 15, weight: 'regular' },
    width: 24,
    locale: 'en',
    align: 'middle',
  });
  return [circle('paper-disc', x, y, SIZES.face), ...text.draw(x - 12, y - text.height / 2)];
}

/** The signed number, a mark of direction and the word, above or below the point, wherever nothing stands yet. */
function pointLabels(
  { points, curve }: Track,
  taken: Area[],
  marksOnly: boolean,
  content: MapContent,
  within: Area,
): readonly SceneNode[] {
  if (curve.compared) return [];
  return points.flatMap((point, index) => {
    const { locale } = content;
    if (point.rank > 0 || (marksOnly && point.mark === undefined)) return [];
    // A label may reach over its neighbours' columns when these have none.
    const reach = marksOnly ? 80 : 0;
    const width = point.column.width - 10 + 2 * reach;
    const label = marksOnly ? shortLabel(point, width, locale) : labelOf(point, width, locale);
    const before = points[index - 1]?.value ?? point.value;
    const after = points[index + 1]?.value ?? point.value;
    const upwards = point.value >= before && point.value >= after && point.value > -2;
    const rightmost = Math.min(within.right, point.column.x + point.column.width + reach) - label.width - 3;
    const centred = Math.min(Math.max(point.x - label.width / 2, point.column.x + 3 - reach), rightmost);
    const x = Math.max(centred, within.left);
    const place = freePlace(x, point.y, label, upwards, taken, within.top + 2, within.bottom - 2);
    if (place === undefined) return [];
    taken.push(place);
    return label.draw(place.left, place.top);
  });
}

/** What the point is, on one line. */
function shortLabel(point: CurvePoint, width: number, locale: Locale): Measured {
  const { mark, ...rest } = point;
  const words = [rest.label, mark === undefined ? '' : LABELS[mark][locale]].filter((part) => part !== '');
  return labelOf({ ...rest, label: words.join(' · ') }, width, locale);
}

function labelOf(point: CurvePoint, width: number, locale: Locale): Measured {
  const { value, label, mark } = point;
  const style = value < 0 ? 'warm-halo' : value > 0 ? 'cool-halo' : 'halo';
  const number = measuredText(signed(value), style, { font: FONTS.strong, width: 30, locale, shrink: true });
  const word = measuredText(label, style, {
    font: FONTS.small,
    width: width - number.width - 22,
    locale,
    shrink: true,
  });
  const line: Measured = {
    width: 12 + number.width + (word.width > 0 ? word.width + 5 : 0),
    height: number.height,
    draw: (x, y) => [
      ...directionMark(value, x + 4.5, y + number.height / 2),
      ...number.draw(x + 12, y),
      ...word.draw(x + 12 + number.width + 5, y + (number.height - word.height) / 2),
    ],
  };
  if (mark === undefined) return line;
  const extra = measuredText(LABELS[mark][locale], 'halo-muted', {
    font: FONTS.small,
    width: width,
    locale,
    shrink: true,
  });
  return stack([line, extra], 0);
}

function directionMark(value: number, x: number, y: number): readonly SceneNode[] {
  if (value > 0) return [shape('mark-good', [x, y - 4], [x + 4.5, y + 4], [x - 4.5, y + 4])];
  if (value < 0) return [shape('mark-bad', [x, y + 4], [x + 4.5, y - 4], [x - 4.5, y - 4])];
  return [circle('mark-even', x, y, 3.5)];
}

/** Beside the last point, so that no legend has to be looked up. */
function endLabel(
  { points, curve, style }: Track,
  taken: Area[],
  { locale }: MapContent,
  within: Area,
): readonly SceneNode[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const label = measuredText(curve.name, `name-${style}`, {
    font: FONTS.smallStrong,
    width: 120,
    locale,
    shrink: true,
  });
  const x = Math.max(within.left, Math.min(last.x + 18, within.right - label.width - 4));
  const place = freePlace(x, last.y, label, false, taken, within.top, within.bottom, true);
  if (place === undefined) return [];
  taken.push(place);
  return label.draw(place.left, place.top);
}

/** A point that says nothing of its own. */
const smallMark = 3;

function around(x: number, y: number, radius: number): Area {
  const r = radius + 3;
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function freePlace(
  left: number,
  y: number,
  { width, height }: Measured,
  upwards: boolean,
  taken: readonly Area[],
  top: number,
  bottom: number,
  beside = false,
): Area | undefined {
  const away = SIZES.face + 5;
  const above = Array.from({ length: 8 }, (_, index) => y - away - height - index * 8);
  const below = Array.from({ length: 8 }, (_, index) => y + away + index * 8);
  const order = upwards
    ? [...above.slice(0, 2), ...below.slice(0, 2), ...above, ...below]
    : [...below.slice(0, 2), ...above.slice(0, 2), ...below, ...above];
  const candidates = beside ? [y - height / 2, ...order] : order;
  for (const candidate of candidates) {
    if (candidate < top || candidate + height > bottom) continue;
    const area: Area = {
      left: round(left),
      right: round(left + width),
      top: round(candidate),
      bottom: round(candidate + height),
    };
    if (taken.every((other) => apart(area, other))) return area;
  }
  return undefined;
}

function apart(a: Area, b: Area): boolean {
  return a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
}

/** Lowest to highest feeling of a folded stage. */
function whiskers(column: Column, { curves }: MapContent, levelOf: (value: number) => number): readonly SceneNode[] {
  const values = curves
    .filter(({ compared }) => !compared)
    .flatMap(({ points }) => points.filter(({ at }) => column.touchpoints.some(({ index }) => index === at)))
    .map(({ value }) => value);
  if (values.length < 2) return [];
  const x = centre(column);
  const high = levelOf(Math.max(...values));
  const low = levelOf(Math.min(...values));
  return [
    stroke('whisker', [x, high], [x, low]),
    stroke('whisker', [x - 9, high], [x + 9, high]),
    stroke('whisker', [x - 9, low], [x + 9, low]),
  ];
}
