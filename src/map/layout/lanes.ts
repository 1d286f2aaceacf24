import type { Item, MapContent } from '../content/content.ts';
import { type CellLane, LANES } from '../content/lanes.ts';
import type { IconName } from '../generated/icons.ts';
import type { SceneNode } from '../scene.ts';
import { type Column, centre } from './columns.ts';
import { cellBlock } from './items.ts';
import { box, circle, icon, measuredText, stroke } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** A row of cells, ready to be drawn at a height. */
export interface LaneBlock {
  readonly height: number;
  readonly draw: (y: number) => readonly SceneNode[];
}

/** What one lane says at every column. */
export function laneBlock(lane: CellLane, columns: readonly Column[], content: MapContent): LaneBlock {
  if (lane === 'owner') return ownerLane(columns, content);
  const cells = columns.map((column) => {
    const items = columnItems(lane, column);
    return { column, block: cellBlock(lane, items, column.width - 2 * SIZES.columnPadding + 8, content.locale) };
  });
  const height = Math.max(20, ...cells.map(({ block }) => block.height)) + 2 * SIZES.lanePadding;
  return {
    height,
    draw: (y) =>
      cells
        .filter(({ block }) => block.height > 0)
        .map(({ column, block }) => ({
          kind: 'group',
          role: 'cell',
          of: originOf(column),
          children: block.draw(column.x + SIZES.columnPadding - 4, y + SIZES.lanePadding),
        })),
  };
}

/** Icon and name of a lane, at the left. */
export function laneLabel(
  name: string,
  iconName: IconName,
  left: number,
  y: number,
  height: number,
  content: MapContent,
): SceneNode {
  const label = measuredText(name, 'lane-text', {
    font: FONTS.strong,
    width: SIZES.laneLabel - 44,
    locale: content.locale,
  });
  const top = y + Math.min(SIZES.lanePadding, Math.max(0, (height - label.height) / 2));
  return {
    kind: 'group',
    role: 'lane-label',
    // A page that keeps the labels in view while the cells pass under them needs something to hide these.
    children: [
      box('paper', left - SIZES.page, y + 1, SIZES.laneLabel + SIZES.page, Math.max(height, label.height) - 2),
      icon(iconName, 'icon-muted', 15, left + 8, top + 1),
      ...label.draw(left + 30, top),
    ],
  };
}

/** A line of the service blueprint with its name. */
export function blueprintLine(
  name: string,
  left: number,
  right: number,
  y: number,
  content: MapContent,
): readonly SceneNode[] {
  const label = measuredText(name, 'text-muted', {
    font: FONTS.small,
    width: SIZES.laneLabel - 14,
    locale: content.locale,
    maxLines: 1,
  });
  return [stroke('blueprint-line', [left, y], [right, y]), ...label.draw(left + 8, y - label.height - 2)];
}

/** Short arrows between the cells of two blueprint lanes, only straight down a column. */
export function connectors(
  upper: CellLane,
  lower: CellLane,
  columns: readonly Column[],
  y: number,
): readonly SceneNode[] {
  return columns.flatMap((column): SceneNode[] => {
    if (columnItems(upper, column).length === 0 || columnItems(lower, column).length === 0) return [];
    const x = centre(column);
    return [
      stroke('connector', [x, y - 8], [x, y + 6]),
      circle('connector-end', x, y + 6, 2.5),
      circle('connector-end', x, y - 8, 2.5),
    ];
  });
}

/** A folded stage shows what its touchpoints have together, as far as it can be counted. */
function columnItems(lane: CellLane, { touchpoints, folded }: Column): readonly Item[] {
  if (!folded) return touchpoints[0]?.cells[lane] ?? [];
  if (lane === 'friction') {
    const counts = new Map<string, { item: Item; count: number }>();
    for (const item of touchpoints.flatMap(({ cells }) => cells.friction ?? [])) {
      const key = item.icon ?? '';
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { item, count: Number(item.text) });
      else known.count += Number(item.text);
    }
    return [...counts.values()].map(counted);
  }
  const items = touchpoints.flatMap(({ cells }) => cells[lane] ?? []);
  return items.length <= 3 ? items : [...items.slice(0, 2), { text: `+ ${items.length - 2}`, tone: 'muted' }];
}

function counted({ item, count }: { readonly item: Item; readonly count: number }): Item {
  return { ...item, text: String(count) };
}

function originOf({ touchpoints, folded, stage }: Column): { readonly touchpoint?: string; readonly stage?: string } {
  const [touchpoint] = touchpoints;
  return folded || touchpoint === undefined ? { stage: stage.key } : { touchpoint: touchpoint.key };
}

interface OwnerBar {
  readonly name: string;
  readonly from: Column;
  to: Column;
}

/** Owners as bars over their columns, so that every change of hands is seen. */
function ownerLane(columns: readonly Column[], content: MapContent): LaneBlock {
  const bars: OwnerBar[] = [];
  for (const column of columns) {
    const name = column.touchpoints[0]?.owner;
    const last = bars.at(-1);
    if (name === undefined) continue;
    if (last !== undefined && last.name === name && endOf(last) === column.x) last.to = column;
    else bars.push({ name, from: column, to: column });
  }
  const drawn = bars.map((bar) => ({ bar, own: ownerBar(bar, content) }));
  const height = Math.max(26, ...drawn.map(({ own }) => own.height));
  return {
    height: height + 2 * SIZES.lanePadding,
    draw: (y) => {
      const top = y + SIZES.lanePadding;
      return drawn.flatMap(({ bar, own }, index) => {
        const before = bars[index - 1];
        const nodes = own.draw(top, height);
        return before !== undefined && endOf(before) === bar.from.x
          ? nodes.concat(joint(before.to, bar.from, top + height / 2, content))
          : nodes;
      });
    },
  };
}

function endOf({ to }: OwnerBar): number {
  return to.x + to.width;
}

/** A bar with a name, which may take several lines, ready to be drawn as high as the others. */
function ownerBar(
  bar: OwnerBar,
  { locale }: MapContent,
): { readonly height: number; readonly draw: (top: number, height: number) => readonly SceneNode[] } {
  const left = bar.from.x + SIZES.columnPadding - 4;
  const width = endOf(bar) - SIZES.columnPadding + 4 - left;
  const label = measuredText(bar.name, 'text', { font: FONTS.strong, width: width - 44, locale });
  return {
    height: label.height + 8,
    draw: (top, height) => [
      box('owner-bar', left, top, width, height, 13),
      icon('team', 'icon-muted', 14, left + 10, top + height / 2 - 7),
      ...label.draw(left + 28, top + (height - label.height) / 2),
    ],
  };
}

/** The place where one team hands the customer to another: broken where a rule says so. */
function joint(from: Column, to: Column, y: number, { joints }: MapContent): readonly SceneNode[] {
  const between = joints.find(
    (way) =>
      from.touchpoints.some(({ index }) => index === way.from) && to.touchpoints.some(({ index }) => index === way.to),
  );
  const broken = (between?.causes.length ?? 0) > 0;
  const x = to.x;
  return [
    circle(broken ? 'joint-broken' : 'joint', x, y, 9),
    icon(broken ? 'broken' : 'transfer', broken ? 'joint-broken-icon' : 'joint-icon', 11, x - 5.5, y - 5.5),
  ];
}

export function laneTraits(
  lane: CellLane,
  content: MapContent,
): { readonly label: string; readonly icon: IconName; readonly line?: string } {
  const { label, icon: name, line } = LANES[lane];
  return { label: label[content.locale], icon: name, ...(line === undefined ? {} : { line: line[content.locale] }) };
}
