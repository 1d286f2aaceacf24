import type { Locale } from '../../model/text.ts';
import type { IconName } from '../generated/icons.ts';
import type { SceneNode, StyleName, TextBlock } from '../scene.ts';
import { moveText, textBlock } from '../text/block.ts';
import type { Font } from '../text/measure.ts';

/** Something whose size is known and that can be drawn where there is room for it. */
export interface Measured {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => readonly SceneNode[];
}

export const empty: Measured = { width: 0, height: 0, draw: () => [] };

export interface TextOptions {
  readonly font: Font;
  readonly width: number;
  readonly locale: Locale;
  /** Where there is room for so many only; without it the text takes as many as it needs, and is never cut. */
  readonly maxLines?: number;
  readonly align?: TextBlock['align'];
  /** Shrinks the box to the widest line. */
  readonly shrink?: true;
  /** The map itself says it, whatever it quotes first: it runs as the locale does. */
  readonly ownWords?: true;
}

export function measuredText(text: string, style: StyleName, options: TextOptions): Measured {
  const { font, width, locale, maxLines = Number.POSITIVE_INFINITY, align = 'start', shrink, ownWords } = options;
  const block = textBlock(text, { style, font, width, maxLines, locale, align, ...(ownWords && { ownWords }) });
  if (block.lines.length === 0) return empty;
  const own = shrink === true ? Math.max(...block.lines.map((line) => line.width)) : width;
  const shown: TextBlock = shrink === true ? { ...block, width: own } : block;
  return { width: own, height: block.height, draw: (x, y) => [moveText(shown, x, y)] };
}

export function icon(name: IconName, style: StyleName, size: number, x: number, y: number): SceneNode {
  return { kind: 'icon', name, style, size, x: round(x), y: round(y) };
}

export function box(style: StyleName, x: number, y: number, width: number, height: number, radius?: number): SceneNode {
  const rect = { x: round(x), y: round(y), width: round(width), height: round(height) };
  return { kind: 'box', style, ...rect, ...(radius === undefined ? {} : { radius }) };
}

export function stroke(style: StyleName, ...points: readonly (readonly [x: number, y: number])[]): SceneNode {
  return { kind: 'stroke', style, data: polyline(points) };
}

export function shape(style: StyleName, ...points: readonly (readonly [x: number, y: number])[]): SceneNode {
  return { kind: 'shape', style, data: `${polyline(points)}Z` };
}

export function circle(style: StyleName, x: number, y: number, r: number): SceneNode {
  return box(style, x - r, y - r, 2 * r, 2 * r, r);
}

/** One below the other. */
export function stack(parts: readonly Measured[], gap: number): Measured {
  const filled = parts.filter(({ height }) => height > 0);
  if (filled.length === 0) return empty;
  return {
    width: Math.max(...filled.map(({ width }) => width)),
    height: sum(filled.map(({ height }) => height)) + gap * (filled.length - 1),
    draw: (x, y) => {
      let top = y;
      return filled.flatMap((part) => {
        const nodes = part.draw(x, top);
        top += part.height + gap;
        return nodes;
      });
    },
  };
}

/** Side by side, going on in the next row where the width is used up. */
export function flow(parts: readonly Measured[], width: number, gap: number, rowGap = gap): Measured {
  const placed: { readonly part: Measured; readonly x: number; readonly y: number }[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let widest = 0;
  for (const part of parts.filter(({ height }) => height > 0)) {
    if (x > 0 && x + part.width > width) {
      x = 0;
      y += rowHeight + rowGap;
      rowHeight = 0;
    }
    placed.push({ part, x, y });
    x += part.width + gap;
    widest = Math.max(widest, x - gap);
    rowHeight = Math.max(rowHeight, part.height);
  }
  if (placed.length === 0) return empty;
  return {
    width: widest,
    height: y + rowHeight,
    draw: (left, top) => placed.flatMap(({ part, x: dx, y: dy }) => part.draw(left + dx, top + dy)),
  };
}

/** Lengths are written with one decimal at most: finer is not seen, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function polyline(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}
