import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Locale } from '../../model/text.ts';
import type { CauseName, Initiator, JourneyKind } from '../../model/words.ts';
import type { IconName } from '../generated/icons.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { CellLane } from './lanes.ts';

/**
 * What a map of one journey says, in one language and for the chosen personas and lanes, before anybody decides where it
 * stands. The wide matrix, the narrow timeline, the tables and the terminal drawing all show this and nothing else.
 */
export interface MapContent {
  readonly locale: Locale;
  readonly key: string;
  readonly place: Place;
  readonly title: string;
  readonly kind: JourneyKind;
  readonly header: HeaderContent;
  readonly personas: readonly PersonaContent[];
  readonly stages: readonly StageContent[];
  /** In the order of the text, across the stages. */
  readonly touchpoints: readonly TouchpointContent[];
  readonly joints: readonly JointContent[];
  readonly curves: readonly Curve[];
  readonly lanes: readonly CellLane[];
  readonly showsEmotion: boolean;
  /** Whether the worst findings are written out below the matrix. */
  readonly showsFrictions: boolean;
  /** The most severe findings, worst first. */
  readonly frictions: readonly FrictionContent[];
  /** Two or three sentences: how the emotion runs, and how much friction there is. */
  readonly summary: string;
  /** What the measurements on it were made from, where there are any. */
  readonly measured?: string;
}

export interface HeaderContent {
  readonly badge: string;
  readonly scenarios: readonly string[];
  /** The scenarios are of the map of two versions, and the summary says the same: who shows both says it once. */
  readonly isSummary?: true;
  readonly expectations: readonly string[];
  readonly goals: readonly GoalContent[];
  readonly owner?: string;
  readonly reviewed?: string;
  /** Touchpoints that name evidence, and all of them. */
  readonly evidence?: { readonly known: number; readonly all: number };
  readonly score?: ScoreContent;
}

export interface GoalContent {
  readonly title: string;
  /** e.g. `42% → 70%`. */
  readonly figures: string;
}

export interface ScoreContent {
  readonly total: string;
  /** Largest first, without those that are zero. */
  readonly causes: readonly { readonly cause: CauseName | 'other'; readonly value: number; readonly text: string }[];
}

export interface PersonaContent {
  readonly key: string;
  /** Its place among all personas of the journey: who looks at one of them sees it in the colour it has beside the others. */
  readonly colour: number;
  readonly name: string;
  /** The name without a description in brackets, for where there is little room. */
  readonly called: string;
  /** Age and occupation. */
  readonly about: string;
  readonly quote?: string;
  readonly need?: string;
  readonly pain?: string;
  /** Share of the customers, lifetime value. */
  readonly figures: string;
  readonly place: Place;
}

export interface StageContent {
  readonly key: string;
  readonly index: number;
  readonly title: string;
  readonly icon?: IconName;
  readonly kind?: string;
  readonly conversion?: string;
  readonly metrics: readonly string[];
  readonly owner?: string;
  readonly score?: string;
  readonly touchpoints: readonly TouchpointContent[];
  readonly place: Place;
  readonly change?: ChangeContent;
}

export interface TouchpointContent {
  readonly key: string;
  /** Its place in `MapContent.touchpoints`. */
  readonly index: number;
  readonly stage: number;
  readonly title: string;
  readonly initiator?: Initiator;
  readonly channels: readonly ChannelContent[];
  readonly alternatives: readonly ChannelContent[];
  /** Indices in `MapContent.personas`; empty when it is for all of them. */
  readonly personas: readonly number[];
  readonly momentOfTruth: boolean;
  readonly optional: boolean;
  /** A day or more passes before it, or in it by waiting: the time axis is broken there. */
  readonly longTime: { readonly before: boolean; readonly waiting: boolean };
  /** Place of the touchpoint during whose wait it happens. */
  readonly during?: number;
  /** How long the customer waits there, as written. */
  readonly wait?: string;
  /** Whether the main path goes through it. */
  readonly main: boolean;
  /** What is said about the way here and the way on, such as a condition, a loop, an end. */
  readonly notes: readonly Item[];
  readonly cells: Readonly<Partial<Record<CellLane, readonly Item[]>>>;
  readonly causes: readonly CauseCount[];
  /** How many findings there are about it. */
  readonly findings: number;
  readonly owner?: string;
  readonly place: Place;
  readonly change?: ChangeContent;
}

/** How something differs from an earlier version of the journey; the card is framed by its kind. */
export interface ChangeContent {
  readonly kind: ChangeKind;
  /** With its sign, such as `+ added`; several for what was moved and changed, too. */
  readonly label: string;
  /** What exactly is different, a sentence or a pair of values each. */
  readonly details: readonly string[];
}

export interface ChannelContent {
  readonly icon: IconName;
  readonly name: string;
}

/** One entry of a cell. */
export interface Item {
  readonly text: string;
  readonly icon?: IconName;
  readonly tone?: Tone;
  /** Something short that belongs to it and is shown behind it, such as a status. */
  readonly badge?: string;
}

export type Tone = 'quote' | 'good' | 'bad' | 'muted' | 'warm';

export interface CauseCount {
  readonly cause: CauseName | 'other';
  readonly count: number;
}

/** A way from one touchpoint to another. */
export interface JointContent {
  /** Indices of the touchpoints, and their keys. */
  readonly from: number;
  readonly to: number;
  readonly fromKey: string;
  readonly toKey: string;
  readonly kind: 'main' | 'way' | 'failure' | 'loop';
  readonly share?: string;
  /** The share of all customers who were measured to go it, from 1 (few) to 4 (most). */
  readonly weight?: 1 | 2 | 3 | 4;
  readonly transfer: boolean;
  /** Findings about this way. */
  readonly causes: readonly CauseCount[];
}

/** How somebody feels along the journey. */
export interface Curve {
  readonly name: string;
  /** Index in `MapContent.personas`; missing when it is everybody's, or another journey's. */
  readonly persona?: number;
  /** Place among all personas of the journey of whose colour it has. */
  readonly colour: number;
  readonly compared: boolean;
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  /** Where it stands: the index of a touchpoint, or between two for another journey's. */
  readonly at: number;
  /** −2…+2 */
  readonly value: number;
  readonly label: string;
  /** The author's own face. */
  readonly face?: string;
  readonly mark?: 'lowest' | 'highest' | 'end';
  /** Off the main path: not joined with the others. */
  readonly aside: boolean;
  /** Between the point before on the main path and this one, some touchpoint says nothing of how it feels. */
  readonly gapBefore: boolean;
}

export interface FrictionContent {
  readonly cause: CauseName | 'other';
  readonly severity: Finding['severity'];
  /** Place of its stage in `MapContent.stages`, if it is about one. */
  readonly stage?: number;
  readonly where: string;
  readonly message: string;
  readonly help: string;
  readonly place: Place;
}

/** A number with its sign, as feelings are written: `+1`, `−2`, `0`. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return '0';
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}
