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

function isSaid(said: Touchpoint[StatementName]): boolean {
  return said !== undefined && (!Array.isArray(said) || said.length > 0);
}

/**
 * The sorts of statements that somebody looks for in whole journeys, and how to read them. By a function each, because a
 * touchpoint has a hundred fields, and the engine finds one whose name stands in the code several times as fast as one whose
 * name it is given.
 */
const readers = {
  addresses: (touchpoint) => touchpoint.addresses,
  answers: (touchpoint) => touchpoint.answers,
  asks: (touchpoint) => touchpoint.asks,
  barriers: (touchpoint) => touchpoint.barriers,
  callsToAction: (touchpoint) => touchpoint.callsToAction,
  channels: (touchpoint) => touchpoint.channels,
  collects: (touchpoint) => touchpoint.collects,
  commits: (touchpoint) => touchpoint.commits,
  consents: (touchpoint) => touchpoint.consents,
  during: (touchpoint) => touchpoint.during,
  evidence: (touchpoint) => touchpoint.evidence,
  gives: (touchpoint) => touchpoint.gives,
  identity: (touchpoint) => touchpoint.identity,
  job: (touchpoint) => touchpoint.job,
  kind: (touchpoint) => touchpoint.kind,
  metrics: (touchpoint) => touchpoint.metrics,
  momentOfTruth: (touchpoint) => touchpoint.momentOfTruth,
  offers: (touchpoint) => touchpoint.offers,
  owner: (touchpoint) => touchpoint.owner,
  personalises: (touchpoint) => touchpoint.personalises,
  questions: (touchpoint) => touchpoint.questions,
  reads: (touchpoint) => touchpoint.reads,
  redeems: (touchpoint) => touchpoint.redeems,
  shows: (touchpoint) => touchpoint.shows,
  statusOn: (touchpoint) => touchpoint.statusOn,
  system: (touchpoint) => touchpoint.system,
  task: (touchpoint) => touchpoint.task,
  tells: (touchpoint) => touchpoint.tells,
  told: (touchpoint) => touchpoint.told,
  tones: (touchpoint) => touchpoint.tones,
  uses: (touchpoint) => touchpoint.uses,
  variants: (touchpoint) => touchpoint.variants,
  wait: (touchpoint) => touchpoint.wait,
  withdraws: (touchpoint) => touchpoint.withdraws,
} as const satisfies { readonly [Name in StatementName]?: (touchpoint: Touchpoint) => Touchpoint[Name] };

export type SoughtStatement = keyof typeof readers;

/** At which touchpoints of a journey anything of that sort is written, counted from its first. Looked for once, whoever sees them. */
export function placesWith(journey: Journey, statement: SoughtStatement): readonly number[] {
  const known = knownPlaces(journey);
  let places = known.get(statement);
  if (places === undefined) known.set(statement, (places = findPlaces(journey, readers[statement])));
  return places;
}

const knownPlaces = lazyFor<Journey, Map<SoughtStatement, readonly number[]>>(() => new Map());

function findPlaces(
  { stages }: Journey,
  read: (touchpoint: Touchpoint) => Touchpoint[StatementName],
): readonly number[] {
  const places: number[] = [];
  let place = 0;
  for (const { touchpoints } of stages) {
    for (const touchpoint of touchpoints) {
      if (isSaid(read(touchpoint))) places.push(place);
      place += 1;
    }
  }
  return places;
}
