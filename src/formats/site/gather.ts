import type { Declaration } from '../../model/declaration.ts';
import type { Channel, Persona, Team } from '../../model/entities.ts';
import type { Finding } from '../../model/finding.ts';
import type { Journey, Touchpoint } from '../../model/journey.ts';
import { groupBy } from '../../model/group-by.ts';
import { lazy } from '../../model/lazy.ts';
import { type Model, ownJourneys } from '../../model/model.ts';
import type { Reference } from '../../model/values.ts';
import type { OverviewFile } from '../overview/overview.ts';
import { addressesOf } from './addresses.ts';

/** Everything that a site shows, with its address. */
export interface Site {
  readonly files: readonly OverviewFile[];
  readonly journeys: readonly SiteJourney[];
  /** Addresses that several journeys would have by their ids, and these. */
  readonly shared: ReadonlyMap<string, readonly SiteJourney[]>;
  readonly personas: readonly SiteEntry<Persona>[];
  readonly channels: readonly SiteEntry<Channel>[];
  readonly owners: readonly SiteEntry<Team>[];
  readonly findings: readonly SiteFinding[];
}

export interface SiteJourney {
  readonly id: string;
  readonly path: string;
  readonly file: OverviewFile;
  readonly journey: Journey;
  /** Those about this journey. */
  readonly findings: readonly Finding[];
  /** Name of its page, without folder and extension. */
  readonly address: string;
}

/** A thing that journeys share, and where they use it. */
export interface SiteEntry<T extends Declaration> {
  readonly id: string;
  readonly path: string;
  readonly thing: T;
  readonly model: Model;
  /** Its anchor on its page. */
  readonly address: string;
  /** Others have the same id; the first of them also has the plain anchor. */
  readonly alsoAt?: string;
  readonly uses: readonly Use[];
}

interface Use {
  readonly journey: SiteJourney;
  /** Empty: it is named for the whole journey alone. */
  readonly touchpoints: readonly Touchpoint[];
}

export interface SiteFinding {
  readonly finding: Finding;
  readonly path: string;
  readonly journey?: SiteJourney;
  readonly address: string;
}

/** @param hash a short name for a text, of letters and digits */
export function gatherSite(files: readonly OverviewFile[], hash: (text: string) => string): Site {
  const { journeys, shared } = journeysIn(files, hash);
  // The page of one journey needs none of it.
  const personas = lazy(() => entriesOf(files, journeys, hash, (model) => model.personas, personasOf));
  const channels = lazy(() => entriesOf(files, journeys, hash, (model) => model.channels, channelsOf));
  const owners = lazy(() => entriesOf(files, journeys, hash, (model) => model.teams, ownersOf));
  const findings = lazy(() => findingsIn(files, journeys, hash));
  return {
    files,
    journeys,
    shared,
    get personas() {
      return personas();
    },
    get channels() {
      return channels();
    },
    get owners() {
      return owners();
    },
    get findings() {
      return findings();
    },
  };
}

function journeysIn(files: readonly OverviewFile[], hash: (text: string) => string): Pick<Site, 'journeys' | 'shared'> {
  const plain = files.flatMap((file) =>
    ownJourneys(file.model).map((journey) => ({ id: journey.id, path: file.path, file, journey })),
  );
  const { of, shared } = addressesOf(plain, hash);
  const whole = new Map(
    plain.map((each) => {
      const findings = each.file.findings.filter(({ subject }) => subject.journey === each.journey.key);
      return [each, { ...each, findings, address: of.get(each) ?? each.id }] as const;
    }),
  );
  return {
    journeys: [...whole.values()],
    shared: new Map([...shared].map(([name, same]) => [name, same.flatMap((each) => whole.get(each) ?? [])])),
  };
}

/** What a journey names for itself, and at each touchpoint. */
interface Named {
  readonly whole: readonly Reference[];
  readonly at: (touchpoint: Touchpoint) => readonly Reference[];
}

function personasOf({ personas, targets }: Journey): Named {
  return { whole: [...personas, ...targets], at: (touchpoint) => touchpoint.personas };
}

function channelsOf(): Named {
  return { whole: [], at: ({ channels, alternatives }) => [...channels, ...alternatives] };
}

function ownersOf({ owner }: Journey): Named {
  return {
    whole: owner === undefined ? [] : [owner],
    at: (touchpoint) => (touchpoint.owner === undefined ? [] : [touchpoint.owner]),
  };
}

function entriesOf<T extends Declaration>(
  files: readonly OverviewFile[],
  journeys: readonly SiteJourney[],
  hash: (text: string) => string,
  mapOf: (model: Model) => ReadonlyMap<string, T>,
  namedBy: (journey: Journey) => Named,
): readonly SiteEntry<T>[] {
  const paths = new Map(files.map(({ model, path }) => [model.uri, path]));
  const found = new Map<string, { id: string; path: string; thing: T; model: Model; uses: Use[] }>();
  const find = (thing: T, model: Model): { uses: Use[] } => {
    // One declaration, in every file that imports it.
    const identity = `${thing.id} ${thing.place.uri}`;
    const known = found.get(identity);
    if (known !== undefined) return known;
    const path = thing.library ? '' : (paths.get(thing.place.uri) ?? '');
    const entry = { id: thing.id, path, thing, model, uses: [] };
    found.set(identity, entry);
    return entry;
  };
  for (const { model } of files) {
    for (const thing of mapOf(model).values()) if (thing.place.uri === model.uri) find(thing, model);
  }
  for (const journey of journeys) {
    const { model } = journey.file;
    const { whole, at } = namedBy(journey.journey);
    const uses = new Map<T, Touchpoint[]>();
    const use = ({ key }: Reference, touchpoint?: Touchpoint): void => {
      const thing = mapOf(model).get(key);
      if (thing === undefined) return;
      const touchpoints = uses.get(thing) ?? [];
      if (touchpoint !== undefined && !touchpoints.includes(touchpoint)) touchpoints.push(touchpoint);
      uses.set(thing, touchpoints);
    };
    for (const reference of whole) use(reference);
    for (const touchpoint of journey.journey.stages.flatMap(({ touchpoints }) => touchpoints)) {
      for (const reference of at(touchpoint)) use(reference, touchpoint);
    }
    for (const [thing, touchpoints] of uses) find(thing, model).uses.push({ journey, touchpoints });
  }
  const entries = [...found.values()].toSorted((a, b) => compare(a.id, b.id) || compare(a.path, b.path));
  const { of, shared } = addressesOf(entries, hash);
  const firsts = new Map(
    [...shared].flatMap(([name, [first]]) => (first === undefined ? [] : [[first, name] as const])),
  );
  return entries.map((entry) => Object.assign(entry, addressIn(entry, of, firsts)));
}

function addressIn<T extends { readonly id: string }>(
  entry: T,
  of: ReadonlyMap<T, string>,
  firsts: ReadonlyMap<T, string>,
): Pick<SiteEntry<Declaration>, 'address' | 'alsoAt'> {
  const alsoAt = firsts.get(entry);
  return { address: of.get(entry) ?? entry.id, ...(alsoAt !== undefined && { alsoAt }) };
}

/** The address of a finding is made from what it says and about what, not from lines, which move. */
function findingsIn(
  files: readonly OverviewFile[],
  journeys: readonly SiteJourney[],
  hash: (text: string) => string,
): readonly SiteFinding[] {
  const seen = new Map<string, number>();
  const journeysOf = groupBy(journeys, ({ file }) => file);
  return files.flatMap((file) => {
    const own = new Map(journeysOf.get(file)?.map((each) => [each.journey.key, each]));
    return file.findings.map((finding) => {
      const { code, message, subject } = finding;
      const { journey: key, stage, touchpoint, next } = subject;
      const identity = JSON.stringify([code, file.path, key, stage, touchpoint, next, message.en]);
      const count = seen.get(identity) ?? 0;
      seen.set(identity, count + 1);
      const journey = own.get(key ?? '');
      const address = `f-${hash(`${identity}${count}`)}`;
      return { finding, path: file.path, address, ...(journey !== undefined && { journey }) };
    });
  });
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
