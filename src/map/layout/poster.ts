import type { Scene } from '../scene.ts';
import { PAPER } from './paper.ts';

export type PosterSize = 'a1' | 'a0';

/**
 * A map on one large sheet, as large as it can be: in as many bands as make the best of the sheet. Nothing when it would be too
 * small to be read.
 *
 * @param draw the map in bands of at most this width; in one for `undefined`
 */
export function posterScene(size: PosterSize, draw: (wrapAt: number | undefined) => Scene): Scene | undefined {
  const paper = PAPER[size];
  const zoomOf = ({ width, height }: Scene): number => Math.min(paper.width / width, paper.height / height);
  const whole = draw(undefined);
  const others = [2, 3, 4, 5].map((bands) => draw(whole.width / bands + SLACK));
  let best = whole;
  for (const scene of others) if (zoomOf(scene) > zoomOf(best)) best = scene;
  const zoom = zoomOf(best);
  if (zoom < least) return undefined;
  const { sticky: _, ...rest } = best;
  const [width, height] = [paper.width / zoom, paper.height / zoom];
  return {
    ...rest,
    zoom,
    width,
    height,
    nodes: [{ kind: 'box', style: 'paper', x: 0, y: 0, width, height }, ...rest.nodes],
  };
}

/** Makes 8 pt of the smallest text. */
const least = 0.97;

/** Stages are kept together, so bands are never equally long. */
const SLACK = 240;
