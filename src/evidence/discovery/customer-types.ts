import { distance } from 'fastest-levenshtein';
import { type Clustering, kMedoids } from './k-medoids.ts';
import type { CustomerWay } from './ways.ts';

/** Customers whose ways are alike. */
export interface CustomerType {
  /** Places of their ways, the most frequent first. */
  readonly ways: readonly number[];
  /** The way that all the others are most like. */
  readonly usual: number;
  readonly cases: number;
}

export interface CustomerTypes {
  /** The largest first. One: the log shows no groups. */
  readonly types: readonly CustomerType[];
  /** How well so many groups lie apart, −1…1, for each number that was tried. */
  readonly tried: readonly { readonly count: number; readonly silhouette: number }[];
}

export interface TypeOptions {
  /** How many; missing: as many as lie best apart. */
  readonly count?: number;
  /** A group must have so many cases. */
  readonly leastGroup: number;
}

/** Below this no groups have been found, and up to `CLEARLY_APART` they may be artificial (Kaufman and Rousseeuw 1990, table 4). */
const LEAST_SILHOUETTE = 0.25;
export const CLEARLY_APART = 0.5;
const MOST_TYPES = 6;
/** Fewer are an exception and no type of customer. */
const LEAST_SHARE = 0.05;
/** Ways beyond these are rare; they join the type that they are most like. The matrix grows with the square of this. */
const MOST_COMPARED = 200;

/**
 * Divides customers by the ways that they went, k-medoids over the edit distance of the ways (part of the longer one that
 * must change), each way weighing as much as its cases. The number of groups is the one with the greatest silhouette, if that
 * shows groups at all.
 *
 * @param ways the most frequent first
 */
export function customerTypes(ways: readonly CustomerWay[], { count, leastGroup }: TypeOptions): CustomerTypes {
  const compared = ways.slice(0, MOST_COMPARED);
  const texts = ways.map(({ steps }) => String.fromCharCode(...steps.map(({ code }) => FIRST_SIGN + code)));
  const distances = compared.map((_, row) =>
    compared.map((_other, column) => far(texts[row] ?? '', texts[column] ?? '')),
  );
  const weights = compared.map(({ cases }) => cases);
  const whole = ways.reduce((sum, { cases }) => sum + cases, 0);
  const most = Math.min(count ?? MOST_TYPES, MOST_TYPES_ASKED, compared.length);
  const tried: { readonly count: number; readonly silhouette: number }[] = [];
  let best: { readonly types: readonly CustomerType[]; readonly silhouette: number } | undefined;
  for (let tries = Math.min(count ?? 2, most); tries <= most && tries > 1; tries += 1) {
    const clustering = kMedoids(distances, weights, tries);
    tried.push({ count: tries, silhouette: clustering.silhouette });
    const types = typesIn(clustering, ways, texts);
    const least = count === undefined ? Math.max(leastGroup, LEAST_SHARE * whole) : leastGroup;
    const isGood = count !== undefined || clustering.silhouette > LEAST_SILHOUETTE;
    if (!isGood || types.some(({ cases }) => cases < least)) continue;
    if (best === undefined || clustering.silhouette > best.silhouette)
      best = { types, silhouette: clustering.silhouette };
  }
  return {
    types: best?.types ?? typesIn(kMedoids(distances, weights, Math.min(1, compared.length)), ways, texts),
    tried,
  };
}

const MOST_TYPES_ASKED = 20;
/** Codes become signs of a text, which is what distances are computed of. The first one that is no control character. */
const FIRST_SIGN = 33;

function far(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : distance(a, b) / longest;
}

function typesIn(
  { medoids, groupOf }: Clustering,
  ways: readonly CustomerWay[],
  texts: readonly string[],
): CustomerType[] {
  const groups = ways.map((_, way) => {
    const known = groupOf[way];
    if (known !== undefined) return known;
    const distances = medoids.map((medoid) => far(texts[way] ?? '', texts[medoid] ?? ''));
    return distances.indexOf(Math.min(...distances));
  });
  return medoids
    .map((usual, group) => {
      const own = [...ways.keys()].filter((way) => groups[way] === group);
      return { ways: own, usual, cases: own.reduce((sum, way) => sum + (ways[way]?.cases ?? 0), 0) };
    })
    .toSorted((a, b) => b.cases - a.cases);
}
