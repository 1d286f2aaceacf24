import type { JointContent } from '../content/content.ts';
import type { Locale } from '../../model/text.ts';
import type { Column } from './columns.ts';
import { round } from './measured.ts';
import { routeLabel } from './route-label.ts';
import { SIZES } from './sizes.ts';

/** Where the ways between the cards run. */
export interface Routes {
  readonly joints: readonly PlacedJoint[];
  /** How many tracks each gutter needs. */
  readonly tracks: Readonly<Record<Gutter, number>>;
}

/** Above the main row, between the two rows, below the second row. */
type Gutter = 'above' | 'between' | 'below';

export interface PlacedJoint {
  readonly content: JointContent;
  readonly via: 'straight' | Gutter;
  /** Places of the two columns in the list of columns. */
  readonly from: number;
  readonly to: number;
  readonly fromRow: 0 | 1;
  readonly toRow: 0 | 1;
  /** Counted from the cards outwards; 0 for a straight way. */
  readonly track: number;
  readonly x1: number;
  readonly x2: number;
  readonly labelX: number;
}

/** A way between two columns, by their places in the list of columns. */
export interface ColumnJoint {
  readonly content: JointContent;
  readonly from: number;
  readonly to: number;
}

/**
 * Gives every way its place: straight to the next card of the same row, otherwise along a track of a gutter, where no two
 * ways overlap. Ways back run above the cards.
 */
export function routesOf(
  columns: readonly Column[],
  rows: readonly (0 | 1)[],
  joints: readonly ColumnJoint[],
  locale: Locale,
): Routes {
  const anchors = new Anchors(columns);
  const drafts = joints.map((joint) => draftOf(joint, rows, anchors, locale));
  const tracks = { above: 0, between: 0, below: 0 };
  const placed = new Map<Draft, number>();
  for (const gutter of ['above', 'between', 'below'] as const) {
    const own = drafts.filter(({ via }) => via === gutter).toSorted((a, b) => length(a) - length(b) || a.x1 - b.x1);
    tracks[gutter] = assign(own, placed);
  }
  return { joints: drafts.map((draft) => withTrack(draft, placed.get(draft) ?? 0)), tracks };
}

interface Draft extends Omit<PlacedJoint, 'track'> {
  readonly labelWidth: number;
}

type Side = 'top' | 'bottom';

function draftOf(joint: ColumnJoint, rows: readonly (0 | 1)[], anchors: Anchors, locale: Locale): Draft {
  const { content, from, to } = joint;
  const fromRow = rows[from] ?? 0;
  const toRow = rows[to] ?? 0;
  const via = gutterOf(joint, rows);
  if (via === 'straight') {
    return { content, via, from, to, fromRow, toRow, ...anchors.straight(from, to), labelX: 0, labelWidth: 0 };
  }
  const side = (row: 0 | 1): Side => (via === 'above' || (via === 'between' && row === 1) ? 'top' : 'bottom');
  const x1 = anchors.leave(from, side(fromRow));
  const x2 = anchors.arrive(to, side(toRow));
  const labelWidth = routeLabel(content, locale)?.width ?? 0;
  return {
    content,
    via,
    from,
    to,
    fromRow,
    toRow,
    x1,
    x2,
    labelX: labelPlace(x1, x2, labelWidth, anchors.gap(from, to)),
    labelWidth,
  };
}

function withTrack(draft: Draft, track: number): PlacedJoint {
  return { ...draft, track };
}

function gutterOf({ from, to }: ColumnJoint, rows: readonly (0 | 1)[]): PlacedJoint['via'] {
  const row = rows[from] ?? 0;
  if (row !== rows[to]) return 'between';
  const forwards = to > from;
  if (forwards && !rows.slice(from + 1, to).includes(row)) return 'straight';
  if (row === 1) return 'below';
  return forwards ? 'between' : 'above';
}

/** Ways leave a card on its right half and arrive on its left half, each at a place of its own. */
class Anchors {
  readonly #columns: readonly Column[];
  readonly #used = new Map<string, number>();

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  straight(from: number, to: number): { readonly x1: number; readonly x2: number } {
    const { left } = this.#card(to);
    const card = this.#card(from);
    return { x1: round(card.left + card.width), x2: round(left) };
  }

  leave(index: number, side: Side): number {
    const { left, width } = this.#card(index);
    return round(left + width * (0.58 + 0.3 * spread(this.#next(`${index} ${side} out`))));
  }

  arrive(index: number, side: Side): number {
    const { left, width } = this.#card(index);
    return round(left + width * (0.42 - 0.3 * spread(this.#next(`${index} ${side} in`))));
  }

  /** The middle between a card and its neighbour on the way to another one: nothing leaves or arrives there. */
  gap(from: number, to: number): number {
    const { x = 0, width = 0 } = this.#columns[from] ?? {};
    return to > from ? x + width : x;
  }

  #card(index: number): { readonly left: number; readonly width: number } {
    const { x = 0, width = 0 } = this.#columns[index] ?? {};
    return { left: x + SIZES.columnPadding, width: width - 2 * SIZES.columnPadding };
  }

  #next(key: string): number {
    const count = this.#used.get(key) ?? 0;
    this.#used.set(key, count + 1);
    return count;
  }
}

/** 0, 1/2, 1/4, 3/4, 1/8…: always between the places that are taken, however many there are. */
function spread(index: number): number {
  if (index === 0) return 0;
  let result = 0;
  let digit = 0.5;
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result += digit;
    digit /= 2;
  }
  return result;
}

/** Beside the card that the way leaves, where no other way goes up or down; in the middle of a short one. */
function labelPlace(x1: number, x2: number, width: number, gap: number): number {
  const room = Math.min(Math.abs(gap - x1), Math.abs(x2 - gap));
  return round((room < width / 2 + 8 ? (x1 + x2) / 2 : gap) - width / 2);
}

const margin = 8;

function interval({ x1, x2, labelX, labelWidth }: Draft): readonly [left: number, right: number] {
  const label = labelWidth === 0 ? [] : [labelX, labelX + labelWidth];
  return [Math.min(x1, x2, ...label) - margin, Math.max(x1, x2, ...label) + margin];
}

function length(draft: Draft): number {
  const [left, right] = interval(draft);
  return right - left;
}

/** The first free track for each, shortest ways first, so that they stay next to their cards. Returns how many it took. */
function assign(drafts: readonly Draft[], placed: Map<Draft, number>): number {
  const tracks: (readonly [number, number])[][] = [];
  for (const draft of drafts) {
    const [left, right] = interval(draft);
    let track = tracks.findIndex((taken) => taken.every(([from, to]) => right <= from || left >= to));
    if (track === -1) track = tracks.push([]) - 1;
    tracks[track]?.push([left, right]);
    placed.set(draft, track);
  }
  return tracks.length;
}
