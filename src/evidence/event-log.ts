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
  /** How often it took longer than the journey says; missing where the journey says nothing. */
  readonly late?: number;
}

/** An event as the log names it. */
export interface LogActivity {
  readonly name: string;
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
