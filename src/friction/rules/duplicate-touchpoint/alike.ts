import { titleOf } from '../../../model/declaration.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';

/** So much of what two touchpoints do together must be common to both. */
const common = 0.8;

/** Touchpoints before another one in the text that do the same. */
interface Alike {
  readonly node: GraphNode;
  /** In the order of the text, at least one. */
  readonly earlier: ReadonlySet<GraphNode>;
}

/**
 * All touchpoints that do the same as earlier ones, in the order of the text. Only those that share one of their rarer
 * features are compared (prefix filtering, Chaudhuri, Ganti and Kaushik 2006), so that long journeys take no longer.
 */
export function alikeIn(nodes: readonly GraphNode[]): readonly Alike[] {
  const features = new Map(nodes.map((node) => [node, featuresOf(node.touchpoint)] as const));
  const frequency = new Map<string, number>();
  for (const all of features.values()) for (const one of all) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  const seen = new Map<string, GraphNode[]>();
  return nodes.flatMap((node): readonly Alike[] => {
    const own = features.get(node) ?? new Set<string>();
    const rare = [...own].toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
    const prefix = rare.slice(0, rare.length - Math.ceil(common * rare.length) + 1);
    const candidates = new Set<GraphNode>();
    for (const key of [...prefix, titleKey(node.touchpoint)]) {
      const others = seen.get(key) ?? [];
      for (const other of others) candidates.add(other);
      others.push(node);
      seen.set(key, others);
    }
    const earlier = [...candidates].filter((other) => isAlike(other, node, features.get(other) ?? new Set(), own));
    return earlier.length === 0 ? [] : [{ node, earlier: new Set(earlier.toSorted((a, b) => a.index - b.index)) }];
  });
}

function isAlike(a: GraphNode, b: GraphNode, first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const initiator = a.touchpoint.initiator?.value;
  if (initiator === undefined || initiator !== b.touchpoint.initiator?.value) return false;
  if (titleKey(a.touchpoint) === titleKey(b.touchpoint)) return true;
  const both = [...first].filter((feature) => second.has(feature));
  const either = first.size + second.size - both.length;
  if (both.length >= 2) return both.length >= common * either;
  return initiator === 'company' && either === 1 && both[0]?.startsWith('gives ') === true;
}

function featuresOf({ task, asks, gives, shows }: Touchpoint): ReadonlySet<string> {
  return new Set([
    ...(task === undefined ? [] : [`task ${task.value}`]),
    ...asks.flatMap(({ data }) => data.map(({ key }) => `asks ${key}`)),
    ...gives.map(({ key }) => `gives ${key}`),
    ...shows.map(({ fact, word }) => `shows ${fact?.key ?? word?.value}`),
  ]);
}

function titleKey(touchpoint: Touchpoint): string {
  return `title ${titleOf(touchpoint, 'en').normalize('NFKC').toLowerCase().replace(/\s+/g, '')}`;
}
