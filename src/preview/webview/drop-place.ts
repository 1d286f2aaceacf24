import type { MapContent } from '../../map/content/content.ts';

/** Where a touchpoint would be put: in a stage, behind another touchpoint or at the stage's top. */
export interface DropPlace {
  readonly stage: string;
  readonly after?: string;
  /** A line that shows it, in pixels of the window. */
  readonly line: { readonly x: number; readonly top: number; readonly bottom: number };
}

/** The place nearest to a point of the window, among the cards that are to be seen. */
export function dropPlaceAt(
  frame: HTMLElement,
  content: MapContent,
  dragged: string,
  { x, y }: { readonly x: number; readonly y: number },
): DropPlace | undefined {
  const cards = [...frame.querySelectorAll<SVGElement>('.map-card[data-touchpoint]')]
    .filter((card) => card.dataset['touchpoint'] !== dragged)
    .map((card) => ({ key: card.dataset['touchpoint'], box: card.getBoundingClientRect() }));
  // In a narrow map cards stand one below the other.
  const isTurned = cards.length > 1 && cards.every(({ box }) => Math.abs(box.left - (cards[0]?.box.left ?? 0)) < 2);
  const middle = (box: DOMRect): number => (isTurned ? box.top + box.height / 2 : box.left + box.width / 2);
  const before = cards.findLast(({ box }) => middle(box) < (isTurned ? y : x));
  const after = cards.find(({ box }) => middle(box) >= (isTurned ? y : x));
  const stage = stageUnder(frame, x) ?? stageOf(content, (before ?? after)?.key);
  if (stage === undefined) return undefined;
  const isInStage = before !== undefined && stageOf(content, before.key) === stage;
  const edge = isInStage ? before.box.right + 6 : (after?.box.left ?? x) - 6;
  const box = (isInStage ? before : (after ?? before))?.box;
  return {
    stage,
    ...(isInStage && before.key !== undefined ? { after: before.key } : {}),
    line: { x: edge, top: box?.top ?? y - 30, bottom: box?.bottom ?? y + 30 },
  };
}

/** Whether dropping it there changes anything. */
export function isMove({ stage, after }: DropPlace, touchpoint: string, content: MapContent): boolean {
  const own = content.touchpoints.find(({ key }) => key === touchpoint);
  if (own === undefined) return false;
  const inStage = content.touchpoints.filter((each) => each.stage === own.stage);
  const before = inStage[inStage.indexOf(own) - 1]?.key;
  return content.stages[own.stage]?.key !== stage || before !== after;
}

/** Draws the place, or takes the drawing away. */
export function showDropPlace(frame: HTMLElement, place: DropPlace | undefined, zoom: number): void {
  const svg = frame.querySelector('svg');
  svg?.querySelector('.drop')?.remove();
  if (svg === null || place === undefined) return;
  const { left, top } = svg.getBoundingClientRect();
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  line.setAttribute('class', 'drop');
  const x = String((place.line.x - left) / zoom);
  for (const [name, value] of [
    ['x1', x],
    ['x2', x],
    ['y1', String((place.line.top - top) / zoom)],
    ['y2', String((place.line.bottom - top) / zoom)],
  ] as const) {
    line.setAttribute(name, value);
  }
  svg.append(line);
}

function stageUnder(frame: HTMLElement, x: number): string | undefined {
  const stages = [...frame.querySelectorAll<SVGElement>('.map-stage')];
  const under = stages.find((stage) => {
    const { left, right } = stage.getBoundingClientRect();
    return left <= x && x < right;
  });
  return under?.dataset['stage'];
}

function stageOf({ touchpoints, stages }: MapContent, key: string | undefined): string | undefined {
  const touchpoint = touchpoints.find((each) => each.key === key);
  return touchpoint === undefined ? undefined : stages[touchpoint.stage]?.key;
}
