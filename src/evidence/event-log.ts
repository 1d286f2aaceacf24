/**
 * What an engine tells about an event log: aggregates only, never a case. Every event of a case is already mapped to a
 * code, so that events of one touchpoint are one thing.
 */
export interface LogSummary {
  /** What the codes stand for: `codes[3]` is code 3. */
  readonly codes: readonly LogCode[];
  /** Sequences of codes with how often they occur; the most frequent first. */
  readonly variants: readonly LogVariant[];
  /** Times from one event to the next of the same case. */
  readonly gaps: readonly Gap[];
  /** How long cases take from their first event to the last, in seconds. */
  readonly duration: { readonly median: number; readonly p90: number };
  /** For each time limit that was asked for, in that order, how it was kept. */
  readonly limits: readonly KeptLimit[];
  /** What customers said about touchpoints; empty where the log has no scores. */
  readonly scores: readonly ScoreSummary[];
}

/** A touchpoint of the journey, or an event that is none. */
export type LogCode = { readonly touchpoint: string } | { readonly event: string };

export interface LogVariant {
  readonly steps: readonly LogStep[];
  /** How many cases went this way. At least one. */
  readonly cases: number;
  /** What the log says of these cases' persona, segment and the month they began in, if it does. */
  readonly persona?: string;
  readonly segment?: string;
  readonly period?: string;
}

export interface LogStep {
  /** Its place in `LogSummary.codes`. */
  readonly code: number;
  /** The log says that it went wrong. */
  readonly failed: boolean;
}

/** How long it took from one event to the next, in seconds. */
export interface Gap {
  /** Missing for the times before `to`, whatever came before. */
  readonly from?: number;
  readonly to: number;
  readonly times: number;
  readonly median: number;
  readonly p90: number;
}

/** A time that is not to be passed before an event. */
export interface TimeLimit {
  /** Code of the event. */
  readonly to: number;
  /** Code of the event directly before; missing: whatever came before. */
  readonly from?: number;
  /** Only cases of which the log says one of these; missing: all. */
  readonly personas?: readonly string[];
  readonly seconds: number;
}

/** How often a limit applied, and how often it took longer. */
export interface KeptLimit {
  readonly times: number;
  readonly over: number;
  /** Of these times, in seconds; 0 where there are none. */
  readonly median: number;
}

/** Scores that customers gave, as numbers of the log's own scale. */
interface ScoreSummary {
  /** Code of the event. */
  readonly code: number;
  readonly answers: number;
  readonly mean: number;
}

/** An event as the log names it. */
export interface LogActivity {
  readonly name: string;
  readonly events: number;
  readonly cases: number;
}

/** How often an event has a value of one of the columns that say more about it. */
export interface LogAttribute {
  readonly role: 'channel' | 'owner' | 'stage';
  /** Name of the event. */
  readonly activity: string;
  readonly value: string;
  readonly events: number;
  readonly cases: number;
}

/** The size of a log and what of it could not be used. */
export interface LogProfile {
  readonly cases: number;
  readonly events: number;
  /** The first and the last day, as `2011-10-11`; missing for an empty log. */
  readonly from?: string;
  readonly to?: string;
  /** The lowest and the highest score in the log; missing where there is none. */
  readonly scores?: { readonly lowest: number; readonly highest: number };
  readonly notices: readonly LogNotice[];
}

/** What a reader of a log must know about its quality. */
interface LogNotice {
  readonly kind: LogNoticeKind;
  readonly rows: number;
  /** The first such row, counted from one without the header; missing where rows have no number. */
  readonly firstRow?: number;
}

/**
 * The first five were left out. `unsorted` were put in order; `clockJump` lie in the future or before 1990;
 * `mixedZones` is a log of which some times name a zone and some do not, and the latter were taken as UTC.
 */
export type LogNoticeKind =
  | 'noCase'
  | 'noActivity'
  | 'noTime'
  | 'duplicate'
  | 'notComplete'
  | 'unsorted'
  | 'clockJump'
  | 'mixedZones';
