import type { MapContent } from '../content/content.ts';
import { LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import type { Column } from './columns.ts';
import { box, icon, measuredText, stroke } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** Bars over the cards of what happens during a wait, ready to be drawn at a height. */
export interface WaitsBlock {
  readonly height: number;
  readonly draw: (y: number) => readonly SceneNode[];
}

const barHeight = 20;
const track = barHeight + 6;

/**
 * What runs at the same time: a bar from the touchpoint where somebody waits over all that happens meanwhile. Bars that
 * would overlap stand one above the other.
 */
export function waitsBlock(columns: readonly Column[], content: MapContent): WaitsBlock {
  const tracks: WaitBar[][] = [];
  for (const bar of barsOf(columns, content)) {
    const free = tracks.find((own) => own.every(({ left, right }) => bar.right < left || bar.left > right));
    if (free === undefined) tracks.push([bar]);
    else free.push(bar);
  }
  return {
    height: tracks.length * track,
    draw: (y) => tracks.flatMap((own, index) => own.flatMap((bar) => drawBar(bar, y + index * track, content))),
  };
}

interface WaitBar {
  readonly left: number;
  readonly right: number;
  readonly label: string;
  readonly of: string;
}

function barsOf(columns: readonly Column[], { touchpoints, locale }: MapContent): readonly WaitBar[] {
  if (touchpoints.every(({ during }) => during === undefined)) return [];
  const columnOf = (index: number): Column | undefined =>
    columns.find((column) => column.touchpoints.some((touchpoint) => touchpoint.index === index));
  return touchpoints.flatMap((waited): WaitBar[] => {
    const meanwhile = touchpoints.filter(({ during }) => during === waited.index);
    const own = columnOf(waited.index);
    if (own === undefined || meanwhile.length === 0) return [];
    const all = [own, ...meanwhile.flatMap(({ index }) => columnOf(index) ?? [])];
    // Within one folded stage there is nothing to span.
    if (all.every((column) => column === own)) return [];
    return [
      {
        left: Math.min(...all.map(({ x }) => x)) + SIZES.columnPadding,
        right: Math.max(...all.map(({ x, width }) => x + width)) - SIZES.columnPadding,
        label: [LABELS.wait[locale], waited.wait].filter((part) => part !== undefined).join(' '),
        of: waited.key,
      },
    ];
  });
}

function drawBar({ left, right, label, of }: WaitBar, y: number, { locale }: MapContent): readonly SceneNode[] {
  const text = measuredText(label, 'text', { maxLines: 1, font: FONTS.smallStrong, width: right - left - 36, locale });
  const bottom = y + track - 1;
  return [
    {
      kind: 'group',
      role: 'path',
      of: { touchpoint: of },
      children: [
        stroke('wait-end', [left + 0.5, y + barHeight / 2], [left + 0.5, bottom]),
        stroke('wait-end', [right - 0.5, y + barHeight / 2], [right - 0.5, bottom]),
        box('wait-bar', left, y, right - left, barHeight, barHeight / 2),
        icon('wait', 'icon-muted', 13, left + 9, y + 3.5),
        ...text.draw(left + 28, y + (barHeight - text.height) / 2),
      ],
    },
  ];
}
