import type { Curve, CurvePoint } from '../../content/content.ts';
import { type Column, centre } from '../columns.ts';
import { round } from '../measured.ts';

export interface Track {
  readonly curve: Curve;
  readonly style: string;
  readonly points: readonly TrackPoint[];
}

export interface TrackPoint extends CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly column: Column;
  /** Several curves share this point; those above 0 only add their ring. */
  readonly rank: number;
}

/**
 * Places the points of all curves. Where several feel differently at one touchpoint they stand side by side; where they
 * feel the same there is one face with a ring for each.
 */
export function tracksOf(
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
      ({ curve, placed }): Track => ({
        curve,
        style: `persona-${(curve.colour % 4) + 1}`,
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
  const at = new Map(points.map((point) => [point.at, point]));
  return columns.flatMap((column): PlacedPoint[] => {
    const inside = column.touchpoints.flatMap(({ index }) => at.get(index) ?? []);
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
