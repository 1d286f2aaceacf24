import type { MapContent } from '../../content/content.ts';
import type { SceneNode } from '../../scene.ts';
import type { Column } from '../columns.ts';
import { SIZES } from '../sizes.ts';
import { type Area, around, endLabel, pointLabels } from './labels.ts';
import { lines, marks, smallMark, whiskers } from './marks.ts';
import { hatching, scale } from './scale.ts';
import { tracksOf } from './tracks.ts';

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
