import { ICONS, type IconName } from '../generated/icons.ts';
import type { Icon } from '../scene.ts';

/** The side of the square that icons are drawn in, and how wide their lines are there. */
export const ICON_SIDE = 24;
export const ICON_STROKE = 2;

/**
 * An icon at its place and in its size, as the data of a path. With a `transform` it would look the same, but a browser composes
 * every element that has one by itself, and a map with hundreds of them anew for each frame.
 */
export function iconPath({ name, size, x, y }: Icon): string {
  return `M${x} ${y}${outlineOf(name, size)}`;
}

const outlines = new Map<string, string>();

/** What is drawn from the upper left corner on. There are few icons, in few sizes. */
function outlineOf(name: IconName, size: number): string {
  const key = `${name} ${size}`;
  let outline = outlines.get(key);
  if (outline === undefined) {
    outline = scaled(ICONS[name], size / ICON_SIDE);
    outlines.set(key, outline);
  }
  return outline;
}

function scaled(data: string, factor: number): string {
  return data.replace(/([a-zM])([^a-zM]*)/g, (_, command: string, values: string) => {
    const numbers = (values.match(/-?[\d.]+/g) ?? []).map(Number);
    const place = (value: number, index: number): number =>
      command === 'a' && isNoLength(index) ? value : Math.round(value * factor * 1000) / 1000;
    return command.toLowerCase() + numbers.map(place).join(' ');
  });
}

/** Of seven values of an arc the third is an angle, the fourth and fifth choose one of four arcs. */
function isNoLength(index: number): boolean {
  const at = index % 7;
  return at >= 2 && at <= 4;
}
