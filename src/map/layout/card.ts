import type { Locale } from '../../model/text.ts';
import { INITIATORS_SHOWN, LABELS } from '../labels.ts';
import {
  type ChangeContent,
  type ChannelContent,
  type MapContent,
  type PersonaContent,
  signed,
  type TouchpointContent,
} from '../content/content.ts';
import type { SceneNode } from '../scene.ts';
import { charactersOf } from '../text/measure.ts';
import type { Column } from './columns.ts';
import { itemBlock, pillRow } from './items.ts';
import { box, circle, empty, flow, icon, type Measured, measuredText, shape, stack, stroke } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** The card of one column: a touchpoint with its channel and marks, or what a folded stage holds. */
export interface Card {
  readonly height: number;
  readonly draw: (x: number, y: number) => SceneNode;
}

export function cardOf(column: Column, content: MapContent, limits?: CardLimits): Card {
  const [touchpoint] = column.touchpoints;
  if (column.folded || touchpoint === undefined) return foldedCard(column, content);
  return touchpointCard(touchpoint, column.width - 2 * SIZES.columnPadding, content, limits);
}

function touchpointCard(touchpoint: TouchpointContent, width: number, content: MapContent, limits?: CardLimits): Card {
  const body = cardBody(touchpoint, width - 2 * SIZES.cardPadding, content, limits);
  const stripe = `stage-${(touchpoint.stage % 6) + 1}`;
  return framed({ touchpoint, content, width, body, stripe });
}

interface Framed {
  readonly touchpoint: TouchpointContent;
  readonly content: MapContent;
  /** Of the frame, in pixels. */
  readonly width: number;
  readonly body: Measured;
  /** The style of a stripe along the upper edge. */
  readonly stripe?: string;
}

/** A frame around what is said of a touchpoint; it shows whether it is new, changed or gone. */
export function framed({ touchpoint, content, width, body, stripe }: Framed): Card {
  const height = body.height + 2 * SIZES.cardPadding;
  return {
    height,
    draw: (x, y) => ({
      kind: 'group',
      role: 'card',
      of: { touchpoint: touchpoint.key, place: touchpoint.place },
      label: cardLabel(touchpoint, content),
      children: [
        box(frameOf(touchpoint), x, y, width, height, 8),
        ...(stripe === undefined ? [] : [box(stripe, x + 8, y - 0.5, width - 16, 3, 1.5)]),
        ...body.draw(x + SIZES.cardPadding, y + SIZES.cardPadding),
      ],
    }),
  };
}

function frameOf({ change, main }: TouchpointContent): string {
  if (change !== undefined) return `card-${change.kind}`;
  return main ? 'card' : 'card-aside';
}

/** How much a card may say where a picture cannot grow. */
export interface CardLimits {
  readonly titleLines: number;
  readonly notes: number;
  readonly channels: number;
  readonly causes: number;
}

const all = Number.POSITIVE_INFINITY;

const roomy: CardLimits = { titleLines: all, notes: all, channels: all, causes: all };

/** What stands on the card of a touchpoint. */
export function cardBody(
  touchpoint: TouchpointContent,
  width: number,
  content: MapContent,
  most: CardLimits = roomy,
): Measured {
  const { locale } = content;
  const channels = [...touchpoint.channels, ...touchpoint.alternatives].slice(0, most.channels);
  return stack(
    [
      headLine(touchpoint, width, content),
      changeTag(touchpoint.change, width, locale),
      titleText(touchpoint, width, most.titleLines, locale),
      ...(touchpoint.change?.details ?? [])
        .slice(0, most.notes)
        .map((detail) => measuredText(detail, 'text', { font: FONTS.small, width, locale, ownWords: true })),
      ...touchpoint.notes.slice(0, most.notes).map((note) => itemBlock(note, width, locale)),
      flow(
        channels.map((channel) => channelLabel(channel, width, locale)),
        width,
        10,
        4,
      ),
      pillRow(
        touchpoint.causes
          .slice(0, most.causes)
          .map(({ cause, count }) => ({ icon: cause, text: String(count), tone: 'warm' })),
        width,
        locale,
      ),
    ],
    7,
  );
}

/** How the touchpoint differs, as a label in the line of its frame. */
function changeTag(change: ChangeContent | undefined, width: number, locale: Locale): Measured {
  if (change === undefined) return empty;
  const style = `change-${change.kind}`;
  const label = measuredText(change.label, `${style}-text`, {
    font: FONTS.smallStrong,
    width: width - 16,
    locale,
    shrink: true,
    ownWords: true,
  });
  const height = label.height + 4.6;
  return {
    width: label.width + 16,
    height,
    draw: (x, y) => [
      box(style, x, y, label.width + 16, height, 4),
      ...label.draw(x + 8, y + (height - label.height) / 2),
    ],
  };
}

/** The title, struck through when the touchpoint is gone. */
function titleText({ title, change }: TouchpointContent, width: number, maxLines: number, locale: Locale): Measured {
  const text = measuredText(title, change?.kind === 'removed' ? 'text-muted' : 'card-title', {
    font: FONTS.card,
    width,
    maxLines,
    locale,
  });
  if (change?.kind !== 'removed') return text;
  return {
    ...text,
    draw: (x, y) => {
      const nodes = text.draw(x, y);
      const lines = nodes.flatMap((node) => (node.kind === 'text' ? node.lines : []));
      const middle = FONTS.card.size * 0.34;
      return [
        ...nodes,
        ...lines.map((line) => stroke('strike', [x, line.baseline - middle], [x + line.width, line.baseline - middle])),
      ];
    },
  };
}

/** Number, who starts the contact, for whom it is, and the star of a moment of truth. */
function headLine(touchpoint: TouchpointContent, width: number, { locale, personas }: MapContent): Measured {
  const number = measuredText(String(touchpoint.index + 1), 'text-muted', {
    font: FONTS.smallStrong,
    width: 40,
    locale,
    shrink: true,
  });
  const height = 16;
  const everybody = touchpoint.personas.length === 0 || touchpoint.personas.length === personas.length;
  const only = everybody ? [] : touchpoint.personas.flatMap((index) => personas[index] ?? []);
  return {
    width,
    height,
    draw: (x, y) => {
      const nodes: SceneNode[] = [...initiatorMark(touchpoint.initiator, x + 5, y + 8)];
      nodes.push(...number.draw(x + 15, y + (height - number.height) / 2));
      let right = x + width;
      if (touchpoint.momentOfTruth) {
        right -= 18;
        nodes.push(circle('star', right + 9, y + 8, 10), icon('star', 'star-icon', 13, right + 2.5, y + 1.5));
        right -= 6;
      }
      for (const persona of only.toReversed()) {
        if (right - 18 < x + 40) break;
        right -= 18;
        nodes.push(...personaBadge(persona, right, y - 1, locale));
        right -= 3;
      }
      if (isAside(touchpoint)) nodes.push(icon('fork', 'icon-muted', 13, right - 15, y + 1.5));
      return nodes;
    },
  };
}

/** What is gone stands beside the main path, too, but is no way that anybody could go. */
export function isAside({ main, change }: TouchpointContent): boolean {
  return !main && change?.kind !== 'removed';
}

/** First letter of a persona's name in the colour of its curve. */
export function personaBadge(
  { name, colour }: PersonaContent,
  x: number,
  y: number,
  locale: Locale,
): readonly SceneNode[] {
  const letter = measuredText(charactersOf(name).next().value?.text ?? '?', 'badge-text', {
    font: FONTS.smallStrong,
    width: 18,
    locale,
    align: 'middle',
  });
  return [circle(`persona-${(colour % 4) + 1}`, x + 9, y + 9, 9), ...letter.draw(x, y + 9 - letter.height / 2)];
}

/** A disc when the customer starts the contact, a diamond for the company, a triangle for a partner. */
export function initiatorMark(initiator: TouchpointContent['initiator'], x: number, y: number): readonly SceneNode[] {
  switch (initiator) {
    case 'customer':
      return [circle('mark-customer', x, y, 4.5)];
    case 'company':
      return [shape('mark-company', [x, y - 5.5], [x + 5.5, y], [x, y + 5.5], [x - 5.5, y])];
    case 'partner':
      return [shape('mark-company', [x, y - 5], [x + 5, y + 4], [x - 5, y + 4])];
    default:
      return [circle('mark-unknown', x, y, 4)];
  }
}

function channelLabel({ icon: name, name: text }: ChannelContent, width: number, locale: Locale): Measured {
  const label = measuredText(text, 'channel-text', {
    font: FONTS.small,
    width: width - 19,
    locale,
    shrink: true,
  });
  return {
    width: label.width + 19,
    height: Math.max(16, label.height),
    draw: (x, y) => [icon(name, 'channel-icon', 14, x, y + 1), ...label.draw(x + 19, y)],
  };
}

function foldedCard({ stage, touchpoints, width: columnWidth }: Column, { locale }: MapContent): Card {
  const width = columnWidth - 2 * SIZES.columnPadding;
  const inner = width - 2 * SIZES.cardPadding;
  const count =
    locale === 'ja'
      ? `${touchpoints.length}件の${LABELS.touchpoint.ja}`
      : `${touchpoints.length} ${LABELS.touchpoint.en.toLowerCase()}${touchpoints.length === 1 ? '' : 's'}`;
  const body = stack(
    [
      itemBlock({ text: count, icon: 'collapsed', tone: 'muted' }, inner, locale),
      ...touchpoints
        .slice(0, 3)
        .map(({ title }) => measuredText(title, 'text', { font: FONTS.body, width: inner, locale })),
      ...(touchpoints.length > 3 ? [measuredText('…', 'text-muted', { font: FONTS.body, width: inner, locale })] : []),
    ],
    4,
  );
  const height = body.height + 2 * SIZES.cardPadding;
  return {
    height,
    draw: (x, y) => ({
      kind: 'group',
      role: 'card',
      of: { stage: stage.key, place: stage.place },
      label: `${stage.title}: ${count}`,
      children: [
        box('card-folded', x + 4, y + 4, width, height, 8),
        box('card', x, y, width, height, 8),
        ...body.draw(x + SIZES.cardPadding, y + SIZES.cardPadding),
      ],
    }),
  };
}

/** e.g. `3 / 12, Purchase, Pays, Web, emotion −1 anxious, friction 2`. */
export function cardLabel(touchpoint: TouchpointContent, { locale, touchpoints, stages, curves }: MapContent): string {
  const parts = [
    locale === 'ja'
      ? `${touchpoint.index + 1}番目 / ${touchpoints.length}`
      : `${touchpoint.index + 1} of ${touchpoints.length}`,
    stages[touchpoint.stage]?.title ?? '',
    touchpoint.title,
    ...(touchpoint.change === undefined ? [] : [touchpoint.change.label, ...touchpoint.change.details]),
    ...touchpoint.channels.map(({ name }) => name),
  ];
  if (touchpoint.initiator !== undefined) parts.push(INITIATORS_SHOWN[touchpoint.initiator][locale]);
  if (touchpoint.momentOfTruth) parts.push(LABELS.momentOfTruth[locale]);
  const own = curves.filter(({ compared }) => !compared);
  for (const { name, points } of own) {
    const point = points.find(({ at }) => at === touchpoint.index);
    if (point === undefined) continue;
    const whose = own.length > 1 ? `${name} ` : '';
    parts.push(
      locale === 'ja'
        ? `${whose}感情 ${signed(point.value)} ${point.label}`
        : `${whose}emotion ${signed(point.value)} ${point.label}`,
    );
  }
  const length = touchpoint.findings;
  if (length > 0) parts.push(locale === 'ja' ? `摩擦 ${length}件` : `friction ${length}`);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(locale === 'ja' ? '、' : ', ');
}
