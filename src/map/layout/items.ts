import type { Locale } from '../../model/text.ts';
import type { Item, Tone } from '../content/content.ts';
import type { CellLane } from '../content/lanes.ts';
import type { SceneNode } from '../scene.ts';
import { box, flow, icon, type Measured, measuredText, stack } from './measured.ts';
import { FONTS, SIZES } from './sizes.ts';

/** The entries of a cell, one below the other; those of the friction lane side by side. */
export function cellBlock(lane: CellLane, items: readonly Item[], width: number, locale: Locale): Measured {
  if (lane === 'friction') return pillRow(items, width, locale);
  const framed = frames[lane];
  return stack(
    items.map((item) =>
      framed === undefined ? itemBlock(item, width, locale) : framedItem(item, framed, width, locale),
    ),
    SIZES.itemGap,
  );
}

/** Small counters in a row, such as causes of friction with how often they occur. */
export function pillRow(items: readonly Item[], width: number, locale: Locale): Measured {
  return flow(
    items.map((item) => pill(item, locale)),
    width,
    5,
  );
}

/** Icon and short text in a rounded frame. */
export function pill({ text, icon: name, tone }: Item, locale: Locale): Measured {
  const style = tone === 'warm' || tone === 'bad' ? 'warm' : tone === 'good' ? 'cool' : 'plain';
  const label = measuredText(text, `${style}-text`, {
    font: FONTS.smallStrong,
    width: 180,
    maxLines: 1,
    locale,
    shrink: true,
  });
  const left = name === undefined ? 8 : 24;
  const height = 20;
  const width = name !== undefined && label.width === 0 ? 27 : left + label.width + 8;
  return {
    width,
    height,
    draw: (x, y) => [
      box(`${style}-pill`, x, y, width, height, 10),
      ...(name === undefined ? [] : [icon(name, `${style}-icon`, 13, x + 7, y + 3.5)]),
      ...label.draw(x + left, y + (height - label.height) / 2),
    ],
  };
}

/** One entry: icon, text, and a badge under it. */
export function itemBlock(item: Item, width: number, locale: Locale): Measured {
  const { text, icon: name, tone, badge } = item;
  const indent = name === undefined ? 0 : 19;
  const label = measuredText(text, toneStyles[tone ?? 'none'], {
    font: FONTS.body,
    width: width - indent,
    locale,
  });
  const extra = badge === undefined ? undefined : tag(badge, locale, width - indent);
  return {
    width,
    height: label.height + (extra === undefined ? 0 : extra.height + 3),
    draw: (x, y) => [
      ...(name === undefined ? [] : [icon(name, iconStyles[tone ?? 'none'], 14, x, y + 1.5)]),
      ...label.draw(x + indent, y),
      ...(extra === undefined ? [] : extra.draw(x + indent, y + label.height + 3)),
    ],
  };
}

/** A word in a hairline frame, such as a status. */
function tag(text: string, locale: Locale, width: number): Measured {
  const label = measuredText(text, 'tag-text', { font: FONTS.small, width: width - 12, locale, shrink: true });
  const height = Math.max(18, label.height + 3);
  return {
    width: label.width + 12,
    height,
    draw: (x, y): readonly SceneNode[] => [
      box('tag', x, y, label.width + 12, height, 4),
      ...label.draw(x + 6, y + (height - label.height) / 2),
    ],
  };
}

function framedItem(item: Item, style: string, width: number, locale: Locale): Measured {
  const inner = itemBlock(item, width - 16, locale);
  return {
    width,
    height: inner.height + 12,
    draw: (x, y) => [box(style, x, y, width, inner.height + 12, 6), ...inner.draw(x + 8, y + 6)],
  };
}

/** Lanes whose entries stand in a frame of their own: what people say, what is in the way, what could be done. */
const frames: Readonly<Partial<Record<CellLane, string>>> = {
  thinks: 'bubble',
  barriers: 'warm-frame',
  opportunities: 'cool-frame',
  experiments: 'cool-frame',
};

const toneStyles: Readonly<Record<Tone | 'none', string>> = {
  none: 'text',
  quote: 'text',
  good: 'text',
  bad: 'text',
  muted: 'text-muted',
  warm: 'warm-text',
};

const iconStyles: Readonly<Record<Tone | 'none', string>> = {
  none: 'icon-muted',
  quote: 'icon-muted',
  good: 'cool-icon',
  bad: 'warm-icon',
  muted: 'icon-muted',
  warm: 'warm-icon',
};
