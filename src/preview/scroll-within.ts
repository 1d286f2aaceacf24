/** Where a part ends up in what can be seen; `nearest`: as near as possible to where it is. */
type Alignment = 'start' | 'center' | 'nearest';

/**
 * Scrolls a place until a part of it can be seen. As the browser's scrollIntoView, but nothing around the place moves:
 * that one goes on through every page around this one, and pushes the map's tools under the edge of its panel in VS Code.
 */
export function scrollWithin(
  place: HTMLElement,
  part: Element,
  { block, inline }: { readonly block: Alignment; readonly inline: Alignment },
): void {
  const [inner, outer] = [part.getBoundingClientRect(), place.getBoundingClientRect()];
  const { scrollPaddingLeft, scrollPaddingTop } = getComputedStyle(place);
  const [x, y] = [outer.left + place.clientLeft, outer.top + place.clientTop];
  place.scrollBy(
    distance(inner.left, inner.right, x + pixels(scrollPaddingLeft), x + place.clientWidth, inline),
    distance(inner.top, inner.bottom, y + pixels(scrollPaddingTop), y + place.clientHeight, block),
  );
}

/** How far to scroll along one axis so that what goes from..to stands between start and end. */
function distance(from: number, to: number, start: number, end: number, alignment: Alignment): number {
  if (alignment === 'start') return from - start;
  if (alignment === 'center') return (from + to - start - end) / 2;
  const [before, behind] = [from - start, to - end];
  const isInside = before >= 0 && behind <= 0;
  const isAcross = before < 0 && behind > 0;
  if (isInside || isAcross) return 0;
  return Math.abs(before) < Math.abs(behind) ? before : behind;
}

/** `auto` is none. */
function pixels(padding: string): number {
  return Number.parseFloat(padding) || 0;
}
