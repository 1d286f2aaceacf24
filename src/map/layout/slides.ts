import type { MapContent, StageContent, TouchpointContent } from '../content/content.ts';
import type { Scene, SceneNode } from '../scene.ts';
import type { Column } from './columns.ts';
import { emotionBand } from './emotion/band.ts';
import { compactScale } from './emotion/scale.ts';
import { kindBadge } from './header.ts';
import { box, icon, type Measured, measuredText, shape } from './measured.ts';
import { FONTS } from './sizes.ts';
import { footTop, frictionList, height, inner, margin, type Slide, SLIDE_ZOOM, width } from './slide-frame.ts';
import { stageSlides } from './stage-slide.ts';

/** The map as 16:9 slides: one with all stages, the emotion and the worst frictions, then one for each stage. */
export function slideScenes(content: MapContent, footer: string): readonly Scene[] {
  const slides = [overview(content), ...content.stages.flatMap((stage) => stageSlides(stage, content))];
  return slides.map(({ nodes, shows }, index): Scene => {
    const number = [shows, `${index + 1} / ${slides.length}`].filter((part) => part !== '').join('   ');
    const font = FONTS.small;
    const { locale } = content;
    const left = measuredText(index === 0 ? footer : `${content.title} · ${footer}`, 'text-muted', {
      maxLines: 1,
      font,
      width: inner * 0.74,
      locale,
    });
    const right = measuredText(number, 'text-muted', { maxLines: 1, font, width: inner * 0.24, locale, align: 'end' });
    return {
      width,
      height,
      zoom: SLIDE_ZOOM,
      locale,
      title: shows === '' ? content.title : `${content.title}: ${shows}`,
      description: content.summary,
      nodes: [
        box('paper', 0, 0, width, height),
        ...nodes,
        ...left.draw(margin, footTop),
        ...right.draw(width - margin - right.width, footTop),
      ],
    };
  });
}

function overview(content: MapContent): Slide {
  const { locale, stages, touchpoints } = content;
  const badge = kindBadge(content.header.badge, content.kind, locale);
  const room = inner - badge.width - 20;
  const title = measuredText(content.title, 'title', {
    font: { size: 20, weight: 'bold' },
    width: room,
    maxLines: 2,
    locale,
  });
  const nodes: SceneNode[] = [
    ...title.draw(margin, margin - 6),
    ...badge.draw(width - margin - badge.width, margin - 2),
  ];
  let top = margin + 2 + title.height;
  const left = margin + (content.showsEmotion ? compactScale : 0);
  const columns = columnsAt(touchpoints, stages, left, width - margin);
  const heads = stageHeads(stages, content, left, width - margin);
  nodes.push(...heads.draw(left, top));
  top += heads.height + 8;
  const below = footTop - top - 12;
  const listed = frictionList(content.frictions, locale, inner, content.showsEmotion ? below - 158 : below);
  if (content.showsEmotion && columns.length > 0) {
    const step = Math.max(18, Math.min(34, (below - listed.height - 84) / 4));
    const band = emotionBand(columns, content, { step, padding: 36, compact: true, marksOnly: true });
    nodes.push(...band.draw(top, left, width - margin));
    top += band.height + 10;
  }
  return { nodes: [...nodes, ...listed.draw(margin, top)], shows: '' };
}

/** Every stage gets room by how many touchpoints it has, but not less than its name needs. */
function columnsAt(
  touchpoints: readonly TouchpointContent[],
  stages: readonly StageContent[],
  left: number,
  right: number,
): readonly Column[] {
  const share = (right - left) / Math.max(1, touchpoints.length);
  return touchpoints.flatMap((touchpoint): Column[] => {
    const stage = stages[touchpoint.stage];
    return stage === undefined
      ? []
      : [{ stage, touchpoints: [touchpoint], folded: false, x: left + touchpoint.index * share, width: share }];
  });
}

function stageHeads(stages: readonly StageContent[], content: MapContent, left: number, right: number): Measured {
  const total = Math.max(1, content.touchpoints.length);
  let x = 0;
  const heads = stages
    .filter(({ touchpoints }) => touchpoints.length > 0)
    .map((stage) => {
      const own = ((right - left) * stage.touchpoints.length) / total;
      const head = stageHead(stage, own, content);
      const at = x;
      x += own;
      return { at, head };
    });
  const tallest = Math.max(0, ...heads.map(({ head }) => head.height));
  return {
    width: right - left,
    height: tallest + scoreHeight,
    draw: (x0, y) => heads.flatMap(({ at, head }) => head.draw(x0 + at, y, tallest)),
  };
}

/** Height of the line of scores under the stages. */
const scoreHeight = 20;

/** A chevron with the stage's name, or its number where there is no room, and the score below it. */
function stageHead(
  stage: StageContent,
  own: number,
  { locale }: MapContent,
): { readonly height: number; readonly draw: (x: number, y: number, high: number) => readonly SceneNode[] } {
  const point = Math.min(8, own / 4);
  const room = own - 2 * point - 6;
  const name = measuredText(room < 40 ? String(stage.index + 1) : stage.title, 'on-stage', {
    font: FONTS.strong,
    width: Math.max(12, room),
    // A slide for the stage itself says it in full.
    maxLines: 4,
    locale,
    align: 'middle',
  });
  const score = measuredText(stage.score ?? '', 'warm-text', {
    maxLines: 1,
    font: FONTS.smallStrong,
    width: Math.max(20, own - 20),
    locale,
    shrink: true,
  });
  return {
    height: Math.max(40, name.height + 6),
    draw: (x, y, high) => {
      const [left, right, middle] = [x + 1, x + own - 1, y + high / 2];
      const scoreLeft = x + own / 2 - (score.width + 14) / 2;
      return [
        {
          kind: 'group',
          role: 'stage',
          of: { stage: stage.key, place: stage.place },
          label: stage.title,
          children: [
            shape(
              `stage-${(stage.index % 6) + 1}`,
              [left, y],
              [right - point, y],
              [right, middle],
              [right - point, y + high],
              [left, y + high],
              [left + point, middle],
            ),
            ...name.draw(x + point + 3, middle - name.height / 2),
            ...(stage.score === undefined || own < 44
              ? []
              : [
                  icon('friction', 'warm-icon', 12, scoreLeft, y + high + 4),
                  ...score.draw(scoreLeft + 14, y + high + 3),
                ]),
          ],
        },
      ];
    },
  };
}
