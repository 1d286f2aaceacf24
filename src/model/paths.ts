import { groupBy } from './group-by.ts';
import type { Journey } from './journey.ts';
import { lazy, lazyFor } from './lazy.ts';
import type { Path } from './path.ts';
import type { Place } from './place.ts';
import type { Percentage, Prose, Reference, Word } from './values.ts';
import type { EndKind } from './words.ts';

/** A touchpoint as far as its ways on are concerned. */
export interface WrittenTouchpoint {
  readonly key: string;
  /** Who sees it: own restriction, or the stage's. Empty: everybody the journey is for. */
  readonly personas: readonly Reference[];
  /** The id, where an implied path stands. */
  readonly place: Place;
  /** Not everybody comes here. */
  readonly optional?: boolean;
  /** What is written about the way on, in the order of the text. */
  readonly ways: readonly WrittenWay[];
}

/**
 * A statement about the way on. Where the target or the end is missing or cannot be understood, `to` and `end` are both
 * missing; such a way is kept as a path that leads nowhere, so that nobody takes its touchpoint for a dead end.
 */
export type WrittenWay =
  | {
      readonly kind: 'arrow';
      readonly to?: string;
      readonly share?: Percentage;
      readonly condition?: Prose;
      readonly personas: readonly Reference[];
      readonly carries: readonly Reference[];
      readonly transfer: boolean;
      readonly place: Place;
    }
  | {
      readonly kind: 'failure';
      readonly to?: string;
      readonly end?: Word<EndKind>;
      readonly share?: Percentage;
      readonly explains?: Prose;
      readonly place: Place;
    }
  | {
      /** `loop max n then …`; without `then`, see path.ts. */
      readonly kind: 'loop';
      readonly to?: string;
      readonly end?: Word<EndKind>;
      readonly carries: readonly Reference[];
      readonly place: Place;
    }
  | { readonly kind: 'end'; readonly end?: Word<EndKind>; readonly place: Place };

/**
 * All paths of a journey, from what its touchpoints say, in the order of the text: path.ts has the rules.
 *
 * @param touchpoints every touchpoint of the journey in the order of the text, across its stages
 * @param personas whom the journey is for; when it names nobody, empty
 */
export function pathsOf(touchpoints: readonly WrittenTouchpoint[], personas: readonly Reference[]): Path[] {
  const order = lazy(() => new Map(touchpoints.map(({ key }, index) => [key, index])));
  const placeOf = (key: string | undefined): number | undefined => (key === undefined ? undefined : order().get(key));
  const badEnds = lazy(() => badEndsIn(touchpoints));
  return touchpoints.flatMap((touchpoint, index) => {
    const onlyBack = (): boolean =>
      touchpoint.ways.every((way) => way.kind !== 'arrow' || (placeOf(way.to) ?? index + 1) <= index);
    const written = touchpoint.ways.flatMap((way): Path | readonly Path[] => {
      if (!isBareLoop(way)) return pathOf(touchpoint.key, way);
      return leadsOn(touchpoint) && onlyBack()
        ? { ...implied(touchpoint, touchpoints[index + 1]?.key, []), kind: 'loop', place: way.place }
        : [];
    });
    const rest = whoGoesOn(touchpoint, personas);
    if (rest === undefined) return written;
    return [
      ...written,
      ...nextAfter(touchpoints, index, placeOf, badEnds).map((next) => implied(touchpoint, next, rest)),
    ];
  });
}

/** What is written about the ways on from each touchpoint, by its key. */
export const waysFrom = lazyFor(
  ({ paths }: Journey): ReadonlyMap<string, readonly Path[]> => groupBy(paths, ({ from }) => from),
);

function pathOf(from: string, way: WrittenWay): Path {
  return { from, personas: [], carries: [], transfer: false, ...way };
}

function isBareLoop(way: WrittenWay): boolean {
  return way.kind === 'loop' && way.to === undefined && way.end === undefined;
}

/** Whether arrows, and nothing but arrows, say how it goes on. */
function leadsOn({ ways }: WrittenTouchpoint): boolean {
  return ways.some(({ kind }) => kind === 'arrow') && ways.every(({ kind }) => kind !== 'end');
}

/**
 * Keys of the touchpoints that come next in the text, `undefined` for the end of it: one, and where that is an optional detour
 * also what comes behind it. A detour that is there for a failure is passed over, and so is where failures end.
 */
function nextAfter(
  touchpoints: readonly WrittenTouchpoint[],
  index: number,
  placeOf: PlaceOf,
  badEnds: () => BadEnds,
): readonly (string | undefined)[] {
  const next: (string | undefined)[] = [];
  const ways = touchpoints[index]?.ways ?? [];
  for (let at = index + 1; ; at += 1) {
    const touchpoint = touchpoints[at];
    if (touchpoint === undefined) return [...next, undefined];
    const isForFailure = ways.some((way) => way.kind === 'failure' && way.to === touchpoint.key);
    if (badEnds().ofFailures.has(touchpoint.key) || (isForFailure && badEnds().all.has(touchpoint.key))) continue;
    const last = isForFailure
      ? (lastOfHelp(touchpoints, at, placeOf) ?? lastOfFailure(touchpoints, at, badEnds()))
      : undefined;
    if (last !== undefined) at = last;
    else if (!isDetour(touchpoint, at, placeOf) || touchpoint.optional !== true) return [...next, touchpoint.key];
    else next.push(touchpoint.key);
  }
}

/** Touchpoints from which the journey ends badly for everybody, by their keys. */
interface BadEnds {
  readonly all: ReadonlySet<string>;
  /** Those to which only failures lead, and arrows from others of them: with whom all went well before, they do not go there. */
  readonly ofFailures: ReadonlySet<string>;
}

function badEndsIn(touchpoints: readonly WrittenTouchpoint[]): BadEnds {
  const all = new Set<string>();
  if (!touchpoints.some(({ ways }) => ways.some(({ kind }) => kind === 'failure'))) return { all, ofFailures: all };
  const before = new Map<string, WrittenTouchpoint[]>();
  for (const touchpoint of touchpoints) {
    for (const way of touchpoint.ways) {
      if (way.kind !== 'arrow' || way.to === undefined) continue;
      const leading = before.get(way.to);
      if (leading === undefined) before.set(way.to, [touchpoint]);
      else leading.push(touchpoint);
    }
  }
  const open = [...touchpoints];
  for (let touchpoint = open.pop(); touchpoint !== undefined; touchpoint = open.pop()) {
    if (all.has(touchpoint.key) || !endsBadly(touchpoint, all)) continue;
    all.add(touchpoint.key);
    open.push(...(before.get(touchpoint.key) ?? []));
  }
  const ofFailures = new Set(all);
  for (let size = -1; size !== ofFailures.size; ) {
    size = ofFailures.size;
    const led = new Set<string>();
    const ledElsewhere = new Set<string>();
    for (const { key, ways } of touchpoints) {
      for (const way of ways) {
        if (way.kind === 'end' || way.to === undefined) continue;
        if (way.kind === 'failure' || ofFailures.has(key)) led.add(way.to);
        else ledElsewhere.add(way.to);
      }
    }
    for (const key of ofFailures) if (!led.has(key) || ledElsewhere.has(key)) ofFailures.delete(key);
  }
  return { all, ofFailures };
}

/** Where a failure that begins at a place ends badly, after steps that say nothing of the way, when the text goes on behind it. */
function lastOfFailure(touchpoints: readonly WrittenTouchpoint[], first: number, { all }: BadEnds): number | undefined {
  const last = touchpoints.findIndex(({ ways }, at) => at >= first && ways.length > 0);
  return last + 1 < touchpoints.length && all.has(touchpoints[last]?.key ?? '') ? last : undefined;
}

/** Whether all ways on are ends without success, or arrows to touchpoints that are known to end so. */
function endsBadly({ ways }: WrittenTouchpoint, known: ReadonlySet<string>): boolean {
  const on = ways.filter(({ kind }) => kind !== 'failure' && kind !== 'loop');
  return (
    on.length > 0 &&
    on.every((way) => {
      if (way.kind === 'arrow') return way.personas.length === 0 && way.to !== undefined && known.has(way.to);
      return way.kind === 'end' && way.end !== undefined && way.end.value !== 'success';
    })
  );
}

/** The place of a touchpoint in the text, by its key. */
type PlaceOf = (key: string | undefined) => number | undefined;

/**
 * Where the help that begins at a place ends: at a touchpoint from which everybody goes back, there or after steps that say
 * nothing of the way. Missing when it leads on.
 */
function lastOfHelp(touchpoints: readonly WrittenTouchpoint[], first: number, placeOf: PlaceOf): number | undefined {
  for (let at = first; ; at += 1) {
    const touchpoint = touchpoints[at];
    if (touchpoint === undefined) return undefined;
    // A round that is limited, further on, is what customers come for again and again.
    if (
      isDetour(touchpoint, first, placeOf) &&
      (at === first || !touchpoint.ways.some(({ kind }) => kind === 'loop'))
    ) {
      return at;
    }
    if (touchpoint.ways.length > 0) return undefined;
  }
}

/** Whether everybody goes back from there to before a place: without a way past it nobody would get on. */
function isDetour({ ways }: WrittenTouchpoint, before: number, placeOf: PlaceOf): boolean {
  // A loop says how often, and where to when it did not help.
  const on = ways.filter(({ kind }) => kind !== 'failure' && kind !== 'loop');
  return (
    on.length > 0 &&
    on.every((way) => {
      const place = way.kind === 'arrow' && way.personas.length === 0 ? placeOf(way.to) : undefined;
      return place !== undefined && place < before;
    })
  );
}

function implied(touchpoint: WrittenTouchpoint, next: string | undefined, personas: readonly Reference[]): Path {
  const { key: from, place } = touchpoint;
  const common = { from, personas, carries: [], transfer: false, place };
  if (next !== undefined) return { kind: 'next', to: next, ...common };
  return { kind: 'end', end: { value: 'success', implied: true, place }, ...common };
}

/** The personas that nothing written leads on: none (`undefined`), everybody (empty), or those that the arrows leave out. */
function whoGoesOn(touchpoint: WrittenTouchpoint, personas: readonly Reference[]): readonly Reference[] | undefined {
  const ways = touchpoint.ways.filter((way) => way.kind === 'end' || (way.kind === 'arrow' && way.to !== undefined));
  if (ways.length === 0) return [];
  const led = new Set<string>();
  for (const way of ways) {
    // A way that everybody can take leaves nobody behind.
    if (way.kind !== 'arrow' || way.personas.length === 0) return undefined;
    for (const persona of way.personas) led.add(persona.key);
  }
  const seeing = touchpoint.personas.length === 0 ? personas : touchpoint.personas;
  // Where nobody says whom the journey is for, there may always be others.
  if (seeing.length === 0) return [];
  const rest = seeing.filter((persona) => !led.has(persona.key));
  return rest.length === 0 ? undefined : rest;
}
