import type { MapContent, StageContent, TouchpointContent } from '../content/content.ts';
import { LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import { cardBody, cardLabel, type CardLimits } from './card.ts';
import type { Column } from './columns.ts';
import { emotionBand } from './emotion/band.ts';
import { compactScale } from './emotion/scale.ts';
import { box, circle, empty, icon, type Measured, measuredText, round, shape, stroke } from './measured.ts';
import { FONTS } from './sizes.ts';
import { footTop, frictionList, inner, margin, type Slide, width } from './slide-frame.ts';

/** More touchpoints than this do not stand side by side on a slide. */
const mostTouchpoints = 8;

/** From here on, fewer side by side would only leave room: a card is not made wider. */
const fewTouchpoints = 4;

/** One stage; on several slides when it has many touchpoints, or when they are too narrow for what is written on them. */
export function stageSlides(stage: StageContent, content: MapContent): readonly Slide[] {
  let slides: readonly Slide[] = [];
  for (let most = mostTouchpoints; most >= fewTouchpoints; most -= 1) {
    slides = slidesOf(stage, content, most);
    if (!slides.some(({ nodes }) => isAnyCut(nodes))) return slides;
  }
  return slides;
}

function isAnyCut(nodes: readonly SceneNode[]): boolean {
  return nodes.some((node) =>
    node.kind === 'group' ? isAnyCut(node.children) : node.kind === 'text' && node.full !== undefined,
  );
}

function slidesOf(stage: StageContent, content: MapContent, most: number): readonly Slide[] {
  const count = Math.ceil(stage.touchpoints.length / most);
  // Slides of the same length rather than one touchpoint alone on the last.
  const each = Math.ceil(stage.touchpoints.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) =>
    stageSlide(
      stage,
      stage.touchpoints.slice(index * each, (index + 1) * each),
      count > 1 ? ` ${index + 1}/${count}` : '',
      content,
    ),
  );
}

function stageSlide(
  stage: StageContent,
  touchpoints: readonly TouchpointContent[],
  part: string,
  content: MapContent,
): Slide {
  const { locale } = content;
  const head = slideHead(stage, part, content);
  const left = margin + (content.showsEmotion ? compactScale : 0);
  const across = Math.min((width - margin - left) / touchpoints.length, widest);
  const columns = touchpoints.map(
    (touchpoint, index): Column => ({
      stage,
      touchpoints: [touchpoint],
      folded: false,
      x: round(left + index * across),
      width: round(across),
    }),
  );
  const right = left + across * touchpoints.length;
  const top = margin + head.height + 16;
  const frictions = content.frictions.filter((friction) => friction.stage === stage.index);
  const beside = width - margin - right >= 190;
  const bandLeast = content.showsEmotion ? 4 * 17 + 54 : 0;
  const cards = cardRow(columns, content, footTop - top - bandLeast - 10);
  const below = top + cards.height + 8;
  const aside = beside
    ? frictionList(frictions, locale, width - margin - right - 20, footTop - top - 12)
    : frictionList(frictions, locale, inner, footTop - below - bandLeast - 12);
  const free = footTop - below - 10 - (beside ? 0 : aside.height);
  const nodes: SceneNode[] = [...head.draw(margin, margin), ...cards.draw(left, top)];
  let after = below;
  if (content.showsEmotion) {
    const step = Math.max(17, Math.min(34, (free - 54) / 4));
    const band = emotionBand(columns, content, { step, padding: 27, compact: true });
    nodes.push(...band.draw(below, left, right));
    after += band.height + 4;
  }
  nodes.push(...(beside ? aside.draw(right + 20, top) : aside.draw(margin, after)));
  const name = locale === 'ja' ? `${LABELS.stage.ja}${stage.index + 1}` : `${LABELS.stage.en} ${stage.index + 1}`;
  return { nodes, shows: `${name}${part}` };
}

/** A card is not made wider than this: few cards leave the rest to what is wrong. */
const widest = 176;

function slideHead(stage: StageContent, part: string, content: MapContent): Measured {
  const { locale } = content;
  const facts = [
    stage.kind,
    stage.conversion === undefined ? undefined : `→ ${stage.conversion}`,
    ...stage.metrics,
    stage.owner,
  ].filter((fact) => fact !== undefined);
  const title = measuredText(`${stage.title}${part}`, 'title', {
    font: { size: 20, weight: 'bold' },
    width: inner - 150,
    locale,
  });
  const sub = measuredText(facts.join(' · '), 'text-muted', { font: FONTS.small, width: inner - 150, locale });
  const score = measuredText(`${LABELS.friction[locale]} ${stage.score ?? ''}`, 'warm-text', {
    maxLines: 1,
    font: FONTS.strong,
    width: 90,
    locale,
    shrink: true,
  });
  const number = measuredText(String(stage.index + 1), 'on-stage', {
    maxLines: 1,
    font: FONTS.title,
    width: 30,
    locale,
    align: 'middle',
  });
  return {
    width: inner,
    height: Math.max(40, title.height + sub.height - 4),
    draw: (x, y) => [
      circle(`stage-${(stage.index % 6) + 1}`, x + 17, y + 17, 17),
      ...number.draw(x + 2, y + 17 - number.height / 2),
      ...title.draw(x + 44, y + (sub.height === 0 ? 4 : -4)),
      ...sub.draw(x + 44, y + title.height - 4),
      ...(stage.score === undefined
        ? []
        : [
            box('score-pill', x + inner - score.width - 38, y + 2, score.width + 38, 26, 13),
            icon('friction', 'warm-icon', 14, x + inner - score.width - 28, y + 8),
            ...score.draw(x + inner - score.width - 10, y + 15 - score.height / 2),
          ]),
    ],
  };
}

/** Cards side by side, of one height, with arrows for the ways that lead to the next. */
function cardRow(columns: readonly Column[], content: MapContent, room: number): Measured {
  const gap = 12;
  const padding = 8;
  const bodiesWith = (most: CardLimits): readonly Measured[] =>
    columns.map(({ touchpoints, width: own }) => {
      const [touchpoint] = touchpoints;
      return touchpoint === undefined ? empty : cardBody(touchpoint, own - gap - 2 * padding, content, most);
    });
  let bodies: readonly Measured[] = [];
  for (const limits of cardLimits) {
    bodies = bodiesWith(limits);
    if (tallestOf(bodies) + 2 * padding <= room) break;
  }
  const tall = tallestOf(bodies) + 2 * padding;
  return {
    width: columns.length * (columns[0]?.width ?? 0),
    height: tall,
    draw: (_, y) => [
      ...columns.flatMap(({ touchpoints, x, width: own }, index): SceneNode[] => {
        const [touchpoint] = touchpoints;
        const body = bodies[index];
        if (touchpoint === undefined || body === undefined) return [];
        return [
          {
            kind: 'group',
            role: 'card',
            of: { touchpoint: touchpoint.key, place: touchpoint.place },
            label: cardLabel(touchpoint, content),
            children: [
              box(touchpoint.main ? 'card' : 'card-aside', x + gap / 2, y, own - gap, tall, 7),
              ...body.draw(x + gap / 2 + padding, y + padding),
            ],
          },
        ];
      }),
      ...columns
        .slice(1)
        .flatMap(({ touchpoints, x }, index) => arrow(columns[index], touchpoints[0], x, y + 17, content)),
    ],
  };
}

function arrow(
  from: Column | undefined,
  to: TouchpointContent | undefined,
  x: number,
  y: number,
  { joints }: MapContent,
): readonly SceneNode[] {
  const way = joints.find((joint) => joint.from === from?.touchpoints[0]?.index && joint.to === to?.index);
  if (way === undefined) return [];
  if (way.causes.length > 0 || way.transfer) {
    const [disc, name] =
      way.causes.length > 0 ? (['joint-broken', 'broken'] as const) : (['joint', 'transfer'] as const);
    return [circle(disc, x, y, 8), icon(name, `${disc}-icon`, 10, x - 5, y - 5)];
  }
  return [stroke('way-main', [x - 5, y], [x, y]), shape('arrow', [x + 5.5, y], [x - 1, y - 4], [x - 1, y + 4])];
}

const whole = Number.POSITIVE_INFINITY;

/** From all that a card can say to what always has room. */
const cardLimits: readonly CardLimits[] = [
  { titleLines: whole, notes: 2, channels: 2, causes: 6 },
  { titleLines: whole, notes: 1, channels: 1, causes: 6 },
  { titleLines: whole, notes: 0, channels: 1, causes: 4 },
  { titleLines: 2, notes: 0, channels: 1, causes: 2 },
];

function tallestOf(bodies: readonly Measured[]): number {
  return Math.max(0, ...bodies.map((body) => body.height));
}
