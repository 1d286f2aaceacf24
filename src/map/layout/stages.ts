import type { MapContent } from '../content/content.ts';
import type { Group, SceneNode } from '../scene.ts';
import { chevron } from './chevron.ts';
import { type Column, stageSpans } from './columns.ts';
import { box, stroke } from './measured.ts';

/** The row of chevrons, one for each stage, all as high as the highest. */
export function stageHeader(columns: readonly Column[], content: MapContent): StageHeader {
  const chevrons = stageSpans(columns).map((span) => ({ span, own: chevron(span.stage, span.width, content) }));
  const tallest = Math.max(0, ...chevrons.map(({ own }) => own.height));
  const height = tallest + 8;
  return {
    height,
    draw: (y) =>
      chevrons.map(({ span: { stage, x, width, folded }, own }) => {
        const drawn = own.draw(x, y, tallest);
        // As for lane labels: what passes under it must not be seen.
        const children = [box('paper', x, y - 4, width, height), ...drawn.children];
        return foldable(drawn, children, stage.touchpoints.length > 1 ? !folded : undefined);
      }),
  };
}

/** A row above the matrix, ready to be drawn at a height. */
interface StageHeader {
  readonly height: number;
  readonly draw: (y: number) => readonly SceneNode[];
}

function foldable(group: Group, children: Group['children'], expanded: boolean | undefined): Group {
  return { ...group, children, ...(expanded === undefined ? {} : { expanded }) };
}

/** A tint behind every second stage, and a hairline where one begins. */
export function stageBackgrounds(columns: readonly Column[], top: number, bottom: number): readonly SceneNode[] {
  const spans = stageSpans(columns);
  return [
    ...spans
      .filter(({ stage }) => stage.index % 2 === 1)
      .map(({ x, width }) => box('stage-tint', x, top, width, bottom - top)),
    ...spans.slice(1).map(({ x }) => stroke('stage-line', [x, top], [x, bottom])),
  ];
}
