import type { MapContent } from '../../content/content.ts';
import type { SceneNode } from '../../scene.ts';
import { type Column, centre } from '../columns.ts';
import { faceAt } from '../face.ts';
import { circle, icon, measuredText, shape, stroke } from '../measured.ts';
import { monotoneCurve } from '../monotone.ts';
import { SIZES } from '../sizes.ts';
import type { Track, TrackPoint } from './tracks.ts';

/** The main path's points are joined; where a touchpoint says nothing of how it feels, the line has a gap. */
export function lines({ points, style }: Track, { joints }: MapContent): readonly SceneNode[] {
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

export function marks(track: Track, marksOnly: boolean, { touchpoints, personas }: MapContent): readonly SceneNode[] {
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

/** A point that says nothing of its own. */
export const smallMark = 3;

function authorsFace(face: string, x: number, y: number): readonly SceneNode[] {
  const text = measuredText(face, 'text', {
    font: { size: 15, weight: 'regular' },
    width: 24,
    locale: 'en',
    align: 'middle',
  });
  return [circle('paper-disc', x, y, SIZES.face), ...text.draw(x - 12, y - text.height / 2)];
}

/** Half the width of the ends of a whisker. */
export const WHISKER = 9;

/** Lowest to highest feeling of a folded stage. */
export function whiskers(
  column: Column,
  { curves }: MapContent,
  levelOf: (value: number) => number,
): readonly SceneNode[] {
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
    stroke('whisker', [x - WHISKER, high], [x + WHISKER, high]),
    stroke('whisker', [x - WHISKER, low], [x + WHISKER, low]),
  ];
}
