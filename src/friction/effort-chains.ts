import type { FlowView } from '../model/analysis.ts';
import type { GraphEdge, GraphNode } from '../model/graph.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';

/**
 * Touchpoints in a row at which the customer has to work, each row as long as it gets: begun by the customer, one directly
 * after the other (`next` or an arrow) and in the same stage. Where ways branch, the heaviest counts; rows do not share
 * touchpoints. A touchpoint that is a conversation (phone, counter, chat, bot) is a row of its own, because who answers says how
 * it goes on.
 *
 * @param weigh how much work a touchpoint is; zero leaves it out
 * @param least rows that are less work are not looked for
 */
export function effortChains(
  model: Model,
  { graph, flow }: FlowView,
  weigh: (touchpoint: Touchpoint) => number,
  least: number,
): readonly (readonly GraphNode[])[] {
  const weights = new Map<GraphNode, number>();
  let total = 0;
  for (const node of graph.nodes) {
    const byCustomer = (node.touchpoint.initiator?.value ?? 'customer') === 'customer';
    const weight = byCustomer && flow.reachable(node) ? weigh(node.touchpoint) : 0;
    if (weight > 0) weights.set(node, weight);
    total += weight;
  }
  if (total < least) return [];
  const isLink = (node: GraphNode): boolean => weights.has(node) && !isConversation(model, node.touchpoint);
  const links = (edge: GraphEdge): boolean =>
    (edge.kind === 'next' || edge.kind === 'arrow') &&
    !flow.isBack(edge) &&
    edge.from.stage === edge.to.stage &&
    isLink(edge.from) &&
    isLink(edge.to);
  const onward = heaviestWays(weights, links);
  const starts = [...weights.keys()].filter((node) => !node.in.some(links));
  return apart(starts.map((start) => ({ nodes: rowFrom(start, onward), weight: onward.get(start)?.weight ?? 0 })));
}

interface Chain {
  readonly nodes: readonly GraphNode[];
  readonly weight: number;
}

/** Where the heaviest row goes on from a touchpoint, and how much it weighs from there on. */
interface Onward {
  readonly weight: number;
  readonly next: GraphNode | undefined;
}

/** Each touchpoint once all that follow it are done, without recursion: a stage may be long. */
function heaviestWays(
  weights: ReadonlyMap<GraphNode, number>,
  links: (edge: GraphEdge) => boolean,
): ReadonlyMap<GraphNode, Onward> {
  const done = new Map<GraphNode, Onward>();
  const open = [...weights.keys()];
  for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
    const following = node.out.filter(links).map(({ to }) => to);
    const waiting = done.has(node) ? [] : following.filter((to) => !done.has(to));
    if (waiting.length > 0) {
      open.push(...waiting);
      continue;
    }
    open.pop();
    if (done.has(node)) continue;
    const weigh = (to: GraphNode | undefined): number => (to === undefined ? 0 : (done.get(to)?.weight ?? 0));
    const next = following.toSorted((a, b) => weigh(b) - weigh(a))[0];
    done.set(node, { weight: (weights.get(node) ?? 0) + weigh(next), next });
  }
  return done;
}

function rowFrom(start: GraphNode, onward: ReadonlyMap<GraphNode, Onward>): readonly GraphNode[] {
  const row = [start];
  for (let next = onward.get(start)?.next; next !== undefined; next = onward.get(next)?.next) row.push(next);
  return row;
}

function apart(chains: readonly Chain[]): readonly (readonly GraphNode[])[] {
  const used = new Set<GraphNode>();
  const kept: (readonly GraphNode[])[] = [];
  for (const { nodes } of chains.toSorted((a, b) => b.weight - a.weight)) {
    if (nodes.some((node) => used.has(node))) continue;
    kept.push(nodes);
    for (const node of nodes) used.add(node);
  }
  return kept;
}

function isConversation(model: Model, { channels }: Touchpoint): boolean {
  return (
    channels.length > 0 &&
    channels.every(({ key }) => {
      const channel = model.channels.get(key);
      if (channel === undefined) return false;
      return conversations.has(channel.kind?.value ?? '') || (channel.human && !channel.digital);
    })
  );
}

const conversations: ReadonlySet<string> = new Set(['ivr', 'chat', 'bot', 'messaging']);
