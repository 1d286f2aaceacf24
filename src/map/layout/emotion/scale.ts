import type { Locale } from '../../../model/text.ts';
import { type MapContent, signed } from '../../content/content.ts';
import { EMOTION_LEVELS } from '../../labels.ts';
import type { SceneNode } from '../../scene.ts';
import { faceAt } from '../face.ts';
import { box, measuredText, polyline, stroke } from '../measured.ts';
import { FONTS, SIZES } from '../sizes.ts';

export function scale(
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
export function hatching(left: number, right: number, top: number, bottom: number): SceneNode {
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

const levels = [2, 1, 0, -1, -2] as const;

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
