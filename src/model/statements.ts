import type { Journey, Touchpoint } from './journey.ts';
import { lazyFor } from './lazy.ts';

/** What a touchpoint can say: a list that can be empty, or a field that can be missing. */
export type StatementName = {
  [Name in keyof Touchpoint]-?: Touchpoint[Name] extends readonly unknown[]
    ? Name
    : undefined extends Touchpoint[Name]
      ? Name
      : never;
}[keyof Touchpoint];

/** Whether anything of that sort is written at a touchpoint. */
export function says(touchpoint: Touchpoint, statement: StatementName): boolean {
  return isSaid(touchpoint[statement]);
}

function isSaid(said: unknown): boolean {
  return Array.isArray(said) ? said.length > 0 : said !== undefined;
}

/** At which touchpoints of a journey anything of that sort is written, counted from its first. */
export function placesWith(journey: Journey, statement: StatementName): readonly number[] {
  return placesIn(journey).get(statement) ?? nowhere;
}

const nowhere: readonly never[] = [];

/**
 * Looked for once, whoever sees them, and all sorts at once: a touchpoint has a hundred fields, so to go through all touchpoints
 * for each of thirty sorts takes longer.
 */
const placesIn = lazyFor(({ stages }: Journey): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const { touchpoints } of stages) {
    for (const touchpoint of touchpoints) {
      for (const field in touchpoint) {
        // Read in the loop itself, where the engine knows the place of each field that it gives out.
        if (!isSaid(touchpoint[field as StatementName])) continue;
        const known = places.get(field);
        if (known === undefined) places.set(field, [place]);
        else known.push(place);
      }
      place += 1;
    }
  }
  return places;
});
