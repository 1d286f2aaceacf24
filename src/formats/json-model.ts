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
} from '../model/entities.ts';
import type { WayKind } from '../model/graph.ts';
import type { Journey } from '../model/journey.ts';
import type { Suppression } from '../model/model.ts';
import type { Reference } from '../model/values.ts';
import type { EndKind } from '../model/words.ts';

/** Names the schema, which is schemas/model.schema.json of the package. */
export const MODEL_SCHEMA = 'urn:journey-language:schema:model:1';

/**
 * One journey file as data. Its own journeys are whole; of everything else there is what the file declares or imports,
 * and what these refer to. Things are found by their `key`, which is what a `Reference` names.
 *
 * Wherever this says `Place`, the JSON has `{file, range}`. What is not written in the file is missing, an empty list is
 * `[]`. When the meaning of a property changes, so does `version`.
 */
export interface ModelJson {
  readonly $schema: typeof MODEL_SCHEMA;
  readonly version: 1;
  /** The file's path relative to the folder that the export was made for, with forward slashes. */
  readonly file: string;
  /** The journeys that the file declares, in the order of the text. */
  readonly journeys: readonly JourneyJson[];
  readonly personas: readonly Persona[];
  readonly segments: readonly Segment[];
  readonly channels: readonly Channel[];
  readonly systems: readonly System[];
  readonly teams: readonly Team[];
  readonly handovers: readonly Handover[];
  readonly data: readonly Data[];
  readonly consents: readonly Consent[];
  readonly metrics: readonly Metric[];
  readonly goals: readonly Goal[];
  readonly facts: readonly Fact[];
  readonly brands: readonly Brand[];
  readonly emotions: readonly Emotion[];
  readonly actions: readonly Action[];
  readonly experiments: readonly Experiment[];
  readonly suppressions: readonly Suppression[];
}

export interface JourneyJson extends Journey {
  /** The journey as each persona goes through it; one view without a persona when it is for nobody in particular. */
  readonly views: readonly ViewJson[];
}

/** The touchpoints and ways that one persona meets. Optional touchpoints have ways around them. */
export interface ViewJson {
  /** Key of the persona; missing when everybody sees the same. */
  readonly persona?: string;
  /** Keys of the touchpoints, in the order of the text. */
  readonly touchpoints: readonly string[];
  /** Keys of the touchpoints at which the journey can begin. */
  readonly entries: readonly string[];
  readonly ways: readonly WayJson[];
  readonly ends: readonly EndJson[];
}

/** A way from one touchpoint to another. */
export interface WayJson {
  /** What it follows from; `skip` leaves out an optional touchpoint. */
  readonly kind: WayKind;
  readonly from: string;
  readonly to: string;
  /** Written share of those at `from` who go this way, 0…1. */
  readonly share?: number;
  /** Keys of the touchpoints between that are passed over. */
  readonly over: readonly string[];
  readonly carries: readonly Reference[];
  /** The customer is passed on to somebody else. */
  readonly transfer: boolean;
}

/** A way out of the journey. */
export interface EndJson {
  readonly kind: WayKind | 'end';
  readonly from: string;
  readonly end: EndKind;
  /** Nothing is written: it is the last touchpoint in the text. */
  readonly implied: boolean;
  readonly share?: number;
  readonly over: readonly string[];
}
