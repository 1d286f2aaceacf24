import { type JourneyScore, scoreOf } from '../friction/score.ts';
import { analysisOf, type PersonaView } from '../model/analysis.ts';
import type { Persona } from '../model/entities.ts';
import type { Finding } from '../model/finding.ts';
import type { EmotionPoint } from '../model/flow/emotions.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Difference } from './difference.ts';
import { groupBy } from '../model/group-by.ts';
import { handleIn, type Version, type VersionFile } from './snapshot.ts';

/** A journey as it is in one version, in numbers. */
export interface JourneyState {
  readonly path: string;
  readonly model: Model;
  readonly journey: Journey;
  /** The findings about this journey, hints included. */
  readonly findings: readonly Finding[];
  readonly score: JourneyScore;
  readonly stages: number;
  readonly touchpoints: number;
  readonly personas: readonly PersonaState[];
}

/** What one persona goes through on the way that most customers go. */
export interface PersonaState {
  /** Missing in a journey that is for nobody in particular. */
  readonly persona?: Persona;
  readonly lowest?: EmotionPoint;
  /** How it feels at the last touchpoint that says so, −2…+2. */
  readonly end?: number;
  /** −2…+2 */
  readonly mean?: number;
  /** Seconds that the customer waits on the longest way to a good end (to any end, if there is no good one). */
  readonly wait?: number;
}

/** What became of the findings about a journey, or about all that is no journey's. */
export interface FindingChanges {
  /** In the earlier version only. */
  readonly fixed: readonly Finding[];
  /** In the later version only. */
  readonly fresh: readonly Finding[];
  /** In both; as they are in the later version. */
  readonly remaining: readonly Finding[];
}

/** What happened to one journey. One of the two states is missing when the journey is new or gone. */
export interface JourneyImpact {
  readonly before?: JourneyState;
  readonly after?: JourneyState;
  readonly findings: FindingChanges;
  readonly touchpoints: readonly TouchpointImpact[];
}

/** What differs for a customer at a touchpoint that is in both versions. */
export interface TouchpointImpact {
  readonly before: Touchpoint;
  readonly after: Touchpoint;
  readonly feelings: readonly { readonly persona?: Persona; readonly before?: number; readonly after?: number }[];
  /** There are several personas, and all of them felt the same before and feel the same now. */
  readonly isForAll: boolean;
  /** Typical waits in seconds; 0 when there is none. Missing when nothing has changed. */
  readonly wait?: { readonly before: number; readonly after: number };
}

/** Every journey of the two versions: those of the later one in its order, then those that are gone. */
export function impactOf(
  before: Version,
  after: Version,
  { matches }: Pick<Difference, 'matches'>,
): readonly JourneyImpact[] {
  const earlier = statesOf(before);
  const later = statesOf(after);
  const impacts = [...later].map(([handle, state]) =>
    compareStates(earlier.get(matches.toBefore.get(handle)?.handle ?? ''), state, matches),
  );
  const gone = [...earlier].filter(([handle]) => !matches.toAfter.has(handle));
  return [...impacts, ...gone.map(([, state]) => compareStates(state, undefined, matches))];
}

/** What two states of a journey, or two journeys, do to the customer. */
export function compareStates(
  before: JourneyState | undefined,
  after: JourneyState | undefined,
  matches: Difference['matches'],
): JourneyImpact {
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    findings: compareFindings(before, after, matches),
    touchpoints: before === undefined || after === undefined ? [] : compareTouchpoints(before, after, matches),
  };
}

/** Score after minus score before; a missing journey has none. */
export function scoreChange({ before, after }: JourneyImpact): number {
  return (after?.score.total ?? 0) - (before?.score.total ?? 0);
}

export function stateOf({ path, model, findings }: VersionFile, journey: Journey): JourneyState {
  const own = findings.filter(({ subject }) => subject.journey === journey.key);
  return {
    path,
    model,
    journey,
    findings: own,
    score: scoreOf(journey, own),
    stages: journey.stages.length,
    touchpoints: journey.stages.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0),
    personas: analysisOf(model, journey).views.map(personaState),
  };
}

function statesOf({ files }: Version): ReadonlyMap<string, JourneyState> {
  return new Map(
    files.flatMap((file) =>
      [...file.model.journeys.values()]
        .filter(({ place }) => place.uri === file.model.uri)
        .map((journey) => [handleIn(file.path, 'journey', journey.key), stateOf(file, journey)] as const),
    ),
  );
}

function personaState({ persona, emotions, flow }: PersonaView): PersonaState {
  const { lowest, mean, points } = emotions;
  const end = points.at(-1)?.value;
  const good = flow.waits.toEnds.filter((way) => way.end.end === 'success');
  const ways = good.length > 0 ? good : flow.waits.toEnds;
  return {
    ...(persona !== undefined && { persona }),
    ...(lowest !== undefined && { lowest }),
    ...(end !== undefined && { end }),
    ...(mean !== undefined && { mean }),
    ...(ways.length > 0 && { wait: Math.max(...ways.map(({ typical }) => typical.seconds)) }),
  };
}

function compareFindings(
  before: JourneyState | undefined,
  after: JourneyState | undefined,
  { toAfter }: Difference['matches'],
): FindingChanges {
  const renamed = (handle: string): string => toAfter.get(handle)?.handle ?? handle;
  const was = groupBy(before?.findings ?? [], (finding) => identity(finding, before, renamed));
  const is = groupBy(after?.findings ?? [], (finding) => identity(finding, after));
  return {
    fixed: extra(was, is),
    fresh: extra(is, was),
    remaining: [...is].flatMap(([key, all]) => all.slice(0, was.get(key)?.length ?? 0)),
  };
}

/** Of each sort, as many as the other side does not have. */
function extra(
  mine: ReadonlyMap<string, readonly Finding[]>,
  others: ReadonlyMap<string, readonly Finding[]>,
): readonly Finding[] {
  return [...mine].flatMap(([key, all]) => all.slice(others.get(key)?.length ?? 0));
}

/** The rule and what it speaks of; not the words, which change with every number in them. */
function identity(
  { code, subject }: Finding,
  state: JourneyState | undefined,
  rename: (handle: string) => string = (handle) => handle,
): string {
  const path = state?.path ?? '';
  const handle = (kind: 'stage' | 'touchpoint', key: string | undefined): string =>
    key === undefined ? '' : rename(handleIn(path, kind, key));
  return JSON.stringify([
    code,
    handle('stage', subject.stage),
    handle('touchpoint', subject.touchpoint),
    handle('touchpoint', subject.next),
  ]);
}

function compareTouchpoints(
  before: JourneyState,
  after: JourneyState,
  { toBefore }: Difference['matches'],
): readonly TouchpointImpact[] {
  const earlier = new Map(
    touchpointsOf(before.journey).map((each) => [handleIn(before.path, 'touchpoint', each.key), each]),
  );
  return touchpointsOf(after.journey).flatMap((touchpoint) => {
    const old = earlier.get(toBefore.get(handleIn(after.path, 'touchpoint', touchpoint.key))?.handle ?? '');
    if (old === undefined) return [];
    const feelings = feelingChanges(before, old, after, touchpoint);
    const wait = { before: old.wait?.typical.seconds ?? 0, after: touchpoint.wait?.typical.seconds ?? 0 };
    const waits = wait.before !== wait.after;
    if (feelings.length === 0 && !waits) return [];
    const isForAll = feelings.length > 1 && feelings.length === after.personas.length && areSame(feelings);
    return [{ before: old, after: touchpoint, feelings, isForAll, ...(waits && { wait }) }];
  });
}

function areSame([first, ...others]: TouchpointImpact['feelings']): boolean {
  return others.every(({ before, after }) => before === first?.before && after === first?.after);
}

function feelingChanges(
  before: JourneyState,
  old: Touchpoint,
  after: JourneyState,
  touchpoint: Touchpoint,
): TouchpointImpact['feelings'] {
  return after.personas.flatMap(({ persona }) => {
    const was = feelingAt(before, old, persona?.key);
    const is = feelingAt(after, touchpoint, persona?.key);
    if (was === is) return [];
    return [
      {
        ...(persona !== undefined && { persona }),
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
      },
    ];
  });
}

function feelingAt(
  { model, journey }: JourneyState,
  touchpoint: Touchpoint,
  persona: string | undefined,
): number | undefined {
  const { views } = analysisOf(model, journey);
  const view = views.find((each) => each.persona?.key === persona) ?? views[0];
  const node = view.graph.nodes.find((each) => each.touchpoint.key === touchpoint.key);
  return node === undefined ? undefined : view.feelingAt(node);
}

function touchpointsOf({ stages }: Journey): readonly Touchpoint[] {
  return stages.flatMap(({ touchpoints }) => touchpoints);
}
