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
  const said = touchpoint[statement];
  return Array.isArray(said) ? said.length > 0 : said !== undefined;
}

/** At which touchpoints of a journey anything of that sort is written, counted from its first. Looked for once, whoever sees them. */
export function placesWith(journey: Journey, statement: StatementName): readonly number[] {
  const known = knownPlaces(journey);
  let places = known.get(statement);
  if (places === undefined) known.set(statement, (places = findPlaces(journey, statement)));
  return places;
}

const knownPlaces = lazyFor<Journey, Map<StatementName, readonly number[]>>(() => new Map());

function findPlaces({ stages }: Journey, statement: StatementName): number[] {
  const places: number[] = [];
  let place = 0;
  for (const { touchpoints } of stages) {
    for (const touchpoint of touchpoints) {
      if (says(touchpoint, statement)) places.push(place);
      place += 1;
    }
  }
  return places;
}
