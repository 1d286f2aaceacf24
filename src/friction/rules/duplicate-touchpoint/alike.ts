import { titleOf } from '../../../model/declaration.ts';
import { groupBy } from '../../../model/group-by.ts';
import type { Journey, Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';

/** So much of what two touchpoints do together must be common to both. */
const common = 0.8;

/** What a touchpoint does, as far as it can be compared. */
export interface Deeds {
  /** The same number for whatever is begun by the same side and has the same title but for case, width and spaces. */
  readonly title: number;
  /** Missing where it does too little to be the same as anything else. */
  readonly kind: Kind | undefined;
}

/** All touchpoints that do exactly the same, begun by the same side. */
export interface Kind {
  readonly initiator: string;
  readonly features: ReadonlySet<string>;
  /** The kinds that do the same; if it does enough, itself is one of them. */
  readonly alike: Set<Kind>;
}

/** Of all touchpoints of which it is written who begins them. Found once, whoever goes through the journey. */
export const deedsIn = lazyFor(({ stages }: Journey): ReadonlyMap<Touchpoint, Deeds> => {
  const titles = new Map<string, number>();
  const kinds = new Map<string, Kind>();
  const deeds = new Map<Touchpoint, Deeds>();
  for (const { touchpoints } of stages) {
    for (const touchpoint of touchpoints) {
      const initiator = touchpoint.initiator?.value;
      if (initiator === undefined) continue;
      const key = titleKey(touchpoint, initiator);
      const title = titles.get(key) ?? titles.size;
      if (title === titles.size) titles.set(key, title);
      deeds.set(touchpoint, { title, kind: kindOf(touchpoint, initiator, kinds) });
    }
  }
  if (kinds.size > 0) compare([...kinds.values()]);
  return deeds;
});

export function doTheSame(a: Deeds, b: Deeds): boolean {
  return a.title === b.title || (b.kind !== undefined && a.kind?.alike.has(b.kind) === true);
}

function kindOf(touchpoint: Touchpoint, initiator: string, kinds: Map<string, Kind>): Kind | undefined {
  const features = featuresOf(touchpoint);
  if (!canBeAlike(initiator, features)) return undefined;
  const key = [initiator, ...[...features].toSorted()].join('\n');
  let kind = kinds.get(key);
  if (kind === undefined) kinds.set(key, (kind = { initiator, features, alike: new Set() }));
  return kind;
}

/** Two things in common are enough; one is, if it is all of what the company does: it hands the same out twice. */
function canBeAlike(initiator: string, features: ReadonlySet<string>): boolean {
  if (features.size !== 1) return features.size > 1;
  return initiator === 'company' && [...features][0]?.startsWith('gives ') === true;
}

/**
 * Kinds are compared and not single touchpoints, so that long journeys take no longer; and only kinds that share one of their
 * rarer features (prefix filtering, Chaudhuri, Ganti and Kaushik 2006): the others cannot have enough in common.
 */
function compare(kinds: readonly Kind[]): void {
  const frequency = new Map<string, number>();
  for (const { features } of kinds) for (const one of features) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  const rarer = kinds.flatMap((kind) => {
    const sorted = [...kind.features].toSorted(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const prefix = sorted.slice(0, sorted.length - Math.ceil(common * sorted.length) + 1);
    return prefix.map((feature) => ({ kind, feature: `${kind.initiator} ${feature}` }));
  });
  for (const sharing of groupBy(rarer, ({ feature }) => feature).values()) {
    for (const { kind } of sharing) {
      for (const { kind: other } of sharing) if (isAlike(kind, other)) kind.alike.add(other);
    }
  }
}

function isAlike({ features: first }: Kind, { features: second }: Kind): boolean {
  let both = 0;
  let isSameDeed = false;
  for (const feature of first) {
    if (!second.has(feature)) continue;
    both += 1;
    // To be asked for the same is for `asks-again`: booking by phone and checking in are two things.
    if (!feature.startsWith('asks ')) isSameDeed = true;
  }
  const either = first.size + second.size - both;
  return isSameDeed && (both >= 2 ? both >= common * either : either === 1);
}

function featuresOf({ task, asks, gives, shows }: Touchpoint): ReadonlySet<string> {
  // Without one of these it is nothing but asked for the same.
  if (task === undefined && gives.length + shows.length === 0) return nothing;
  const features = new Set<string>();
  if (task !== undefined) features.add(`task ${task.value}`);
  for (const { data } of asks) for (const { key } of data) features.add(`asks ${key}`);
  for (const { key } of gives) features.add(`gives ${key}`);
  for (const { fact, word } of shows) features.add(`shows ${fact?.key ?? word?.value}`);
  return features;
}

const nothing: ReadonlySet<never> = new Set();

function titleKey(touchpoint: Touchpoint, initiator: string): string {
  const title = titleOf(touchpoint, 'en').normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return `${initiator} ${title}`;
}
