import type {
  Action,
  Brand,
  Channel,
  Consent,
  Data,
  Emotion,
  Experiment,
  Fact,
  Goal,
  Handover,
  Metric,
  Persona,
  Segment,
  System,
  Team,
} from './entities.ts';
import type { Journey } from './journey.ts';
import type { Place } from './place.ts';

/**
 * What one file means: its own declarations, those of the files that it imports, and whatever any of these refer to in
 * other files or in the standard library. What else the library holds is not here.
 *
 * Plain data, built once for a version of a document, shared by everything that asks and never changed. Maps are in the
 * order of the text, own declarations first. A key is the id; when two of these declarations of a kind share an id (an
 * imported persona refers to a channel that this file shadows) the hidden one's key is `id@uri`, and an id that one block
 * declares twice becomes `id#2` the second time.
 */
export interface Model {
  readonly uri: string;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly segments: ReadonlyMap<string, Segment>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly systems: ReadonlyMap<string, System>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly handovers: readonly Handover[];
  readonly data: ReadonlyMap<string, Data>;
  readonly consents: ReadonlyMap<string, Consent>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly goals: ReadonlyMap<string, Goal>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly brands: ReadonlyMap<string, Brand>;
  readonly emotions: ReadonlyMap<string, Emotion>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly experiments: ReadonlyMap<string, Experiment>;
  /** Own and visible journeys; findings are reported for the own ones (`place.uri` is the model's). */
  readonly journeys: ReadonlyMap<string, Journey>;
  readonly suppressions: readonly Suppression[];
}

/** A comment `// journey-ignore rule: reason` in this file. */
export interface Suppression {
  /** The rule's id as written; empty when it is missing. */
  readonly rule: string;
  readonly reason?: string;
  /** The rule's id, or the whole comment when there is none. */
  readonly place: Place;
  /** All of it, to be removed: the comment, or what it takes of a comment that says more. */
  readonly extent: Place;
  /**
   * The line that it speaks of, counted from zero: its own line when it stands behind a statement, otherwise the next line
   * that holds more than a comment.
   */
  readonly line: number;
}

/** The journeys that are written in this file, in the order of the text. */
export function ownJourneys(model: Model): readonly Journey[] {
  return [...model.journeys.values()].filter((journey) => journey.place.uri === model.uri);
}
