import type { Locale } from '../../model/text.ts';
import type { MapContent, StageContent } from '../content/content.ts';
import { LABELS } from '../labels.ts';
import type { Group, SceneNode } from '../scene.ts';
import { widthOf } from '../text/measure.ts';
import { box, circle, icon, measuredText, round, shape } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** The chevron of one stage, ready to be drawn as high as its neighbours. */
interface Chevron {
  /** At least. */
  readonly height: number;
  readonly draw: (x: number, y: number, height: number) => Group;
}

/** How far the point of a chevron stands out. */
const point = 13;

/** The name of a stage and what is known of it, with its number or icon before and its score behind. */
export function chevron(stage: StageContent, width: number, { locale }: MapContent): Chevron {
  const style = `stage-${(stage.index % 6) + 1}`;
  const textWidth = width - besideName(stage);
  const title = measuredText(stage.title, 'on-stage', { font: FONTS.title, width: textWidth, locale, shrink: true });
  const sub = measuredText(subtitle(stage, locale), 'on-stage', {
    font: FONTS.small,
    width: textWidth,
    locale,
    shrink: true,
  });
  const number = measuredText(String(stage.index + 1), 'on-stage-number', {
    font: FONTS.strong,
    width: 24,
    locale,
    align: 'middle',
  });
  const draw = (x: number, y: number, height: number): readonly SceneNode[] => {
    const left = x + 2;
    const right = x + width - 2;
    const middle = y + height / 2;
    const textLeft = left + point + 36;
    const textTop = middle - (title.height + sub.height) / 2;
    return [
      shape(
        style,
        [left, y],
        [right - point, y],
        [right, middle],
        [right - point, y + height],
        [left, y + height],
        [left + point, middle],
      ),
      {
        kind: 'group',
        role: 'stage-name',
        glides: { from: x, by: round(textWidth - Math.max(title.width, sub.width)) },
        children: [
          circle('on-stage-disc', left + point + 17, middle, 12),
          ...(stage.icon === undefined
            ? number.draw(left + point + 5, middle - number.height / 2)
            : [icon(stage.icon, 'on-stage-icon', 14, left + point + 10, middle - 7)]),
          ...title.draw(textLeft, textTop),
          ...sub.draw(textLeft, textTop + title.height),
        ],
      },
      ...(stage.score === undefined ? [] : scorePill(stage.score, right - point - 44, middle, locale)),
    ];
  };
  return {
    height: Math.max(SIZES.stageHeight - 8, title.height + sub.height + 12),
    draw: (x, y, height) => ({
      kind: 'group',
      role: 'stage',
      of: { stage: stage.key, place: stage.place },
      // What is seen, in the same order: who speaks to the computer says what they see.
      label: [stage.title, subtitle(stage, locale), stage.score].filter((part) => part !== undefined).join(' '),
      children: draw(x, y, height),
    }),
  };
}

function scorePill(text: string, x: number, middle: number, locale: Locale): readonly SceneNode[] {
  const score = measuredText(text, 'warm-text', { font: FONTS.smallStrong, width: 26, locale, align: 'middle' });
  return [
    box('score-pill', x, middle - 10, 44, 20, 10),
    icon('friction', 'warm-icon', 12, x + 6, middle - 6),
    ...score.draw(x + 16, middle - score.height / 2),
  ];
}

/** What of a chevron's width its texts cannot have. */
function besideName({ score }: StageContent): number {
  return 4 + 2 * point + 36 + (score === undefined ? 0 : 46);
}

/** The width that a stage's name wants on one line, and what is known of it on two; a long name may stand on several. */
export function chevronWidth(stage: StageContent, locale: Locale): number {
  const name = widthOf(stage.title.slice(0, 60), FONTS.title);
  const rest = widthOf(subtitle(stage, locale).slice(0, 120), FONTS.small) / 1.5;
  return besideName(stage) + 10 + Math.min(Math.max(name, rest), 2 * SIZES.columnLeast);
}

function subtitle({ index, kind, conversion, metrics, owner, change }: StageContent, locale: Locale): string {
  const number = locale === 'ja' ? `${LABELS.stage.ja}${index + 1}` : `${LABELS.stage.en} ${index + 1}`;
  // How it differs says more than its number, which stands beside it.
  return [change?.label ?? number, kind, conversion === undefined ? undefined : `→ ${conversion}`, ...metrics, owner]
    .filter((part) => part !== undefined)
    .join(' · ');
}
