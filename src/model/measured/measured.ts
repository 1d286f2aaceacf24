import type { EndKind } from '../words.ts';
import type { Count } from './count.ts';

/**
 * What a log said about one journey: what a result file beside the journey holds. Aggregates only. Where a value was held
 * against something written, `written` is that statement as it was then: when the journey says something else today, the
 * measurement is out of date there.
 */
export interface Measured {
  /** Cases in the log. */
  readonly cases: number;
  /** The first and the last day of the log, as `2026-03-31`. */
  readonly from?: string;
  readonly to?: string;
  /** The day it was measured on. */
  readonly on: string;
  /** Cases that went as it is written, and that reached a successful end. */
  readonly conforming: Count;
  readonly finished: Count;
  /** 0…1, 1 is perfect. */
  readonly fitness: number;
  readonly touchpoints: readonly MeasuredTouchpoint[];
  /** Where there is more than one way on. */
  readonly ways: readonly MeasuredWay[];
  readonly stages: readonly MeasuredStage[];
  /** Events that the journey does not have, with the touchpoint that they happen after. */
  readonly extra: readonly MeasuredEvent[];
}

export const MEASURED_DEVIATIONS = ['adHoc', 'missing', 'left', 'sequence', 'failed'] as const;
type MeasuredDeviation = (typeof MEASURED_DEVIATIONS)[number];

export interface MeasuredTouchpoint {
  /** Key of the touchpoint. */
  readonly touchpoint: string;
  readonly cases: Count;
  /** Cases that were last seen here, and that had it more than once. */
  readonly left: Count;
  readonly repeated: Count;
  readonly deviations: Readonly<Partial<Record<MeasuredDeviation, Count>>>;
  /** Where it stood among the others (`placeAsWritten`); what is said of deviations holds for that place. */
  readonly place: string;
  readonly time?: MeasuredTime;
  readonly limits: readonly MeasuredLimit[];
  readonly feeling?: MeasuredFeeling;
}

/** The time before a touchpoint since what came before it, in seconds. */
export interface MeasuredTime {
  readonly times: number;
  readonly median: number;
  readonly p90: number;
  /** `timeAsWritten` */
  readonly written: string;
}

/** How a time that customers tolerate, or are told, was kept. */
export interface MeasuredLimit {
  readonly kind: 'tolerated' | 'told';
  readonly seconds: number;
  /** Key of the persona who tolerates no more; missing for everybody. */
  readonly persona?: string;
  /** Key of the touchpoint where it is told. */
  readonly toldAt?: string;
  readonly times: number;
  readonly over: Count;
  readonly median: number;
}

/** What customers said, brought to the scale of feelings. */
interface MeasuredFeeling {
  /** −2…+2 */
  readonly value: number;
  readonly answers: number;
}

export interface MeasuredWay {
  /** Key of the touchpoint that it begins at. */
  readonly from: string;
  /** Key of the touchpoint that it leads to, or… */
  readonly to?: string;
  /** …how the journey ends there. */
  readonly end?: EndKind;
  readonly passages: Count;
  /** Passages from there, all ways together. */
  readonly all: number;
  /** What was written, 0…1. */
  readonly written?: number;
}

interface MeasuredStage {
  /** Key of the stage. */
  readonly stage: string;
  readonly reached: Count;
  /** Of these, how many went on to a later stage or reached a successful end. */
  readonly passed: Count;
  /** The conversion that was written, 0…1. */
  readonly written?: number;
}

interface MeasuredEvent {
  readonly event: string;
  /** Key of the touchpoint before; missing at the beginning. */
  readonly after?: string;
  readonly cases: Count;
}
