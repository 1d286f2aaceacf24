import type { MapContent, StageContent } from '../content/content.ts';
import { LANES, type Lane } from '../content/lanes.ts';
import { LABELS } from '../labels.ts';
import type { Scene, SceneNode } from '../scene.ts';
import { type Column, columnsOf } from './columns.ts';
import { frictionsBlock } from './frictions.ts';
import { headerBlock } from './header.ts';
import { legendBlock } from './legend.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { box, empty, type Measured, measuredText, stack } from './measured.ts';
import { minimapBlock } from './minimap.ts';
import { PAPER, type PaperSize } from './paper.ts';
import { FONTS, SIZES } from './sizes.ts';

export interface PagesOptions {
  readonly size: PaperSize;
  readonly folded: (stage: StageContent) => boolean;
  readonly footer: string;
}

/** How the matrix is cut into pages. */
interface Cut extends PagesOptions {
  readonly lowCurve?: boolean;
  /** How much narrower than they would be columns may become. */
  readonly narrowest?: number;
}

/**
 * What saves paper, the best to read first: a lower curve takes a lane onto the page that it had pushed to the next, narrower
 * columns a touchpoint that would stand on a page of its own. Either may also be in vain.
 */
const CUTS: readonly Omit<Cut, keyof PagesOptions>[] = [
  {},
  { narrowest: 0.9 },
  { narrowest: 0.9, lowCurve: true },
  { lowCurve: true },
];

function fewest(all: readonly (readonly Scene[])[]): readonly Scene[] {
  const least = Math.min(...all.map(({ length }) => length));
  return all.find(({ length }) => length === least) ?? [];
}

const margin = 36;
const headHeight = 34;
const footHeight = 26;

/**
 * The map on pages: first who, why and what is worst, on a page of its own or at the side of a large sheet, then the matrix, in
 * pieces that keep stages together as far as a page is wide and repeat the stages, steps and lane labels. Nothing is scaled down, so print stays at 8 pt or more.
 */
export function pageScenes(content: MapContent, options: PagesOptions): readonly Scene[] {
  const paper = PAPER[options.size];
  if (!isLarge(options.size)) return fewest(CUTS.map((cut) => scenesOn(paper, content, { ...options, ...cut })));
  const plain = scenesOn(paper, content, options);
  // As large as it takes no more sheets.
  for (const zoom of [1.5, 1.4, 1.3, 1.2, 1.1]) {
    const larger = scenesOn({ width: paper.width / zoom, height: paper.height / zoom }, content, options);
    if (larger.length <= plain.length) return larger.map((scene) => withZoom(scene, zoom));
  }
  return plain;
}

function withZoom(scene: Scene, zoom: number): Scene {
  return { ...scene, zoom };
}

function isLarge(size: PaperSize): boolean {
  return size === 'a1' || size === 'a0';
}

function scenesOn(paper: Room, content: MapContent, cut: Cut): readonly Scene[] {
  const { size, footer } = cut;
  const { width, height } = paper;
  const room = { width: width - 2 * margin, height: height - 2 * margin - headHeight - footHeight };
  const begun = isLarge(size) ? sheetWithSide(content, cut, room) : undefined;
  const pages: Page[] = begun === undefined ? coverPages(content, room) : [begun.page];
  for (const stages of sheetsOf(begun?.rest ?? content.stages, content, cut, room.width - SIZES.laneLabel)) {
    for (const page of matrixPages(stages, content, cut, room)) {
      const last = pages.at(-1);
      const joined = last === undefined || last.stages.length === 0 ? undefined : joinPages(last, page);
      if (joined === undefined || joined.body.height > room.height) pages.push(page);
      else pages.splice(-1, 1, joined);
    }
  }
  return pages.map((page, index) => sceneOf(page, index, pages.length, content, paper, footer));
}

/** Width of what stands at the side of a large sheet, and its distance from the matrix. */
const side = { width: 860, gap: 40 } as const;

/** The first of several large sheets: who, why and what is worst beside the first stages. Nothing when these are too high. */
function sheetWithSide(
  content: MapContent,
  cut: Cut,
  room: Room,
): { readonly page: Page; readonly rest: readonly StageContent[] } | undefined {
  const frictions = content.showsFrictions ? frictionsBlock(content, side.width) : empty;
  const cover = stack([headerBlock(content, side.width), frictions, legendBlock(content, side.width, '')], 28);
  const beside = { ...room, width: room.width - side.width - side.gap };
  const [stages = [], ...rest] = sheetsOf(content.stages, content, cut, beside.width - SIZES.laneLabel);
  const [matrix, ...more] = matrixPages(stages, content, cut, beside, side.width + side.gap);
  if (matrix === undefined || more.length > 0 || cover.height > room.height) return undefined;
  const { body } = matrix;
  const height = Math.max(cover.height, body.height);
  return {
    page: {
      stages,
      body: {
        width: room.width,
        height,
        draw: (x, y) => [...cover.draw(x, y), ...body.draw(x + side.width + side.gap, y)],
      },
    },
    rest: rest.flat(),
  };
}

/** Two low pieces of the matrix on one page. */
function joinPages(a: Page, b: Page): Page {
  return { body: stack([a.body, b.body], 28), stages: [...a.stages, ...b.stages] };
}

/** In pixels: nobody reads wider sentences, however large the sheet is. */
const widestText = 2200;

interface Room {
  readonly width: number;
  readonly height: number;
}

interface Page {
  readonly body: Measured;
  /** The stages that it shows; empty for the cover. */
  readonly stages: readonly StageContent[];
}

function coverPages(content: MapContent, room: Room): Page[] {
  const width = Math.min(room.width, widestText);
  const header = headerBlock(content, width);
  const overview = content.touchpoints.length > 0 ? [minimapBlock(content, width)] : [];
  const frictions = content.showsFrictions ? frictionsBlock(content, width) : empty;
  const legend = legendBlock(content, width, '');
  const wholes = [
    [header, ...overview, frictions, legend],
    [header, frictions, legend],
  ].map((parts) => stack(parts, 22));
  const fitting = wholes.find(({ height }) => height <= room.height);
  if (fitting !== undefined) return [{ body: fitting, stages: [] }];
  const rest = stack([frictions, legend], 22);
  const first = stack([header, ...overview], 22);
  const parts = first.height <= room.height ? [first, rest] : [header, stack([...overview, rest], 22)];
  return parts.map((body) => ({ body, stages: [] }));
}

/** What stands side by side on one page: whole stages where they fit, otherwise as many touchpoints as do. */
function sheetsOf(
  stages: readonly StageContent[],
  content: MapContent,
  { folded, narrowest = 1 }: Cut,
  room: number,
): readonly (readonly StageContent[])[] {
  const most = room / narrowest;
  const sheets: StageContent[][] = [];
  let used = most;
  const put = (piece: StageContent, width: number): void => {
    if (used + width > most) {
      sheets.push([]);
      used = 0;
    }
    sheets.at(-1)?.push(piece);
    used += width;
  };
  for (const stage of stages) {
    // A stage that no page can hold begins beside what stands on the last one already.
    const pieces = folded(stage) ? [stage] : piecesOf(stage, content, most, used);
    for (const piece of pieces) put(piece, widthOf(piece, content, folded));
  }
  return sheets;
}

/** @param used width of what stands on the page on which the stage may begin */
function piecesOf(stage: StageContent, content: MapContent, most: number, used: number): readonly StageContent[] {
  const whole = (piece: StageContent): number => widthOf(piece, content, () => false);
  if (whole(stage) <= most) return [stage];
  const pieces: StageContent[] = [];
  let rest = stage.touchpoints;
  let free = most - used;
  while (rest.length > 0) {
    let count = 0;
    while (count < rest.length && whole(partOf(stage, rest.slice(0, count + 1))) <= free) count += 1;
    // On a page of its own there is always one.
    if (free === most) count = Math.max(1, count);
    if (count > 0) pieces.push(partOf(stage, rest.slice(0, count)));
    rest = rest.slice(count);
    free = most;
  }
  return pieces;
}

function partOf(stage: StageContent, touchpoints: StageContent['touchpoints']): StageContent {
  return { ...stage, touchpoints };
}

function widthOf(stage: StageContent, content: MapContent, folded: (stage: StageContent) => boolean): number {
  let width = 0;
  for (const column of columnsOf(content, [stage], folded, 0)) width += column.width;
  return width;
}

/** One page, or several with some of the lanes each when they are too high for one. */
function matrixPages(
  stages: readonly StageContent[],
  content: MapContent,
  { folded, lowCurve = false, narrowest = 1 }: Cut,
  room: Room,
  indent = 0,
): readonly Page[] {
  const columns = stretched(
    columnsOf(content, stages, folded, margin + indent + SIZES.laneLabel),
    room.width - SIZES.laneLabel,
    narrowest,
  );
  const pages: Page[] = [];
  const draw = (lanes: readonly Lane[]): Matrix =>
    matrixOf(columns, withLanes(content, lanes), { hatched: true, lowCurve, briefSteps: pages.length > 0 });
  let lanes: Lane[] = [];
  for (const lane of lanesInOrder(content, stages)) {
    // The cards with all the ways between them may fill a page alone; their names with one lane never do.
    if ((lanes.length > 0 || pages.length === 0) && draw([...lanes, lane]).height > room.height) {
      pages.push({ body: draw(lanes), stages });
      lanes = [];
    }
    lanes.push(lane);
  }
  return lanes.length === 0 && pages.length > 0 ? pages : [...pages, { body: draw(lanes), stages }];
}

/** Columns that fill the page, as far as they do not become much wider than they need to be, and no more than it. */
function stretched(columns: readonly Column[], room: number, narrowest: number): readonly Column[] {
  let total = 0;
  for (const { width } of columns) total += width;
  const factor = Math.max(narrowest, Math.min(1.5, room / total));
  let x = columns[0]?.x ?? 0;
  return columns.map((column) => {
    const wider = withPlace(column, x, column.width * factor);
    x += wider.width;
    return wider;
  });
}

function withPlace(column: Column, x: number, width: number): Column {
  return { ...column, x, width };
}

/** From top to bottom, as the matrix has them; without those that have nothing in these stages. */
function lanesInOrder({ lanes, showsEmotion }: MapContent, stages: readonly StageContent[]): readonly Lane[] {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  const filled = lanes.filter((lane) => touchpoints.some(({ cells }) => (cells[lane] ?? []).length > 0));
  const first = filled.filter((lane) => LANES[lane].zone === 'customer');
  const rest = filled.filter((lane) => LANES[lane].zone !== 'customer');
  return [...first, ...(showsEmotion ? ['emotion' as const] : []), ...rest];
}

function withLanes(content: MapContent, lanes: readonly Lane[]): MapContent {
  return {
    ...content,
    lanes: content.lanes.filter((lane) => lanes.includes(lane)),
    showsEmotion: lanes.includes('emotion'),
  };
}

function sceneOf(
  { body, stages }: Page,
  index: number,
  count: number,
  content: MapContent,
  page: Room,
  footer: string,
): Scene {
  const { locale, title, header } = content;
  // A single column can be higher than a page, and then the page grows: nothing is lost.
  const height = Math.max(page.height, Math.ceil(body.height + 2 * margin + headHeight + footHeight));
  const inner = page.width - 2 * margin;
  const names = [...new Set([stages[0]?.title, stages.at(-1)?.title])].filter((name) => name !== undefined);
  const where = [`${index + 1}/${count}`, names.join(' → ')].filter((part) => part !== '').join(' ');
  const head = measuredText(index === 0 ? LABELS.journeyMap[locale] : `${title} · ${header.badge}`, 'text', {
    maxLines: 1,
    font: FONTS.strong,
    width: inner,
    locale,
  });
  const foot = measuredText(footer, 'text-muted', { maxLines: 1, font: FONTS.small, width: inner * 0.6, locale });
  const number = measuredText(where, 'text', {
    maxLines: 1,
    font: FONTS.smallStrong,
    width: inner * 0.38,
    locale,
    align: 'end',
  });
  const nodes: SceneNode[] = [
    box('paper', 0, 0, page.width, height),
    ...head.draw(margin, margin),
    ...body.draw(margin, margin + headHeight),
    ...foot.draw(margin, height - margin - foot.height),
    ...number.draw(page.width - margin - number.width, height - margin - number.height),
  ];
  return {
    width: page.width,
    height,
    locale,
    title,
    description: content.summary,
    nodes,
  };
}
