import type { JointContent, MapContent } from '../content/content.ts';
import type { SceneNode } from '../scene.ts';
import { type Card, cardOf } from './card.ts';
import type { Column } from './columns.ts';
import { type ColumnJoint, type PlacedJoint, type Routes, routesOf } from './routes.ts';
import { box, circle, icon, measuredText, polyline, round } from './measured.ts';
import { routeLabel } from './route-label.ts';
import { FONTS, SIZES } from './sizes.ts';
import { waitsBlock } from './waits.ts';

/** The lane of cards with the ways between them, ready to be drawn at a height. */
export interface StepsBlock {
  readonly height: number;
  readonly draw: (y: number) => readonly SceneNode[];
}

/**
 * The main path stands in one row, straight from left to right. What is off it stands in a row below, each still in its
 * own column. Ways between the rows run in a gutter of their own between them, ways back in one above the cards; so no
 * way crosses a card or leaves the lane.
 */
export function stepsBlock(columns: readonly Column[], content: MapContent): StepsBlock {
  const cards = columns.map((column) => cardOf(column, content));
  const rows = columns.map((column): 0 | 1 => (column.folded || column.touchpoints[0]?.main !== false ? 0 : 1));
  const heightOf = (row: number): number =>
    Math.max(0, ...cards.filter((_, index) => rows[index] === row).map(({ height }) => height));
  const heights = [heightOf(0), heightOf(1)] as const;
  const routes = routesOf(columns, rows, jointsBetween(columns, content.joints), content.locale);
  const waits = waitsBlock(columns, content);
  const top = waits.height + gutter(routes.tracks.above);
  const middle = gutter(routes.tracks.between, heights[1] > 0 ? 14 : 0);
  const bottom = gutter(routes.tracks.below);
  return {
    height: top + heights[0] + middle + heights[1] + bottom,
    draw: (y) => {
      const levels: Levels = {
        above: y,
        row0: y + top,
        between: y + top + heights[0],
        row1: y + top + heights[0] + middle,
        below: y + top + heights[0] + middle + heights[1],
        bottoms: cards.map(({ height }, index) => y + top + (rows[index] === 1 ? heights[0] + middle : 0) + height),
      };
      return [
        ...waits.draw(y),
        ...routes.joints.filter(({ via }) => via !== 'straight').flatMap((joint) => routed(joint, levels)),
        ...drawCards(columns, cards, rows, levels),
        ...routes.joints.filter(({ via }) => via === 'straight').flatMap((joint) => straight(joint, levels, content)),
        ...labels(routes, levels, content),
      ];
    },
  };
}

/** The cards with what they are called only, in one row and without the ways between them: where they are shown again. */
export function briefStepsBlock(columns: readonly Column[], content: MapContent): StepsBlock {
  const cards = columns.map((column) => cardOf(column, content, { titleLines: 3, notes: 0, channels: 0, causes: 0 }));
  return {
    height: Math.max(0, ...cards.map(({ height }) => height)),
    draw: (y) => columns.flatMap((column, index) => cards[index]?.draw(column.x + SIZES.columnPadding, y) ?? []),
  };
}

interface Levels {
  readonly above: number;
  readonly row0: number;
  readonly between: number;
  readonly row1: number;
  readonly below: number;
  /** Lower edge of each column's card. */
  readonly bottoms: readonly number[];
}

function gutter(tracks: number, least = 0): number {
  return tracks === 0 ? least : tracks * SIZES.track + 10;
}

/**
 * Ways between columns that are drawn here; a way inside a folded stage, or to another band, is not. Between two folded
 * stages all ways are one.
 */
function jointsBetween(columns: readonly Column[], joints: readonly JointContent[]): readonly ColumnJoint[] {
  const at = new Map<number, number>();
  for (const [index, { touchpoints }] of columns.entries()) {
    for (const touchpoint of touchpoints) at.set(touchpoint.index, index);
  }
  const drawn = new Map<string, ColumnJoint>();
  for (const content of joints) {
    const from = at.get(content.from);
    const to = at.get(content.to);
    if (from === undefined || to === undefined || from === to) continue;
    const known = drawn.get(`${from} ${to}`)?.content;
    const merged = known === undefined ? content : mergeJoints(known, content);
    drawn.set(`${from} ${to}`, { content: merged, from, to });
  }
  return [...drawn.values()];
}

function mergeJoints(a: JointContent, b: JointContent): JointContent {
  const causes = new Map(a.causes.map(({ cause, count }) => [cause, count]));
  for (const { cause, count } of b.causes) causes.set(cause, (causes.get(cause) ?? 0) + count);
  const { share: _, ...rest } = a;
  return {
    ...rest,
    kind: a.kind === 'main' || b.kind === 'main' ? 'main' : a.kind,
    transfer: a.transfer || b.transfer,
    causes: [...causes].map(([cause, count]) => ({ cause, count })),
  };
}

function drawCards(
  columns: readonly Column[],
  cards: readonly Card[],
  rows: readonly number[],
  levels: Levels,
): readonly SceneNode[] {
  return columns.flatMap((column, index) => {
    const y = rows[index] === 1 ? levels.row1 : levels.row0;
    const card = cards[index]?.draw(column.x + SIZES.columnPadding, y);
    return card === undefined ? [] : [card];
  });
}

/** Where on a card the straight ways arrive: level with its title. */
const straightAt = 34;

function straight(joint: PlacedJoint, levels: Levels, { locale }: MapContent): readonly SceneNode[] {
  const y = (joint.fromRow === 1 ? levels.row1 : levels.row0) + straightAt;
  const { x1, x2, content } = joint;
  const nodes: SceneNode[] = [
    {
      kind: 'stroke',
      style: lineStyle(content),
      data: polyline([
        [x1 + 3, y],
        [x2 - 6, y],
      ]),
    },
    arrowHead(x2 - 3, y, 'right', content),
  ];
  const middle = (x1 + x2) / 2;
  const badge = content.causes.length > 0 ? 'broken' : content.transfer ? 'transfer' : undefined;
  if (content.share !== undefined) {
    const label = measuredText(content.share, 'text-muted', {
      maxLines: 1,
      font: FONTS.smallStrong,
      width: x2 - x1,
      locale,
      align: 'middle',
    });
    nodes.push(...label.draw(x1, y - label.height - (badge === undefined ? 7 : 11)));
  }
  if (badge === 'broken') nodes.push(...badgeAt(badge, 'joint-broken', 'joint-broken-icon', middle, y));
  else if (badge === 'transfer') nodes.push(...badgeAt(badge, 'joint', 'joint-icon', middle, y));
  let below = y + 14;
  for (const { cause, count } of content.causes.slice(0, 3)) {
    const label = measuredText(String(count), 'warm-text', { font: FONTS.smallStrong, width: 12, locale });
    nodes.push(icon(cause, 'warm-icon', 12, middle - 13, below + 1.5), ...label.draw(middle + 1, below));
    below += 16;
  }
  return [group(content, nodes)];
}

function badgeAt(name: 'broken' | 'transfer', disc: string, style: string, x: number, y: number): readonly SceneNode[] {
  return [circle(disc, x, y, 10), icon(name, style, 12, x - 6, y - 6)];
}

function routed(joint: PlacedJoint, levels: Levels): readonly SceneNode[] {
  const { x1, x2, via, content } = joint;
  const y = trackLevel(joint, levels);
  const start = edgeOf(joint.from, joint.fromRow, via, levels);
  const end = edgeOf(joint.to, joint.toRow, via, levels);
  const arriving = y > end ? 'up' : 'down';
  const tip = arriving === 'up' ? end + 3 : end - 3;
  return [
    group(content, [
      {
        kind: 'stroke',
        style: lineStyle(content),
        data: elbow(x1, start, y, x2, arriving === 'up' ? tip + 4 : tip - 4),
      },
      arrowHead(x2, tip, arriving, content),
    ]),
  ];
}

/** The edge of a card that faces the gutter. */
function edgeOf(column: number, row: 0 | 1, via: PlacedJoint['via'], levels: Levels): number {
  if (via === 'above') return levels.row0;
  if (via === 'between' && row === 1) return levels.row1;
  return levels.bottoms[column] ?? levels.below;
}

function trackLevel({ via, track }: PlacedJoint, levels: Levels): number {
  const offset = 5 + SIZES.track * (track + 0.5);
  if (via === 'above') return levels.row0 - offset;
  return (via === 'below' ? levels.below : levels.between) + offset;
}

/** Down (or up) from a card, along the track, and to the other card, with rounded corners. */
function elbow(x1: number, start: number, y: number, x2: number, end: number): string {
  const r = Math.min(7, Math.abs(x2 - x1) / 2, Math.abs(y - start), Math.abs(end - y));
  const along = Math.sign(x2 - x1) * r;
  const before = y - Math.sign(y - start) * r;
  const after = y + Math.sign(end - y) * r;
  const down = `M${point(x1, start)}L${point(x1, before)}Q${point(x1, y)} ${point(x1 + along, y)}`;
  return `${down}L${point(x2 - along, y)}Q${point(x2, y)} ${point(x2, after)}L${point(x2, end)}`;
}

function point(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

function arrowHead(x: number, y: number, direction: 'right' | 'up' | 'down', content: JointContent): SceneNode {
  const style = content.kind === 'failure' ? 'arrow-failure' : 'arrow';
  const at = (dx: number, dy: number): string => `${round(x + dx)} ${round(y + dy)}`;
  const data = {
    right: `M${at(0, 0)}L${at(-7, -4.5)}L${at(-7, 4.5)}Z`,
    up: `M${at(0, 0)}L${at(-4.5, 7)}L${at(4.5, 7)}Z`,
    down: `M${at(0, 0)}L${at(-4.5, -7)}L${at(4.5, -7)}Z`,
  }[direction];
  return { kind: 'shape', style, data };
}

function lineStyle({ kind, weight }: JointContent): string {
  if (weight !== undefined) return kind === 'failure' ? `way-failure-${weight}` : `way-${weight}`;
  return { main: 'way-main', way: 'way', failure: 'way-failure', loop: 'way' }[kind];
}

function labels({ joints }: Routes, levels: Levels, content: MapContent): readonly SceneNode[] {
  return joints.flatMap((joint) => {
    const label = joint.via === 'straight' ? undefined : routeLabel(joint.content, content.locale);
    if (label === undefined) return [];
    const y = trackLevel(joint, levels);
    return [
      group(joint.content, [
        box('paper', joint.labelX - 2, y - label.height / 2, label.width + 4, label.height),
        ...label.draw(joint.labelX, y - label.height / 2),
      ]),
    ];
  });
}

function group(content: JointContent, children: readonly SceneNode[]): SceneNode {
  return { kind: 'group', role: 'path', children, of: { touchpoint: content.fromKey, next: content.toKey } };
}
