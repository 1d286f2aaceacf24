import type { AskedLimit } from '../friction/asked-limits.ts';
import type { GraphEdge, GraphEnd } from '../model/graph.ts';
import type { Count } from '../model/measured/count.ts';
import type { EndKind } from '../model/words.ts';
import type { DeviationKind } from './deviations.ts';
import type { Gap, LogCode, LogProfile, LogSummary } from './event-log.ts';
import type { Mapping, MappedEvent } from './mapping.ts';

/** A journey held against a log. Counts are of cases unless they say otherwise; nothing in it names a case. */
export interface Conformance {
  /** Key of the journey. */
  readonly journey: string;
  readonly profile: LogProfile;
  readonly mapping: SharedMapping;
  /** Cases that were compared. */
  readonly cases: number;
  readonly variants: number;
  /** Cases without any deviation; touchpoints that failed are none where the journey goes on after a failure. */
  readonly conforming: Count;
  /** Mean over the cases, 0…1. */
  readonly fitness: number;
  /** Cases that reached a successful end. */
  readonly finished: Count;
  /** From the first event of a case to its last, in seconds; missing for too few cases. */
  readonly duration?: LogSummary['duration'];
  readonly personas: readonly PersonaResult[];
  readonly touchpoints: readonly TouchpointResult[];
  /** The most frequent first. */
  readonly deviations: readonly DeviationResult[];
  readonly branches: readonly BranchResult[];
  readonly stages: readonly StageResult[];
  /** Cases that had the same touchpoint more than once. */
  readonly repeated: Count;
  /** Cases that went from one channel to another. */
  readonly switched: Count;
  /** Changes from one channel to another between two touchpoints, the most frequent first. */
  readonly switches: readonly ChannelSwitch[];
  /** The most frequent sequences of touchpoints. */
  readonly mainVariants: readonly VariantResult[];
  readonly segments: readonly GroupResult[];
  readonly periods: readonly GroupResult[];
  /**
   * Fewer cases than this are not told apart: such counts are `<5`, counts that would give them away `>95`, and what would
   * name such a group is left out.
   */
  readonly leastGroup: number;
  /** How many counts are told as bounds, or left out. */
  readonly suppressed: number;
}

/** Personas who see the same touchpoints and ways are one result. */
export interface PersonaResult {
  /** Keys; empty where the journey is for everybody. */
  readonly personas: readonly string[];
  /** Cases that say they are of this persona, or fit it best. */
  readonly cases: Count;
  readonly conforming: Count;
  /** Missing for too few cases. */
  readonly fitness?: number;
}

export interface TouchpointResult {
  readonly touchpoint: string;
  /** Whether an event is mapped to it; without one nothing is known. */
  readonly isSeen: boolean;
  /** Cases that had it, and how often all together. */
  readonly cases: Count;
  readonly visits: Count;
  /** Cases that had it more than once. */
  readonly repeated: Count;
  /** Cases that ended with it without reaching an end of the journey. */
  readonly left: Count;
  readonly deviations: Readonly<Partial<Record<DeviationKind, Count>>>;
  /** The time before it, since the event before. */
  readonly wait?: Gap;
  /** How the times that are written, tolerated and told for it were kept. */
  readonly limits: readonly LimitResult[];
  /** What customers said: how many of them, and the mean on the log's own scale. */
  readonly score?: { readonly answers: number; readonly mean: number };
}

export interface LimitResult extends Omit<AskedLimit, 'touchpoint' | 'phrase' | 'place'> {
  /** Times it applied, and times it took longer. */
  readonly times: number;
  readonly over: Count;
  /** Of these times, in seconds. */
  readonly median: number;
}

export interface DeviationResult {
  readonly kind: DeviationKind;
  /** Key of the touchpoint, or… */
  readonly touchpoint?: string;
  /** …name of the event that is none. */
  readonly event?: string;
  /** Key of the touchpoint before. */
  readonly after?: string;
  readonly cases: Count;
}

/** How many went which way where there is more than one. Ways that nobody took are there with none. */
export interface BranchResult {
  readonly from: string;
  readonly ways: readonly WayResult[];
  /** Passages from there, all ways together. */
  readonly passages: number;
}

export interface WayResult {
  /** Key of the touchpoint that it leads to, or… */
  readonly to?: string;
  /** …how the journey ends there. */
  readonly end?: EndKind;
  readonly kind: GraphEdge['kind'] | GraphEnd['kind'];
  /** What is written, 0…1. */
  readonly written?: number;
  readonly passages: Count;
}

export interface StageResult {
  readonly stage: string;
  /** Cases that had at least one touchpoint of it. */
  readonly reached: Count;
  /** Those of them that went on to a later stage or reached a successful end. */
  readonly passed: Count;
  /** Cases that were last seen here and did not reach a successful end. */
  readonly left: Count;
}

interface ChannelSwitch {
  readonly from: string;
  readonly to: string;
  readonly times: Count;
}

export interface VariantResult {
  readonly codes: readonly LogCode[];
  readonly cases: Count;
  readonly fitness: number;
}

export interface GroupResult {
  readonly name: string;
  readonly cases: Count;
  readonly conforming: Count;
  readonly finished: Count;
  readonly repeated: Count;
  readonly switched: Count;
  readonly fitness: number;
}

/** A mapping without the names of events that few cases have: such a name may be one of the cases. */
export interface SharedMapping extends Omit<Mapping, 'events'> {
  readonly events: readonly SharedEvent[];
  /** How many unmapped events are not named because few cases have them. */
  readonly unnamed: number;
}

export type SharedEvent = Omit<MappedEvent, 'cases' | 'events'> & { readonly cases: Count; readonly events: Count };

/** What a log says, ready to be compared. */
export interface ComparedLog {
  readonly profile: LogProfile;
  readonly mapping: Mapping;
  readonly summary: LogSummary;
  /** What `summary.limits` are the answers to. */
  readonly asked: readonly AskedLimit[];
}
