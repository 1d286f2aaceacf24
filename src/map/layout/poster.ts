import type { Scene } from '../scene.ts';

/** Large paper, in CSS pixels (96 to the inch): landscape. */
const PAPER = {
  a1: { width: 3179, height: 2245 },
  a0: { width: 4494, height: 3179 },
} as const;

export type PosterSize = keyof typeof PAPER;

/**
 * A map on one large sheet, as large as it can be: in as many bands as make the best of the sheet.
 *
 * @param draw the map in bands of at most this width; in one for `undefined`
 */
export function posterScene(size: PosterSize, draw: (wrapAt: number | undefined) => Scene): Scene {
  const paper = PAPER[size];
  const zoomOf = ({ width, height }: Scene): number => Math.min(paper.width / width, paper.height / height);
  const whole = draw(undefined);
  const others = [2, 3, 4, 5].map((bands) => draw(whole.width / bands + SLACK));
  let best = whole;
  for (const scene of others) if (zoomOf(scene) > zoomOf(best)) best = scene;
  const { sticky: _, ...rest } = best;
  const zoom = zoomOf(best);
  const [width, height] = [paper.width / zoom, paper.height / zoom];
  return {
    ...rest,
    zoom,
    width,
    height,
    nodes: [{ kind: 'box', style: 'paper', x: 0, y: 0, width, height }, ...rest.nodes],
  };
}

/** Stages are kept together, so bands are never equally long. */
const SLACK = 240;
