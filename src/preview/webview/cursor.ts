import type { MapResult, WrittenStage } from '../../server/protocol.ts';
import { scrollWithin } from '../scroll-within.ts';

/** The journey that a line is in, where it is another one of the same file than the one that is shown. */
export function otherJourneyAt(shown: MapResult, uri: string, line: number): string | undefined {
  const around = shown.journeys.find(({ range: { start, end } }) => start.line <= line && line <= end.line);
  return shown.uri === uri && around?.key !== shown.journey ? around?.key : undefined;
}

/** What of a map is marked: a touchpoint with its stage, or a stage alone. */
export interface Marked {
  readonly stage?: string;
  readonly touchpoint?: string;
}

/** What a line of the text is in, from the first word of a block to its closing brace. */
export function writtenAt({ uri: own, stages }: MapResult, uri: string, line: number): Marked {
  const isAround = ({ range: { start, end } }: Pick<WrittenStage, 'range'>): boolean =>
    own === uri && start.line <= line && line <= end.line;
  const stage = stages.findLast(isAround);
  const touchpoint = stage?.touchpoints.findLast(isAround);
  return { ...(stage && { stage: stage.key }), ...(touchpoint && { touchpoint: touchpoint.key }) };
}

/** The touchpoint with the stage that it is in. */
export function withStage({ stages }: MapResult, touchpoint: string): Marked {
  const stage = stages.find(({ touchpoints }) => touchpoints.some(({ key }) => key === touchpoint));
  return { touchpoint, ...(stage && { stage: stage.key }) };
}

/** Marks the card of a touchpoint, and goes there if asked; where there is none, as in a folded stage, the stage. */
export function mark(frame: HTMLElement, { stage, touchpoint }: Marked, scrolls: boolean): void {
  const all = [...frame.querySelectorAll<SVGElement>('.map-card,.map-stage')];
  const card = touchpoint && all.find(({ dataset }) => dataset['touchpoint'] === touchpoint);
  const current = card ?? (stage && all.find((each) => isStage(each, stage)));
  for (const each of all) {
    const isCurrent = each === current;
    each.classList.toggle('current', isCurrent);
    if (isCurrent) each.setAttribute('aria-current', 'true');
    else each.removeAttribute('aria-current');
  }
  if (!current || !scrolls) return;
  if (card) {
    if (!isInView(card, frame)) scrollWithin(frame, card, { block: 'nearest', inline: 'center' });
  } else if (!isSeen(current, frame)) scrollWithin(frame, current, { block: 'nearest', inline: 'start' });
}

/** The stage itself, not the card of a folded one. */
function isStage({ classList, dataset }: SVGElement, stage: string): boolean {
  return classList.contains('map-stage') && dataset['stage'] === stage;
}

/** Whether any of it is to be seen: a stage is often wider than the window. */
function isSeen(stage: SVGElement, frame: HTMLElement): boolean {
  const [inner, outer] = [stage.getBoundingClientRect(), frame.getBoundingClientRect()];
  const left = outer.left + Number.parseFloat(frame.style.scrollPaddingLeft);
  return inner.right > left && inner.left < outer.right && inner.bottom > outer.top && inner.top < outer.bottom;
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
