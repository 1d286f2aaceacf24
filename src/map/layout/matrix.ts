import type { MapContent } from '../content/content.ts';
import { type CellLane, LANES } from '../content/lanes.ts';
import { LABELS } from '../labels.ts';
import type { SceneNode } from '../scene.ts';
import { type Column, centre } from './columns.ts';
import { emotionBand } from './emotion/band.ts';
import { blueprintLine, connectors, laneBlock, laneLabel, laneTraits } from './lanes.ts';
import { box, circle, stroke } from './measured.ts';
import { SIZES } from './sizes.ts';
import { stageBackgrounds, stageHeader } from './stages.ts';
import { briefStepsBlock, type StepsBlock, stepsBlock } from './steps.ts';

/** The matrix of lanes and columns, ready to be drawn at a height. */
export interface Matrix {
  readonly width: number;
  readonly height: number;
  /** Of the stages above it. */
  readonly headHeight: number;
  /** `left` is where the lane labels begin; the columns have their own places. */
  readonly draw: (left: number, y: number) => readonly SceneNode[];
}

interface Row {
  readonly height: number;
  /** The row's own nodes; `right` is the end of the last column. */
  readonly draw: (left: number, y: number, right: number) => readonly SceneNode[];
}

export interface MatrixOptions {
  /** Slanted lines below zero in the emotion curve, for paper. */
  readonly hatched?: boolean;
  /** The cards were shown before: only their names are repeated. */
  readonly briefSteps?: boolean;
  /** The emotion curve takes less height. */
  readonly lowCurve?: boolean;
}

/** Lays out stage headers, cards, the lanes in their zones and the emotion curve for the given columns. */
export function matrixOf(columns: readonly Column[], content: MapContent, options: MatrixOptions = {}): Matrix {
  const last = columns.at(-1);
  const right = last === undefined ? 0 : last.x + last.width;
  const rows = rowsOf(columns, content, options);
  let body = 0;
  for (const { height } of rows) body += height;
  const width = right - (columns[0]?.x ?? 0) + SIZES.laneLabel;
  const header = stageHeader(columns, content);
  const height = header.height + body;
  return {
    width,
    height,
    headHeight: header.height,
    draw: (left, y) => {
      const nodes: SceneNode[] = [...stageBackgrounds(columns, y + header.height, y + height), ...header.draw(y)];
      let top = y + header.height;
      for (const row of rows) {
        nodes.push(...row.draw(left, top, right));
        top += row.height;
      }
      return nodes;
    },
  };
}

function rowsOf(
  columns: readonly Column[],
  content: MapContent,
  { hatched = false, briefSteps = false, lowCurve = false }: MatrixOptions,
): readonly Row[] {
  const { lanes, locale } = content;
  const inZone = (zone: string): readonly CellLane[] => lanes.filter((lane) => LANES[lane].zone === zone);
  const plain = (lane: CellLane): Row => laneRow(lane, columns, content);
  const rows: Row[] = [
    ...lanes.filter((lane) => lane === 'time').map(plain),
    stepsRow(briefSteps ? briefStepsBlock(columns, content) : stepsBlock(columns, content), content),
    ...inZone('customer')
      .filter((lane) => lane !== 'time')
      .map(plain),
  ];
  if (content.showsEmotion) {
    const band = emotionBand(columns, content, { hatched, ...(lowCurve ? { step: 28 } : {}) });
    rows.push({
      height: band.height,
      draw: (left, y, right) => [
        rule(left, right, y),
        ...band.draw(y, left + SIZES.laneLabel, right),
        laneLabel(LABELS.emotion[locale], 'emotion', left, y - 2, 40, content),
      ],
    });
  }
  const blueprint = inZone('blueprint');
  rows.push(...blueprint.map((lane, index) => blueprintRow(lane, blueprint[index - 1], columns, content)));
  rows.push(...inZone('insight').map(plain));
  return rows;
}

function stepsRow(steps: StepsBlock, content: MapContent): Row {
  const padding = 14;
  return {
    height: steps.height + 2 * padding,
    draw: (left, y) => [
      laneLabel(LABELS.steps[content.locale], 'channel', left, y + padding - 4, steps.height, content),
      ...steps.draw(y + padding),
    ],
  };
}

function laneRow(lane: CellLane, columns: readonly Column[], content: MapContent): Row {
  const { height, draw } = laneBlock(lane, columns, content);
  const { label, icon } = laneTraits(lane, content);
  return {
    height,
    draw: (left, y, right) => [
      ...(lane === 'time' ? timeAxis(columns, y) : [rule(left, right, y)]),
      laneLabel(label, icon, left, y, height, content),
      ...draw(y),
    ],
  };
}

/** Room for the name of the line above the lane. */
const lineRoom = 24;

function blueprintRow(
  lane: CellLane,
  upper: CellLane | undefined,
  columns: readonly Column[],
  content: MapContent,
): Row {
  const { height, draw } = laneBlock(lane, columns, content);
  const { label, icon, line = '' } = laneTraits(lane, content);
  return {
    height: height + lineRoom,
    draw: (left, y, right) => [
      ...blueprintLine(line, left, right, y + lineRoom, content),
      ...(upper === undefined ? [] : connectors(upper, lane, columns, y + lineRoom)),
      laneLabel(label, icon, left, y + lineRoom, height, content),
      ...draw(y + lineRoom),
    ],
  };
}

/** A line with a tick for each touchpoint, broken by "//" where a day or more passes. */
function timeAxis(columns: readonly Column[], y: number): readonly SceneNode[] {
  const [first] = columns;
  const last = columns.at(-1);
  if (first === undefined || last === undefined) return [];
  const marks = columns.flatMap((column) => {
    const [touchpoint] = column.touchpoints;
    const x = centre(column);
    const breaks =
      column.folded || touchpoint === undefined
        ? []
        : [
            ...(touchpoint.longTime.before ? [column.x] : []),
            ...(touchpoint.longTime.waiting ? [x + column.width / 4] : []),
          ];
    return [circle('axis-tick', x, y, 3)].concat(breaks.flatMap((at) => axisBreak(at, y)));
  });
  return [stroke('axis', [first.x, y], [last.x + last.width, y]), ...marks];
}

function axisBreak(x: number, y: number): readonly SceneNode[] {
  return [
    box('paper', x - 4, y - 3, 8, 6),
    stroke('axis', [x - 6, y + 6], [x - 1, y - 6]),
    stroke('axis', [x + 1, y + 6], [x + 6, y - 6]),
  ];
}

function rule(left: number, right: number, y: number): SceneNode {
  return stroke('lane-line', [left, y], [right, y]);
}
