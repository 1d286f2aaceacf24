import type { MapContent, StageContent } from '../content/content.ts';
import { LABELS } from '../labels.ts';
import type { Group, SceneNode } from '../scene.ts';
import { type Column, stageSpans } from './columns.ts';
import { box, circle, icon, measuredText, shape, stroke } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** The row of chevrons, one for each stage. */
export function stageHeader(columns: readonly Column[], content: MapContent, y: number): readonly SceneNode[] {
  return stageSpans(columns).map(({ stage, x, width, folded }) => {
    const drawn = chevron(stage, x, width, content, y);
    // As for lane labels: what passes under it must not be seen.
    const children = [box('paper', x, y - 4, width, SIZES.stageHeight), ...drawn.children];
    return foldable(drawn, children, stage.touchpoints.length > 1 ? !folded : undefined);
  });
}

function foldable(group: Group, children: Group['children'], expanded: boolean | undefined): Group {
  return { ...group, children, ...(expanded === undefined ? {} : { expanded }) };
}

/** A tint behind every second stage, and a hairline where one begins. */
export function stageBackgrounds(columns: readonly Column[], top: number, bottom: number): readonly SceneNode[] {
  const spans = stageSpans(columns);
  return [
    ...spans
      .filter(({ stage }) => stage.index % 2 === 1)
      .map(({ x, width }) => box('stage-tint', x, top, width, bottom - top)),
    ...spans.slice(1).map(({ x }) => stroke('stage-line', [x, top], [x, bottom])),
  ];
}

/** The chevron of one stage, `SIZES.stageHeight` less 8 high. */
export function chevron(stage: StageContent, x: number, width: number, { locale }: MapContent, y: number): Group {
  const height = SIZES.stageHeight - 8;
  const point = 13;
  const left = x + 2;
  const right = x + width - 2;
  const middle = y + height / 2;
  const style = `stage-${(stage.index % 6) + 1}`;
  const textLeft = left + point + 36;
  const scoreWidth = stage.score === undefined ? 0 : 46;
  const textWidth = right - textLeft - point - scoreWidth;
  const title = measuredText(stage.title, 'on-stage', { font: FONTS.title, width: textWidth, locale });
  const sub = measuredText(subtitle(stage, locale), 'on-stage', { font: FONTS.small, width: textWidth, locale });
  const number = measuredText(String(stage.index + 1), 'on-stage-number', {
    font: FONTS.strong,
    width: 24,
    locale,
    align: 'middle',
  });
  const textTop = middle - (title.height + sub.height) / 2;
  const nodes: SceneNode[] = [
    shape(
      style,
      [left, y],
      [right - point, y],
      [right, middle],
      [right - point, y + height],
      [left, y + height],
      [left + point, middle],
    ),
    circle('on-stage-disc', left + point + 17, middle, 12),
    ...(stage.icon === undefined
      ? number.draw(left + point + 5, middle - number.height / 2)
      : [icon(stage.icon, 'on-stage-icon', 14, left + point + 10, middle - 7)]),
    ...title.draw(textLeft, textTop),
    ...sub.draw(textLeft, textTop + title.height),
  ];
  if (stage.score !== undefined) {
    const score = measuredText(stage.score, 'warm-text', {
      font: FONTS.smallStrong,
      width: 26,
      locale,
      align: 'middle',
    });
    const pillX = right - point - 44;
    nodes.push(
      box('score-pill', pillX, middle - 10, 44, 20, 10),
      icon('friction', 'warm-icon', 12, pillX + 6, middle - 6),
      ...score.draw(pillX + 16, middle - score.height / 2),
    );
  }
  return {
    kind: 'group',
    role: 'stage',
    of: { stage: stage.key, place: stage.place },
    // What is seen, in the same order: who speaks to the computer says what they see.
    label: [stage.title, subtitle(stage, locale), stage.score].filter((part) => part !== undefined).join(' '),
    children: nodes,
  };
}

function subtitle(
  { index, kind, conversion, metrics, owner, change }: StageContent,
  locale: MapContent['locale'],
): string {
  const number = locale === 'ja' ? `${LABELS.stage.ja}${index + 1}` : `${LABELS.stage.en} ${index + 1}`;
  // How it differs says more than its number, which stands beside it.
  return [change?.label ?? number, kind, conversion === undefined ? undefined : `→ ${conversion}`, ...metrics, owner]
    .filter((part) => part !== undefined)
    .join(' · ');
}
