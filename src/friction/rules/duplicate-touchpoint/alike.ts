import { titleOf } from '../../../model/declaration.ts';
import type { GraphNode } from '../../../model/graph.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { Touchpoint } from '../../../model/journey.ts';

/** So much of what two touchpoints do together must be common to both. */
const common = 0.8;

/** A touchpoint before which others in the text do the same. */
interface Alike {
  readonly node: GraphNode;
  readonly isEarlier: (other: GraphNode) => boolean;
}

/** All touchpoints that do exactly the same, begun by the same side. */
interface Kind {
  readonly initiator: string;
  readonly features: ReadonlySet<string>;
}

/**
 * All touchpoints that do the same as earlier ones, in the order of the text. What is compared are kinds of touchpoints and
 * not single ones, so that long journeys take no longer.
 */
export function alikeIn(nodes: readonly GraphNode[]): readonly Alike[] {
  const kinds = kindsOf(nodes);
  const alike = alikeKinds(new Set(kinds.values()));
  const titles = new Map(nodes.map((node) => [node, titleKey(node.touchpoint)] as const));
  const seenKinds = new Set<Kind>();
  const seenTitles = new Set<string>();
  return nodes.flatMap((node): readonly Alike[] => {
    const [kind, title] = [kinds.get(node), titles.get(node)];
    if (kind === undefined || title === undefined) return [];
    const others = alike.get(kind);
    const isSeen = seenTitles.has(title) || (others !== undefined && haveCommon(others, seenKinds));
    seenKinds.add(kind);
    seenTitles.add(title);
    if (!isSeen) return [];
    const isEarlier = (other: GraphNode): boolean => {
      const its = kinds.get(other);
      return (
        its !== undefined && other.index < node.index && (titles.get(other) === title || others?.has(its) === true)
      );
    };
    return [{ node, isEarlier }];
  });
}

function haveCommon(first: ReadonlySet<Kind>, second: ReadonlySet<Kind>): boolean {
  for (const one of first) if (second.has(one)) return true;
  return false;
}

/** Of all touchpoints of which it is written who begins them. */
function kindsOf(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, Kind> {
  const known = new Map<string, Kind>();
  const kinds = new Map<GraphNode, Kind>();
  for (const node of nodes) {
    const initiator = node.touchpoint.initiator?.value;
    if (initiator === undefined) continue;
    const features = featuresOf(node.touchpoint);
    const key = [initiator, ...[...features].toSorted()].join('\n');
    const kind = known.get(key) ?? { initiator, features };
    known.set(key, kind);
    kinds.set(node, kind);
  }
  return kinds;
}

/**
 * Only kinds that share one of their rarer features are compared (prefix filtering, Chaudhuri, Ganti and Kaushik 2006): the
 * others cannot have enough in common.
 */
function alikeKinds(kinds: ReadonlySet<Kind>): ReadonlyMap<Kind, ReadonlySet<Kind>> {
  const frequency = new Map<string, number>();
  for (const { features } of kinds) for (const one of features) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  const rarer = [...kinds].flatMap((kind) => {
    const sorted = [...kind.features].toSorted(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const prefix = sorted.slice(0, sorted.length - Math.ceil(common * sorted.length) + 1);
    return prefix.map((feature) => ({ kind, feature: `${kind.initiator} ${feature}` }));
  });
  const alike = new Map<Kind, Set<Kind>>();
  for (const sharing of groupBy(rarer, ({ feature }) => feature).values()) {
    for (const { kind } of sharing) {
      const others = alike.get(kind) ?? new Set();
      alike.set(kind, others);
      for (const { kind: other } of sharing) if (isAlike(kind, other)) others.add(other);
    }
  }
  return alike;
}

function isAlike({ initiator, features: first }: Kind, { features: second }: Kind): boolean {
  const both = [...first].filter((feature) => second.has(feature));
  const either = first.size + second.size - both.length;
  if (both.length >= 2) return both.length >= common * either;
  return initiator === 'company' && either === 1 && both[0]?.startsWith('gives ') === true;
}

function featuresOf({ task, asks, gives, shows }: Touchpoint): ReadonlySet<string> {
  const features = new Set<string>();
  if (task !== undefined) features.add(`task ${task.value}`);
  for (const { data } of asks) for (const { key } of data) features.add(`asks ${key}`);
  for (const { key } of gives) features.add(`gives ${key}`);
  for (const { fact, word } of shows) features.add(`shows ${fact?.key ?? word?.value}`);
  return features;
}

/** Who begins it, and its title but for case, width and spaces. */
function titleKey(touchpoint: Touchpoint): string {
  const title = titleOf(touchpoint, 'en').normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return `${touchpoint.initiator?.value} ${title}`;
}
