import type { FrictionContent, MapContent } from '../content/content.ts';
import type { SceneNode } from '../scene.ts';
import { CAUSES_SHORT } from '../../model/cause-names.ts';
import { empty, icon, type Measured, measuredText, stack } from './measured.ts';
import { FONTS } from './sizes.ts';

/** Full HD: the size of slides as pictures. */
const picture = { width: 1920, height: 1080 };

/**
 * A slide is 13⅓ inches wide, so a point is 2 pixels of such a picture. With the smallest text at 11, this makes nothing
 * smaller than 14 pt.
 */
export const SLIDE_ZOOM = 2.56;
export const width = picture.width / SLIDE_ZOOM;
export const height = picture.height / SLIDE_ZOOM;
export const margin = 24;
export const inner = width - 2 * margin;
export const footTop = height - margin - 10;

export interface Slide {
  readonly nodes: readonly SceneNode[];
  /** What the footer says it shows. */
  readonly shows: string;
}

/** The worst findings, one below the other, as many as there is room for. */
export function frictionList(
  frictions: readonly FrictionContent[],
  locale: MapContent['locale'],
  across: number,
  room: number,
): Measured {
  const rows = frictions.slice(0, 3).map((friction) => frictionRow(friction, locale, across));
  for (let count = rows.length; count > 0; count -= 1) {
    const list = stack(rows.slice(0, count), 7);
    if (list.height <= room) return list;
  }
  return empty;
}

function frictionRow(
  { cause, where, message }: FrictionContent,
  locale: MapContent['locale'],
  across: number,
): Measured {
  const place = [CAUSES_SHORT[cause][locale], where].filter((part) => part !== '').join(' · ');
  const title = measuredText(place, 'warm-text', { font: FONTS.smallStrong, width: across - 22, locale });
  const text = measuredText(message, 'text', { font: FONTS.small, width: across - 22, maxLines: 3, locale });
  const body = stack([title, text], 1);
  return {
    width: across,
    height: body.height,
    draw: (x, y) => [icon(cause, 'warm-icon', 14, x, y), ...body.draw(x + 22, y)],
  };
}
