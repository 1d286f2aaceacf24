/** A division of items into groups, each around one of them. */
export interface Clustering {
  /** Places of the items in the middle of their groups, the heaviest group first. */
  readonly medoids: readonly number[];
  /** For each item the place of its group in `medoids`. */
  readonly groupOf: readonly number[];
  /** See `silhouetteOf`. */
  readonly silhouette: number;
}

/**
 * Partitioning around medoids (Kaufman and Rousseeuw: Finding Groups in Data, 1990, chapter 2): build, then swap as long as
 * that brings the items nearer to their medoids. Items weigh as much as `weights` says. The same input gives the same groups.
 *
 * @param distances a symmetric matrix, 0…1
 * @param count how many groups, at least one and at most as many as there are items
 */
export function kMedoids(
  distances: readonly (readonly number[])[],
  weights: readonly number[],
  count: number,
): Clustering {
  const built: number[] = [];
  while (built.length < count) built.push(bestBy(distances.keys(), built, distances, weights));
  let medoids: readonly number[] = built;
  for (let cost = costOf(medoids, distances, weights); ; ) {
    const swaps = medoids.flatMap((_, place) =>
      distances.flatMap((_row, item) => (medoids.includes(item) ? [] : [medoids.with(place, item)])),
    );
    let best = cost;
    for (const swap of swaps) {
      const swapped = costOf(swap, distances, weights);
      if (swapped >= best - TINY) continue;
      best = swapped;
      medoids = swap;
    }
    if (best === cost) break;
    cost = best;
  }
  return sorted(medoids, distances, weights);
}

/** What rounding may take for a gain. */
const TINY = 1e-12;

/** The item that brings all items nearest to a medoid when it becomes one more. */
function bestBy(
  items: Iterable<number>,
  medoids: readonly number[],
  distances: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (medoids.includes(item)) continue;
    const cost = costOf([...medoids, item], distances, weights);
    if (cost >= least - TINY) continue;
    least = cost;
    best = item;
  }
  return best;
}

function costOf(
  medoids: readonly number[],
  distances: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  let cost = 0;
  for (const [item, row] of distances.entries()) {
    let least = Number.POSITIVE_INFINITY;
    for (const medoid of medoids) least = Math.min(least, row[medoid] ?? 0);
    cost += least * (weights[item] ?? 0);
  }
  return cost;
}

/** The group whose medoid is nearest to an item, given by its row of the matrix. */
function nearest(row: readonly number[], medoids: readonly number[]): number {
  let best = 0;
  for (const [group, medoid] of medoids.entries()) {
    if ((row[medoid] ?? 0) < (row[medoids[best] ?? 0] ?? 0) - TINY) best = group;
  }
  return best;
}

/** Puts every item into the group of its nearest medoid. */
function sorted(
  medoids: readonly number[],
  distances: readonly (readonly number[])[],
  weights: readonly number[],
): Clustering {
  const weightOf = new Map<number, number>();
  for (const [item, row] of distances.entries()) {
    const medoid = medoids[nearest(row, medoids)] ?? 0;
    weightOf.set(medoid, (weightOf.get(medoid) ?? 0) + (weights[item] ?? 0));
  }
  const order = medoids.toSorted((a, b) => (weightOf.get(b) ?? 0) - (weightOf.get(a) ?? 0) || a - b);
  const groupOf = distances.map((row, item) => (order.includes(item) ? order.indexOf(item) : nearest(row, order)));
  return { medoids: order, groupOf, silhouette: silhouetteOf(distances, weights, groupOf, order.length) };
}

/**
 * How well items lie in their groups, −1…1 (Rousseeuw: Silhouettes. Journal of Computational and Applied Mathematics, 1987):
 * the mean over the items of (b − a) / max(a, b), where a is the mean distance to the others of the same group and b that to
 * the nearest other group. An item that is alone in its group counts 0. Every mean is weighted.
 */
function silhouetteOf(
  distances: readonly (readonly number[])[],
  weights: readonly number[],
  groupOf: readonly number[],
  groups: number,
): number {
  let sum = 0;
  let whole = 0;
  for (const [item, row] of distances.entries()) {
    const weight = weights[item] ?? 0;
    whole += weight;
    const own = groupOf[item] ?? 0;
    const means = Array.from({ length: groups }, (_, group) => meanTo(group, item, row, weights, groupOf));
    const a = means[own];
    const others = means.filter((mean, group) => group !== own && mean !== undefined) as readonly number[];
    if (a === undefined || others.length === 0) continue;
    const b = Math.min(...others);
    const larger = Math.max(a, b);
    if (larger > 0) sum += (weight * (b - a)) / larger;
  }
  return whole === 0 ? 0 : sum / whole;
}

/** The mean distance of an item to the others of a group; missing where there are none. */
function meanTo(
  group: number,
  item: number,
  row: readonly number[],
  weights: readonly number[],
  groupOf: readonly number[],
): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const [other, distance] of row.entries()) {
    if (other === item || groupOf[other] !== group) continue;
    sum += distance * (weights[other] ?? 0);
    weight += weights[other] ?? 0;
  }
  return weight === 0 ? undefined : sum / weight;
}
