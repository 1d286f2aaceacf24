import type { Graph, GraphEdge, GraphEnd, GraphNode, Way, WayKind } from './graph.ts';
import { Edge, joined, type Trail, wayOf } from './graph-edge.ts';
import { groupBy } from './group-by.ts';
import type { Journey, Stage, Touchpoint } from './journey.ts';
import { lazy } from './lazy.ts';
import type { Path } from './path.ts';
import { waysFrom } from './paths.ts';
import { placesWith, type SoughtStatement } from './statements.ts';
import type { Reference } from './values.ts';
import type { EndKind } from './words.ts';

/** The graph with every touchpoint and every path, whomever they are for. */
export function graphOf(journey: Journey): Graph {
  return graphFor(journey, undefined);
}

/** The graph as one persona goes through it. */
export function graphFor(journey: Journey, persona: string | undefined): Graph {
  return new Builder(journey, persona).build();
}

/**
 * To as many different places one way is passed on over touchpoints that a persona does not see, nearest first. Without a limit
 * n such touchpoints, each with a way in and a way out, have n² ways.
 */
const MOST_PASSED_ON_TO = 64;

/**
 * To as many different places ways lead around the optional touchpoints after one touchpoint, nearest first. More than a few in
 * a row are already unlikely; without a limit a row of n of them has n²/2 ways.
 */
const MOST_SKIPPED_TO = 16;

interface MutableNode extends GraphNode {
  out: GraphEdge[];
  in: GraphEdge[];
  readonly ends: GraphEnd[];
  readonly open: Path[];
}

interface Spot {
  readonly touchpoint: Touchpoint;
  readonly stage: Stage;
  /** Place in the text. */
  readonly at: number;
  /** Missing when the persona does not see it. */
  readonly node: MutableNode | undefined;
}

/** Where a way arrives, once unseen touchpoints are passed. */
type Arrival =
  | { readonly node: MutableNode; readonly trail: Trail }
  | { readonly end: EndKind; readonly implied: boolean; readonly trail: Trail };

class Builder {
  readonly #journey: Journey;
  readonly #persona: string | undefined;
  readonly #spots: Spot[] = [];
  readonly #byKey = new Map<string, Spot>();
  readonly #waysFrom: ReadonlyMap<string, readonly Path[]>;
  /** For each place in the text, the next visible node after it. */
  readonly #nextSeen: (MutableNode | undefined)[] = [];
  readonly #nodes: MutableNode[] = [];
  readonly #edges: GraphEdge[] = [];
  readonly #ends: GraphEnd[] = [];

  constructor(journey: Journey, persona: string | undefined) {
    this.#journey = journey;
    this.#persona = persona;
    this.#waysFrom = waysFrom(journey);
    for (const stage of journey.stages) for (const touchpoint of stage.touchpoints) this.#addSpot(touchpoint, stage);
    let seen = 0;
    for (const { at, node } of this.#spots) {
      if (node === undefined) continue;
      this.#nextSeen.fill(node, seen, at);
      seen = at;
    }
  }

  build(): Graph {
    for (const spot of this.#spots) if (spot.node !== undefined) this.#connect(spot.node, spot);
    for (const node of this.#nodes) this.#skipFrom(node);
    for (const edge of this.#edges) {
      const to = edge.to as MutableNode;
      to.in = extended(to.in, edge);
    }
    const byStage = lazy(() => groupBy(this.#nodes, ({ stage }) => stage.key));
    const saying = new Map<SoughtStatement, readonly GraphNode[]>();
    const nodesWith = (statement: SoughtStatement): readonly GraphNode[] => {
      let nodes = saying.get(statement);
      if (nodes === undefined) saying.set(statement, (nodes = this.#nodesAt(placesWith(this.#journey, statement))));
      return nodes;
    };
    return {
      journey: this.#journey,
      ...(this.#persona === undefined ? {} : { persona: this.#persona }),
      nodes: this.#nodes,
      edges: this.#edges,
      ends: this.#ends,
      entries: entriesOf(this.#nodes[0]),
      node: (key) => this.#byKey.get(key)?.node,
      nodesIn: (stage) => byStage().get(stage) ?? [],
      nodesWith,
    };
  }

  #nodesAt(places: readonly number[]): readonly GraphNode[] {
    const nodes: GraphNode[] = [];
    for (const place of places) {
      const node = this.#spots[place]?.node;
      if (node !== undefined) nodes.push(node);
    }
    return nodes;
  }

  #isFor(personas: readonly Reference[]): boolean {
    return (
      this.#persona === undefined || personas.length === 0 || personas.some((persona) => persona.key === this.#persona)
    );
  }

  #addSpot(touchpoint: Touchpoint, stage: Stage): void {
    const node = this.#isFor(touchpoint.personas) ? this.#addNode(touchpoint, stage) : undefined;
    const spot = { touchpoint, stage, at: this.#spots.length, node };
    this.#spots.push(spot);
    this.#nextSeen.push(undefined);
    this.#byKey.set(touchpoint.key, spot);
  }

  #addNode(touchpoint: Touchpoint, stage: Stage): MutableNode {
    const node = {
      index: this.#nodes.length,
      key: touchpoint.key,
      touchpoint,
      stage,
      out: [],
      in: [],
      ends: [],
      open: [],
    };
    this.#nodes.push(node);
    return node;
  }

  #connect(node: MutableNode, spot: Spot): void {
    for (const path of this.#waysOn(spot)) {
      const next = path.kind === 'next' ? this.#nextAlong(path, spot) : undefined;
      // As nearly everywhere.
      if (next !== undefined) this.#addEdge(node, next, 'next', wayOf({ path }));
      else if (path.to === undefined && path.end === undefined) node.open.push(path);
      else if (path.to !== undefined && !this.#byKey.has(path.to)) node.open.push(path);
      else this.#lead(node, path, spot);
    }
  }

  /** Adds the edges and ends that a path makes: one, unless it leads to a touchpoint that the persona does not see. */
  #lead(node: MutableNode, path: Path, spot: Spot): void {
    const trail = { path };
    const direct = this.#placeOf(trail, spot);
    if (direct === undefined) return;
    if ('trail' in direct) this.#add(node, direct, path.kind);
    else for (const arrival of this.#follow(trail, spot)) this.#add(node, arrival, path.kind);
  }

  /** The written and default ways that the persona can take from here. */
  #waysOn(spot: Spot): readonly Path[] {
    const written = this.#waysFrom.get(spot.touchpoint.key) ?? [];
    const [only] = written;
    // As nearly everywhere: one way, for everybody.
    if (only?.kind === 'next' && written.length === 1 && only.personas.length === 0) return written;
    const all = written.filter((path) => path.share?.ratio !== 0);
    const own = all.filter((path) => this.#isFor(path.personas));
    // Someone who passes a touchpoint that is not for them may find every way on from it to be for others, too.
    const ways = spot.node === undefined && !own.some((path) => sortOf(path) === 'on') ? all : own;
    return ways.filter(
      (path) => !this.#leadsPast(path) || !ways.some((other) => sortOf(other) === sortOf(path) && this.#isMeant(other)),
    );
  }

  /** A written way to a touchpoint that the persona does not see. */
  #leadsPast(path: Path): boolean {
    if (path.to === undefined || path.kind === 'next') return false;
    const target = this.#byKey.get(path.to);
    return target !== undefined && target.node === undefined;
  }

  /** A way that is there for this persona: it says so, or the touchpoint that it leads to. */
  #isMeant(path: Path): boolean {
    const target = path.to === undefined ? undefined : this.#byKey.get(path.to);
    return target?.node !== undefined && (path.personas.length > 0 || target.touchpoint.personas.length > 0);
  }

  /** Where a path to an unseen touchpoint leads in the end. */
  #follow(start: Trail, from: Spot): readonly Arrival[] {
    const arrivals = new Map<MutableNode | EndKind, Arrival>();
    const passed = new Set<Spot>();
    let trails: { readonly trail: Trail; readonly from: Spot }[] = [{ trail: start, from }];
    while (trails.length > 0 && arrivals.size < MOST_PASSED_ON_TO) {
      const longer: typeof trails = [];
      for (const { trail, from: last } of trails) {
        const place = this.#placeOf(trail, last);
        if (place === undefined) continue;
        if ('trail' in place) {
          const key = 'node' in place ? place.node : place.end;
          if (!arrivals.has(key)) arrivals.set(key, place);
        } else if (!passed.has(place)) {
          passed.add(place);
          const ways = this.#waysOn(place).filter((path) => sortOf(path) === 'on');
          for (const path of ways) longer.push({ trail: { path, before: trail, over: place.touchpoint }, from: place });
        }
      }
      trails = longer;
    }
    return [...arrivals.values()];
  }

  /** The next stop on a trail: an arrival, or a touchpoint to be passed; nothing when the place is not known. */
  #placeOf(trail: Trail, from: Spot): Arrival | Spot | undefined {
    const { path } = trail;
    if (path.kind === 'next') {
      const node = this.#nextAlong(path, from);
      return node === undefined ? { end: 'success', implied: true, trail } : { node, trail };
    }
    if (path.end !== undefined) return { end: path.end.value, implied: 'implied' in path.end, trail };
    const spot = path.to === undefined ? undefined : this.#byKey.get(path.to);
    return spot?.node === undefined ? spot : { node: spot.node, trail };
  }

  /** The touchpoint that a default way names, or the next one in the text that the persona sees. */
  #nextAlong({ to }: Path, from: Spot): MutableNode | undefined {
    const named = to === undefined ? undefined : this.#byKey.get(to);
    return named?.node ?? this.#nextSeen[named?.at ?? from.at];
  }

  /** Ways around the optional touchpoints that follow a node. */
  #skipFrom(node: MutableNode): void {
    if (node.out.every(({ to }) => to.touchpoint.optional === undefined)) return;
    const reached = new Set<GraphNode>(node.out.map((edge) => edge.to));
    const ended = new Set<EndKind>(node.ends.map((end) => end.end));
    reached.add(node);
    let trails: readonly (readonly [GraphEdge, ...GraphEdge[]])[] = node.out
      .filter((edge) => edge.to.touchpoint.optional !== undefined && edge.to !== node)
      .map((edge) => [edge]);
    let places = 0;
    const passed = new Set<GraphNode>();
    while (trails.length > 0 && places < MOST_SKIPPED_TO) {
      const longer: (readonly [GraphEdge, ...GraphEdge[]])[] = [];
      for (const trail of trails) {
        const skipped = trail[trail.length - 1]?.to;
        if (skipped === undefined || passed.has(skipped)) continue;
        passed.add(skipped);
        for (const end of skipped.ends) {
          if (end.kind === 'failure' || end.kind === 'loop' || end.kind === 'skip' || ended.has(end.end)) continue;
          ended.add(end.end);
          this.#addEnd(node, { ...joined([...trail, end]), kind: 'skip', end: end.end, implied: end.implied });
        }
        for (const edge of skipped.out) {
          if (edge.kind !== 'next' && edge.kind !== 'arrow') continue;
          if (!reached.has(edge.to)) {
            reached.add(edge.to);
            places += 1;
            this.#addEdge(node, edge.to, 'skip', joined([...trail, edge]));
          }
          if (edge.to.touchpoint.optional !== undefined && edge.to !== node) longer.push([...trail, edge]);
        }
      }
      trails = longer;
    }
  }

  #add(node: MutableNode, arrival: Arrival, kind: Path['kind']): void {
    const way = wayOf(arrival.trail);
    if ('node' in arrival) {
      if (kind !== 'end') this.#addEdge(node, arrival.node, kind, way);
    } else {
      const { end, implied } = arrival;
      this.#addEnd(node, { ...way, kind: kind === 'next' ? 'end' : kind, end, implied });
    }
  }

  #addEdge(from: MutableNode, to: GraphNode, kind: WayKind, way: Way): void {
    const edge = new Edge(this.#edges.length, from, to, kind, way);
    this.#edges.push(edge);
    from.out = extended(from.out, edge);
  }

  #addEnd(from: MutableNode, way: Omit<GraphEnd, 'index' | 'from'>): void {
    const end = { ...way, index: this.#ends.length, from };
    this.#ends.push(end);
    from.ends.push(end);
  }
}

/** A list with one more. Most have one, and an empty list to which something is added takes room for seventeen. */
function extended<T>(list: T[], item: T): T[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** Ways of one sort stand for each other: what a persona does next, what happens on failure, and at the end of a loop. */
function sortOf(path: Path): 'on' | 'failure' | 'loop' {
  return path.kind === 'failure' || path.kind === 'loop' ? path.kind : 'on';
}

/** The first node, and as long as one is optional, those that follow it. */
function entriesOf(first: GraphNode | undefined): GraphNode[] {
  if (first === undefined) return [];
  const entries = new Set([first]);
  for (const node of entries) {
    if (entries.size > MOST_SKIPPED_TO) break;
    if (node.touchpoint.optional === undefined) continue;
    for (const edge of node.out) if (edge.kind === 'next' || edge.kind === 'arrow') entries.add(edge.to);
  }
  return [...entries];
}
