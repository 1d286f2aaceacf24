import type { MapContent } from '../../map/content/content.ts';
import type { MapResult } from '../../server/protocol.ts';
import type { Place } from '../../model/place.ts';

/** The journey that a line is in, where it is another one of the same file than the one that is shown. */
export function otherJourneyAt(shown: MapResult, uri: string, line: number): string | undefined {
  const around = shown.journeys.find(({ range: { start, end } }) => start.line <= line && line <= end.line);
  return shown.uri === uri && around?.key !== shown.journey ? around?.key : undefined;
}

/** The touchpoint that a line of the text belongs to: the last one that begins at or before it, within the same file. */
export function touchpointAt({ touchpoints, stages }: MapContent, uri: string, line: number): string | undefined {
  const begun = touchpoints.filter(({ place, change }) => change?.kind !== 'removed' && isBefore(place, uri, line));
  const last = begun.toSorted((a, b) => a.place.range.start.line - b.place.range.start.line).at(-1);
  const stage = stages.findLast(({ place }) => isBefore(place, uri, line));
  // Between the head of a stage and its first touchpoint the cursor is in none.
  return last === undefined || (stage?.place.range.start.line ?? 0) > last.place.range.start.line
    ? undefined
    : last.key;
}

function isBefore(place: Place, uri: string, line: number): boolean {
  return place.uri === uri && place.range.start.line <= line;
}

/** Marks the card of a touchpoint, and goes there if asked. Returns whether there is such a card. */
export function markCard(frame: HTMLElement, touchpoint: string | undefined, scrolls: boolean): boolean {
  let found = false;
  for (const card of frame.querySelectorAll<SVGElement>('.map-card')) {
    const isCurrent = touchpoint !== undefined && card.dataset['touchpoint'] === touchpoint;
    card.classList.toggle('current', isCurrent);
    if (isCurrent) card.setAttribute('aria-current', 'true');
    else card.removeAttribute('aria-current');
    if (isCurrent && scrolls && !isInView(card, frame)) card.scrollIntoView({ block: 'nearest', inline: 'center' });
    found ||= isCurrent;
  }
  return found;
}

function isInView(card: SVGElement, frame: HTMLElement): boolean {
  const [inner, outer] = [card.getBoundingClientRect(), frame.getBoundingClientRect()];
  // Labels at the left and stages at the top cover what is there.
  const [left = 0, top = 0] = [frame.style.scrollPaddingLeft, frame.style.scrollPaddingTop].map(Number.parseFloat);
  return (
    inner.left >= outer.left + left &&
    inner.right <= outer.right &&
    inner.top >= outer.top + top &&
    inner.bottom <= outer.bottom
  );
}
