import type { PersonaView } from '../model/analysis.ts';
import type { GraphEdge, GraphNode } from '../model/graph.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';

/**
 * Touchpoints in a row at which the customer has to work, each row as long as it gets: begun by the customer, one directly
 * after the other (`next` or an arrow) and in the same stage. Where ways branch, the heaviest counts; rows do not share
 * touchpoints. A touchpoint where a person listens (phone, counter) is a row of its own, because people say how it goes on.
 *
 * @param weigh how much work a touchpoint is; zero leaves it out
 */
export function effortChains(
  model: Model,
  { graph, flow }: PersonaView,
  weigh: (touchpoint: Touchpoint) => number,
): readonly (readonly GraphNode[])[] {
  const weights = new Map<GraphNode, number>();
  for (const node of graph.nodes) {
    const byCustomer = (node.touchpoint.initiator?.value ?? 'customer') === 'customer';
    const weight = byCustomer && flow.reachable(node) ? weigh(node.touchpoint) : 0;
    if (weight > 0) weights.set(node, weight);
  }
  const links = (edge: GraphEdge): boolean =>
    (edge.kind === 'next' || edge.kind === 'arrow') &&
    !flow.isBack(edge) &&
    edge.from.stage === edge.to.stage &&
    [edge.from, edge.to].every((node) => weights.has(node) && !isSpoken(model, node.touchpoint));
  const chains = new Map<GraphNode, Chain>();
  const chainFrom = (node: GraphNode): Chain => {
    const known = chains.get(node);
    if (known !== undefined) return known;
    const rest = heaviest(node.out.filter(links).map(({ to }) => chainFrom(to)));
    const chain = { nodes: [node, ...(rest?.nodes ?? [])], weight: (weights.get(node) ?? 0) + (rest?.weight ?? 0) };
    chains.set(node, chain);
    return chain;
  };
  const starts = [...weights.keys()].filter((node) => !node.in.some(links));
  return apart(starts.map(chainFrom));
}

interface Chain {
  readonly nodes: readonly GraphNode[];
  readonly weight: number;
}

function heaviest(chains: readonly Chain[]): Chain | undefined {
  return chains.toSorted((a, b) => b.weight - a.weight)[0];
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

function isSpoken(model: Model, { channels }: Touchpoint): boolean {
  return (
    channels.length > 0 &&
    channels.every(({ key }) => {
      const channel = model.channels.get(key);
      return channel?.kind?.value === 'ivr' || (channel?.human === true && !channel.digital);
    })
  );
}
