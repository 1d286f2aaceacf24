import type { MapContent, StageContent } from '../content/content.ts';
import { LABELS } from '../labels.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { columnsOf } from './columns.ts';
import { frictionsBlock } from './frictions.ts';
import { headerBlock } from './header.ts';
import { legendBlock } from './legend.ts';
import { matrixOf } from './matrix.ts';
import { box, icon, type Measured, measuredText } from './measured.ts';
import { minimapBlock } from './minimap.ts';
import { FONTS, SIZES } from './sizes.ts';

export interface WideOptions {
  /** Stages that are drawn as one column. */
  readonly folded: (stage: StageContent) => boolean;
  readonly showsFrictions: boolean;
  /** What the last line says about where the picture comes from. */
  readonly footer: string;
  /** How much of the picture is seen at once: what stands above and below the matrix is no wider. */
  readonly room?: number;
  /** Bands no wider than this, one below the other; without it everything stands in one band. */
  readonly wrapAt?: number;
  /** Columns grow in steps. */
  readonly steady?: boolean;
}

/** From here on a small picture of the whole stands above the matrix. */
const minimapFrom = 20;

/** The whole map in one picture: header, matrix, the worst findings, legend. */
export function wideScene(content: MapContent, options: WideOptions): Scene {
  const { folded, showsFrictions, footer, wrapAt, room, steady } = options;
  const left = SIZES.page;
  const columnsLeft = left + SIZES.laneLabel;
  const bands = bandsOf(content, folded, wrapAt).map((stages) =>
    matrixOf(columnsOf(content, stages, folded, columnsLeft, steady), content),
  );
  const empty = content.touchpoints.length === 0;
  const least = room === undefined ? 1060 : room - 2 * SIZES.page;
  const inner = Math.max(least, ...bands.map(({ width }) => width));
  const readable = Math.min(inner, room === undefined ? 2200 : least);
  const parts: Measured[] = [headerBlock(content, readable)];
  if (content.touchpoints.length > minimapFrom) parts.push(minimapBlock(content, Math.min(readable, 1400)));
  const matrices = empty
    ? [emptyBlock(content, readable)]
    : bands.map(({ width, height, draw }): Measured => ({ width, height, draw }));
  parts.push(...matrices);
  if (showsFrictions) parts.push(frictionsBlock(content, Math.min(readable, 1900)));
  parts.push(legendBlock(content, readable, footer));

  const nodes: SceneNode[] = [];
  const width = inner + 2 * SIZES.page;
  let y = SIZES.page;
  let sticky: Scene['sticky'];
  for (const part of parts) {
    if (part.height === 0) continue;
    if (part === matrices[0] && !empty && matrices.length === 1) {
      sticky = { left: columnsLeft, top: y, bottom: y + (bands[0]?.headHeight ?? 0) };
    }
    nodes.push(...part.draw(left, y));
    y += part.height + 24;
  }
  const height = Math.ceil(y - 24 + SIZES.page);
  return {
    width: Math.ceil(width),
    height,
    locale: content.locale,
    title: content.title,
    description: content.summary,
    nodes: [box('paper', 0, 0, Math.ceil(width), height), ...nodes],
    ...(sticky === undefined ? {} : { sticky }),
  };
}

/** Stages are kept together; one that is wider than a band has a band of its own. */
function bandsOf(
  content: MapContent,
  folded: (stage: StageContent) => boolean,
  wrapAt: number | undefined,
): readonly (readonly StageContent[])[] {
  if (wrapAt === undefined) return [content.stages];
  const bands: StageContent[][] = [];
  let used = 0;
  for (const stage of content.stages) {
    let own = 0;
    for (const { width } of columnsOf(content, [stage], folded, 0)) own += width;
    if (bands.length === 0 || used + own > wrapAt - SIZES.laneLabel) {
      bands.push([]);
      used = 0;
    }
    bands.at(-1)?.push(stage);
    used += own;
  }
  return bands;
}

function emptyBlock({ locale }: MapContent, width: number): Measured {
  const message = measuredText(LABELS.empty[locale], 'text', {
    font: FONTS.title,
    width: width - 40,
    locale,
    align: 'middle',
  });
  const hint = measuredText(LABELS.emptyHint[locale], 'text-muted', {
    font: FONTS.body,
    width: width - 40,
    locale,
    align: 'middle',
  });
  const height = 180;
  return {
    width,
    height,
    draw: (x, y) => [
      box('panel', x, y, width, height, 10),
      icon('channel', 'icon-muted', 28, x + width / 2 - 14, y + 44),
      ...message.draw(x + 20, y + 88),
      ...hint.draw(x + 20, y + 112),
    ],
  };
}
