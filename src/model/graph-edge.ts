import type { GraphEdge, GraphEnd, GraphNode, Way, WayKind } from './graph.ts';
import type { Touchpoint } from './journey.ts';
import type { Path } from './path.ts';
import type { Reference } from './values.ts';

/** A way followed so far: how it began, and what it went over. */
export interface Trail {
  readonly path: Path;
  readonly before?: Trail;
  /** The touchpoint that `path` leaves, unless it is where the way begins. */
  readonly over?: Touchpoint;
}

export class Edge implements GraphEdge {
  readonly index: number;
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly kind: WayKind;
  readonly paths: Way['paths'];
  readonly over: Way['over'];
  readonly share?: number;
  readonly carries: readonly Reference[];
  readonly transfer: boolean;

  constructor(index: number, from: GraphNode, to: GraphNode, kind: WayKind, { paths, over, share }: Way) {
    this.index = index;
    this.from = from;
    this.to = to;
    this.kind = kind;
    this.paths = paths;
    this.over = over;
    if (share !== undefined) this.share = share;
    const [only] = paths;
    this.carries = paths.length === 1 ? only.carries : paths.flatMap((path) => path.carries);
    this.transfer = paths.length === 1 ? only.transfer : paths.some((path) => path.transfer);
  }
}

/** A trail as one way. */
export function wayOf(trail: Trail): Way {
  if (trail.before === undefined) {
    const { path } = trail;
    return path.share === undefined
      ? { paths: [path], over: nothing }
      : { paths: [path], over: nothing, share: path.share.ratio };
  }
  const later: Path[] = [];
  const over: Touchpoint[] = [];
  let first = trail;
  while (first.before !== undefined) {
    later.push(first.path);
    if (first.over !== undefined) over.push(first.over);
    first = first.before;
  }
  const paths = [first.path, ...later.toReversed()] as const;
  return { paths, over: over.toReversed(), ...shareAlong(paths.map((path) => path.share?.ratio)) };
}

const nothing: readonly never[] = [];

/** Several ways, one after the other, seen as one. */
export function joined(ways: readonly [GraphEdge, ...(GraphEdge | GraphEnd)[]]): Way {
  const [first, ...rest] = ways;
  const over: Touchpoint[] = [...first.over];
  for (const way of rest) over.push(way.from.touchpoint, ...way.over);
  return {
    paths: [...first.paths, ...rest.flatMap((way) => way.paths)],
    over,
    ...shareAlong(ways.map((way) => way.share)),
  };
}

function shareAlong(shares: readonly (number | undefined)[]): { share?: number } {
  const written = shares.filter((share) => share !== undefined);
  return written.length === 0 ? {} : { share: written.reduce((product, share) => product * share, 1) };
}
