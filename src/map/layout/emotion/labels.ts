import type { Locale } from '../../../model/text.ts';
import { type CurvePoint, type MapContent, signed } from '../../content/content.ts';
import { LABELS } from '../../labels.ts';
import type { SceneNode } from '../../scene.ts';
import { centre } from '../columns.ts';
import { circle, type Measured, measuredText, round, shape, stack } from '../measured.ts';
import { FONTS, SIZES } from '../sizes.ts';
import { WHISKER } from './marks.ts';
import type { Track, TrackPoint } from './tracks.ts';

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The signed number, a mark of direction and the word, above or below the point, wherever nothing stands yet. */
export function pointLabels(
  { points, curve }: Track,
  taken: Area[],
  marksOnly: boolean,
  content: MapContent,
  within: Area,
): readonly SceneNode[] {
  if (curve.compared) return [];
  return points.flatMap((point, index) => {
    const { locale } = content;
    if (point.rank > 0 || (marksOnly && point.mark === undefined)) return [];
    // A label may reach over its neighbours' columns when these have none.
    const reach = marksOnly ? 80 : 0;
    const width = point.column.width - 10 + 2 * reach;
    const label = marksOnly ? shortLabel(point, width, locale) : labelOf(point, width, locale);
    const before = points[index - 1]?.value ?? point.value;
    const after = points[index + 1]?.value ?? point.value;
    const upwards = point.value >= before && point.value >= after && point.value > -2;
    const rightmost = Math.min(within.right, point.column.x + point.column.width + reach) - label.width - 3;
    const centred = Math.min(Math.max(point.x - label.width / 2, point.column.x + 3 - reach), rightmost);
    const x = Math.max(point.column.folded ? besideWhisker(point, label) : centred, within.left);
    const room = { top: within.top + 2, bottom: within.bottom - 2, taken };
    const place = freePlace(label, { left: x, y: point.y }, upwards ? 'above' : 'below', room);
    if (place === undefined) return [];
    taken.push(place);
    return label.draw(place.left, place.top);
  });
}

/** Of a folded stage: a centred label would lie on the line from the lowest to the highest. */
function besideWhisker({ x, column }: TrackPoint, { width }: Measured): number {
  const away = WHISKER + 4;
  return x < centre(column) ? x - away - width : x + away;
}

/** What the point is, on one line. */
function shortLabel(point: CurvePoint, width: number, locale: Locale): Measured {
  const { mark, ...rest } = point;
  const words = [rest.label, mark === undefined ? '' : LABELS[mark][locale]].filter((part) => part !== '');
  return labelOf({ ...rest, label: words.join(' · ') }, width, locale);
}

function labelOf(point: CurvePoint, width: number, locale: Locale): Measured {
  const { value, label, mark } = point;
  const style = value < 0 ? 'warm-halo' : value > 0 ? 'cool-halo' : 'halo';
  const number = measuredText(signed(value), style, { font: FONTS.strong, width: 30, locale, shrink: true });
  const word = measuredText(label, style, {
    maxLines: 1,
    font: FONTS.small,
    width: width - number.width - 22,
    locale,
    shrink: true,
  });
  const line: Measured = {
    width: 12 + number.width + (word.width > 0 ? word.width + 5 : 0),
    height: number.height,
    draw: (x, y) => [
      ...directionMark(value, x + 4.5, y + number.height / 2),
      ...number.draw(x + 12, y),
      ...word.draw(x + 12 + number.width + 5, y + (number.height - word.height) / 2),
    ],
  };
  if (mark === undefined) return line;
  const extra = measuredText(LABELS[mark][locale], 'halo-muted', {
    maxLines: 1,
    font: FONTS.small,
    width: width,
    locale,
    shrink: true,
  });
  return stack([line, extra], 0);
}

function directionMark(value: number, x: number, y: number): readonly SceneNode[] {
  if (value > 0) return [shape('mark-good', [x, y - 4], [x + 4.5, y + 4], [x - 4.5, y + 4])];
  if (value < 0) return [shape('mark-bad', [x, y + 4], [x + 4.5, y - 4], [x - 4.5, y - 4])];
  return [circle('mark-even', x, y, 3.5)];
}

/** Beside the last point, so that no legend has to be looked up. */
export function endLabel(
  { points, curve, style }: Track,
  taken: Area[],
  { locale }: MapContent,
  within: Area,
): readonly SceneNode[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const label = measuredText(curve.name, `name-${style}`, {
    maxLines: 1,
    font: FONTS.smallStrong,
    width: 120,
    locale,
    shrink: true,
  });
  const x = Math.max(within.left, Math.min(last.x + 18, within.right - label.width - 4));
  const place = freePlace(label, { left: x, y: last.y }, 'beside', { ...within, taken });
  if (place === undefined) return [];
  taken.push(place);
  return label.draw(place.left, place.top);
}

export function around(x: number, y: number, radius: number): Area {
  const r = radius + 3;
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

/** In pixels: no more than a name is away from its own point. */
const apartFromWords = 4;

/** Where labels may stand. */
interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly taken: readonly Area[];
}

/** The nearest free place for a label at a point of the curve, on the side that is asked for or else on another one. */
function freePlace(
  { width, height }: Measured,
  { left, y }: { readonly left: number; readonly y: number },
  wanted: 'above' | 'below' | 'beside',
  { top, bottom, taken }: Room,
): Area | undefined {
  const away = SIZES.face + 5;
  const [nearer, other] = wanted === 'above' ? [-1, 1] : [1, -1];
  const at = (side: number, step: number): number => y + (side < 0 ? -away - height - step * 8 : away + step * 8);
  const free = (candidate: number): Area | undefined => {
    if (candidate < top || candidate + height > bottom) return undefined;
    const area: Area = {
      left: round(left),
      right: round(left + width),
      top: round(candidate),
      bottom: round(candidate + height),
    };
    // A name right beside a word would be read as one with it.
    const clear =
      wanted === 'beside' ? { ...area, left: area.left - apartFromWords, right: area.right + apartFromWords } : area;
    return taken.every((each) => apart(clear, each)) ? area : undefined;
  };
  const besideIt = wanted === 'beside' ? free(y - height / 2) : undefined;
  if (besideIt !== undefined) return besideIt;
  for (const [side, first, last] of [
    [nearer, 0, 1],
    [other, 0, 1],
    [nearer, 2, 7],
    [other, 2, 7],
  ] as const) {
    for (let step = first; step <= last; step += 1) {
      const area = free(at(side, step));
      if (area !== undefined) return area;
    }
  }
  return undefined;
}

function apart(a: Area, b: Area): boolean {
  return a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
}
