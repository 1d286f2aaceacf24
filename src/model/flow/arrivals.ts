import type { GraphEdge, GraphEnd, GraphNode } from '../graph.ts';
import { Kept } from '../kept.ts';
import type { Flow } from './flow.ts';

/**
 * Which share of all customers, 0…1, comes to a touchpoint or goes along an edge at some time.
 *
 * Only what follows from the written shares is known; everything else is missing. A touchpoint on every way has all of
 * them. The one way on takes all, and of several the only one without a share takes what the others leave. Who enters a
 * loop at its one touchpoint leaves it by its one exit.
 */
export interface Arrivals {
  readonly at: ReadonlyMap<GraphNode, number>;
  readonly along: ReadonlyMap<GraphEdge, number>;
}

/** Computed at the first call for a flow. */
export function arrivalsOf(flow: Flow): Arrivals {
  let arrivals = kept.get(flow);
  if (arrivals === undefined) kept.set(flow, (arrivals = compute(flow)));
  return arrivals;
}

const kept = new Kept<Flow, Arrivals>();

function compute(flow: Flow): Arrivals {
  const at = new Map<GraphNode, number>();
  const along = new Map<GraphEdge, number>();
  const certain = certainIn(flow);
  for (const node of inOrder(flow)) {
    const arriving = certain.has(node) ? 1 : sum(sourcesOf(flow, node), along);
    if (arriving === undefined) continue;
    at.set(node, arriving);
    const exit = exitFrom(flow, node);
    if (exit !== undefined) along.set(exit, arriving);
    else if (flow.loopOf(node) === undefined) {
      for (const edge of node.out) {
        const share = shareOf(edge, node);
        if (share !== undefined) along.set(edge, share * arriving);
      }
    }
  }
  return { at, along };
}

/** Touchpoints that everybody comes to. Where some can never end, a touchpoint on every way to an end is not one of them. */
function certainIn(flow: Flow): ReadonlySet<GraphNode> {
  const { entries, nodes } = flow.graph;
  const allEnd = nodes.every((node) => !flow.reachable(node) || flow.canEnd(node, 'end'));
  return new Set(allEnd ? flow.unavoidable('end') : entries.length === 1 ? entries : []);
}

/** The edges whose customers add up at a touchpoint; none where that cannot be told. */
function sourcesOf(flow: Flow, node: GraphNode): readonly GraphEdge[] {
  // Where there are several ways to begin, nobody says how many take which.
  if (flow.graph.entries.includes(node)) return [];
  const loop = flow.loopOf(node);
  if (loop === undefined) return node.in.filter(({ from }) => flow.reachable(from));
  return loop.entries.every(({ to }) => to === node) ? loop.entries : [];
}

function sum(edges: readonly GraphEdge[], along: ReadonlyMap<GraphEdge, number>): number | undefined {
  if (edges.length === 0) return undefined;
  let total = 0;
  for (const edge of edges) {
    const share = along.get(edge);
    if (share === undefined) return undefined;
    total += share;
  }
  // Shares that add up to more are reported where they are written.
  return Math.min(1, total);
}

/** The one way out of a loop that begins at this touchpoint. */
function exitFrom(flow: Flow, node: GraphNode): GraphEdge | undefined {
  const loop = flow.loopOf(node);
  const isEntry = loop?.entries.every(({ to }) => to === node) === true;
  if (loop === undefined || !isEntry || loop.ends.length > 0 || loop.exits.length !== 1) return undefined;
  return loop.nodes.every(({ open }) => open.length === 0) ? loop.exits[0] : undefined;
}

function shareOf(way: GraphEdge, { out, ends, open }: GraphNode): number | undefined {
  if (way.share !== undefined) return way.share;
  if (open.length > 0) return undefined;
  let left = 1;
  const others: readonly (GraphEdge | GraphEnd)[] = [...out, ...ends];
  for (const other of others) {
    if (other === way) continue;
    if (other.share === undefined) return undefined;
    left -= other.share;
  }
  return Math.max(0, left);
}

/** Touchpoints that can be reached, each after all that lead to it but for the edges that close a loop. */
function inOrder(flow: Flow): readonly GraphNode[] {
  const isOnward = (edge: GraphEdge): boolean => flow.reachable(edge.from) && !flow.isBack(edge);
  const nodes = flow.graph.nodes.filter((node) => flow.reachable(node));
  const waiting = new Map(nodes.map((node) => [node, node.in.filter(isOnward).length]));
  const ready = nodes.filter((node) => waiting.get(node) === 0);
  for (const node of ready) {
    for (const edge of node.out) {
      if (!isOnward(edge)) continue;
      const left = (waiting.get(edge.to) ?? 0) - 1;
      waiting.set(edge.to, left);
      if (left === 0) ready.push(edge.to);
    }
  }
  return ready;
}
