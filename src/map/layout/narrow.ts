import type {
  CurvePoint,
  Item,
  JointContent,
  MapContent,
  StageContent,
  TouchpointContent,
} from '../content/content.ts';
import { signed } from '../content/content.ts';
import type { IconName } from '../generated/icons.ts';
import { LABELS } from '../labels.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { cardBody, type Card, framed } from './card.ts';
import { chevron } from './chevron.ts';
import { faceAt } from './face.ts';
import { frictionsBlock } from './frictions.ts';
import { headerBlock } from './header.ts';
import { cellBlock, itemBlock } from './items.ts';
import { laneTraits } from './lanes.ts';
import { legendBlock } from './legend.ts';
import { box, circle, type Measured, measuredText, shape, stack, stroke } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

export interface NarrowOptions {
  readonly width: number;
  readonly showsFrictions: boolean;
  readonly footer: string;
  /** Touchpoints whose lanes are shown; without it all of them, and nothing can be folded. */
  readonly opened?: ReadonlySet<string>;
}

const margin = 16;
/** The line on which the numbers stand. */
const rail = 30;
const indent = 20;

/** The map turned by 90°: one card below the other along a line, for a phone or a side panel. */
export function narrowScene(content: MapContent, options: NarrowOptions): Scene {
  const { width, showsFrictions, footer, opened } = options;
  const inner = width - 2 * margin;
  const parts: Measured[] = [
    headerBlock(content, inner),
    ...(showsFrictions ? [frictionsBlock(content, inner)] : []),
    ...content.stages.map((stage) => stageBlock(stage, content, inner, opened)),
    ...(content.touchpoints.length === 0 ? [emptyNote(content, inner)] : []),
    legendBlock(content, inner, footer),
  ];
  const body = stack(parts, 18);
  const height = Math.ceil(body.height + 2 * margin);
  return {
    width,
    height,
    locale: content.locale,
    title: content.title,
    description: content.summary,
    nodes: [box('paper', 0, 0, width, height), ...body.draw(margin, margin)],
  };
}

type Opened = NarrowOptions['opened'];

function stageBlock(stage: StageContent, content: MapContent, width: number, opened: Opened): Measured {
  const cards = stage.touchpoints.map((touchpoint) => step(touchpoint, content, width, opened));
  const steps = stack(cards, 14);
  const { height, draw } = chevron(stage, width + 4, content);
  const head: Measured = { width, height, draw: (x, y) => [draw(x - 2, y, height)] };
  const rails: Measured = {
    width,
    height: steps.height,
    draw: (x, y) => [
      stroke('rail', [x + rail / 2 - 3, y - 12], [x + rail / 2 - 3, y + steps.height]),
      ...steps.draw(x, y),
    ],
  };
  return stack([head, rails], 12);
}

function step(touchpoint: TouchpointContent, content: MapContent, width: number, opened: Opened): Measured {
  const shift = touchpoint.main ? 0 : indent;
  const left = rail + shift;
  const card = touchpointCard(touchpoint, content, width - left, opened);
  return {
    width,
    height: card.height,
    draw: (x, y) => [
      ...(touchpoint.main ? [] : [stroke('way', [x + rail / 2 - 3, y + 20], [x + left, y + 20])]),
      circle(touchpoint.main ? 'rail-dot' : 'rail-dot-aside', x + rail / 2 - 3, y + 20, 6),
      card.draw(x + left, y),
    ],
  };
}

function touchpointCard(touchpoint: TouchpointContent, content: MapContent, width: number, opened: Opened): Card {
  const inner = width - 2 * SIZES.cardPadding;
  const body = stack(
    [
      cardBody(touchpoint, inner, content),
      ...emotionBars(touchpoint, content, inner),
      ...waysOn(touchpoint, content).map((item) => itemBlock(item, inner, content.locale)),
      lanesBlock(touchpoint, content, inner, opened),
    ],
    9,
  );
  return framed({ touchpoint, content, width, body });
}

/** What the lanes say, under a heading that unfolds them where they can be folded. */
function lanesBlock(touchpoint: TouchpointContent, content: MapContent, width: number, opened: Opened): Measured {
  const { lanes, locale } = content;
  const said = lanes.filter((lane) => saysMore(lane, touchpoint));
  const isOpen = opened?.has(touchpoint.key) ?? true;
  const sections = isOpen ? said.map((lane) => laneSection(lane, touchpoint, content, width)) : [];
  if (opened === undefined || said.length === 0) return stack(sections, 9);
  const names = said.map((lane) => laneTraits(lane, content).label);
  return stack([foldLine(touchpoint, names, isOpen, width, locale), ...sections], 9);
}

function foldLine(
  touchpoint: TouchpointContent,
  names: readonly string[],
  isOpen: boolean,
  width: number,
  locale: MapContent['locale'],
): Measured {
  const list = names.join(locale === 'ja' ? '・' : ', ');
  const label = measuredText(list, 'text-muted', { font: FONTS.smallStrong, width: width - 16, locale });
  const height = 24;
  return {
    width,
    height,
    draw: (x, y) => {
      const middle = y + height / 2;
      const arrow = isOpen
        ? shape('fold-mark', [x, middle - 3], [x + 9, middle - 3], [x + 4.5, middle + 4])
        : shape('fold-mark', [x + 1, middle - 4.5], [x + 8, middle], [x + 1, middle + 4.5]);
      const children = [
        box('panel', x - 4, y, width + 8, height, 5),
        arrow,
        ...label.draw(x + 16, middle - label.height / 2),
      ];
      const of = { touchpoint: touchpoint.key };
      return [
        { kind: 'group', role: 'details', of, label: `${touchpoint.title}: ${list}`, expanded: isOpen, children },
      ];
    },
  };
}

function laneSection(
  lane: MapContent['lanes'][number],
  touchpoint: TouchpointContent,
  content: MapContent,
  width: number,
): Measured {
  const items = touchpoint.cells[lane] ?? [];
  const label = measuredText(laneTraits(lane, content).label, 'text-muted', {
    font: FONTS.smallStrong,
    width,
    locale: content.locale,
  });
  return stack([label, cellBlock(lane, items, width, content.locale)], 3);
}

/** The card itself shows the causes of friction already. */
function saysMore(lane: MapContent['lanes'][number], { cells }: TouchpointContent): boolean {
  return lane !== 'friction' && (cells[lane] ?? []).length > 0;
}

/** A bar from −2 to +2 with the face at its place, the signed number and the word; one for all who feel the same. */
function emotionBars(touchpoint: TouchpointContent, content: MapContent, width: number): readonly Measured[] {
  if (!content.showsEmotion) return [];
  const own = content.curves.filter(({ compared }) => !compared);
  const feelings = new Map<string, { readonly point: CurvePoint; readonly names: string[] }>();
  for (const { name, points } of own) {
    const point = points.find(({ at }) => at === touchpoint.index);
    if (point === undefined) continue;
    const key = `${point.value} ${point.label}`;
    const known = feelings.get(key);
    if (known === undefined) feelings.set(key, { point, names: [name] });
    else known.names.push(name);
  }
  const comma = content.locale === 'ja' ? '、' : ', ';
  return [...feelings.values()].map(({ point, names }) =>
    emotionBar(point, names.length === own.length ? '' : names.join(comma), content, width),
  );
}

function emotionBar({ value, label }: CurvePoint, whose: string, { locale }: MapContent, width: number): Measured {
  const length = Math.min(170, width * 0.5);
  const words = [signed(value), label, whose === '' ? '' : `· ${whose}`].filter((part) => part !== '').join(' ');
  const style = value < 0 ? 'warm-text' : value > 0 ? 'cool-text' : 'text';
  const text = measuredText(words, style, { font: FONTS.smallStrong, width: width - length - 14, locale });
  const height = 24;
  return {
    width,
    height,
    draw: (x, y): readonly SceneNode[] => {
      const middle = y + height / 2;
      const at = (level: number): number => x + 11 + ((level + 2) / 4) * (length - 22);
      return [
        box('zone-bad', x, middle - 5, length / 2, 10, 5),
        box('zone-good', x + length / 2, middle - 5, length / 2, 10, 5),
        stroke('level-zero', [at(-2), middle], [at(2), middle]),
        ...[-2, -1, 0, 1, 2].map((level) => stroke('level-zero', [at(level), middle - 3], [at(level), middle + 3])),
        ...faceAt(value, at(value), middle, SIZES.face),
        ...text.draw(x + length + 14, middle - text.height / 2),
      ];
    },
  };
}

/** Ways that do not simply lead to the next card. */
function waysOn(touchpoint: TouchpointContent, { joints, touchpoints }: MapContent): readonly Item[] {
  const own = joints.filter(({ from }) => from === touchpoint.index);
  return own
    .filter((joint) => own.length > 1 || joint.to !== touchpoint.index + 1 || joint.transfer || joint.causes.length > 0)
    .map((joint) => {
      const target = touchpoints[joint.to];
      const words = [`→ ${joint.to + 1}`, target?.title, joint.share].filter((part) => part !== undefined);
      return {
        text: words.join(' '),
        icon: wayIcon(joint),
        tone: joint.causes.length > 0 || joint.kind === 'failure' ? 'bad' : 'muted',
      };
    });
}

function wayIcon({ kind, transfer, causes }: JointContent): IconName {
  if (causes.length > 0) return 'broken';
  if (kind === 'failure') return 'failure';
  if (kind === 'loop') return 'loop';
  return transfer ? 'transfer' : 'fork';
}

function emptyNote({ locale }: MapContent, width: number): Measured {
  return stack(
    [
      measuredText(LABELS.empty[locale], 'text', { font: FONTS.title, width, locale }),
      measuredText(LABELS.emptyHint[locale], 'text-muted', { font: FONTS.body, width, locale }),
    ],
    6,
  );
}
