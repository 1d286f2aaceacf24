import type { Declaration, Titled } from './declaration.ts';
import type { Place } from './place.ts';
import type {
  CalendarDate,
  Duration,
  Hours,
  Mark,
  Money,
  Percentage,
  PlainNumber,
  Prose,
  Quantity,
  Reference,
  Word,
} from './values.ts';
import type {
  ActionStatus,
  CauseName,
  ChannelKind,
  DataKind,
  KanoClass,
  MetricKind,
  SeverityLevel,
  SystemKind,
} from './words.ts';

/** Where a statement comes from, if anybody has looked: an interview, a survey, a log. */
export interface Evidence {
  readonly kind: Word;
  readonly count?: PlainNumber;
  readonly date?: CalendarDate;
  readonly note?: Prose;
  readonly place: Place;
}

/** An open admission that something is assumed. */
export interface Assumption {
  readonly text?: Prose;
  readonly place: Place;
}

/** A target customer. Preferences include those of the segments; `ownPrefers` are the persona's own. */
export interface Persona extends Declaration {
  /** The titles without a description in brackets, for sentences. Missing where it is the title itself, or would be the name of another persona, too. */
  readonly called?: Titled;
  readonly segments: readonly Reference[];
  readonly age?: Prose | Quantity;
  readonly occupation?: Prose;
  readonly demographics: readonly Prose[];
  readonly interests: readonly Prose[];
  readonly attitudes: readonly Prose[];
  readonly values: readonly Prose[];
  readonly behaviours: readonly Prose[];
  readonly quotes: readonly Prose[];
  readonly image?: Prose;
  readonly wants: readonly Prose[];
  readonly notes: readonly Prose[];
  readonly needs: readonly Need[];
  readonly pains: readonly Pain[];
  readonly questions: readonly Question[];
  /** In order of preference, own before inherited, without repeats. */
  readonly prefers: readonly Reference[];
  readonly avoids: readonly Reference[];
  /** Devices, skills and other means, e.g. `smartphone`; own and inherited. */
  readonly has: readonly Word[];
  readonly lacks: readonly Word[];
  readonly languages: readonly Word[];
  readonly hours: readonly Hours[];
  /** How long the whole journey may make this persona wait. */
  readonly patience?: Duration;
  readonly expectations: readonly Expectation[];
  /** Lifetime value. */
  readonly ltv?: Money;
  readonly worth?: Word;
  readonly share?: Percentage;
  readonly evidence: readonly Evidence[];
  readonly assumptions: readonly Assumption[];
}

/** What a persona expects: in words, or as a time to reply on some channels (empty: on every channel). */
export interface Expectation {
  readonly text?: Prose;
  readonly within?: Duration;
  readonly channels: readonly Reference[];
  readonly place: Place;
}

export interface Segment extends Declaration {
  readonly prefers: readonly Reference[];
  readonly avoids: readonly Reference[];
  readonly has: readonly Word[];
  readonly lacks: readonly Word[];
  readonly languages: readonly Word[];
  readonly share?: Percentage;
  readonly criteria: readonly Prose[];
  readonly notes: readonly Prose[];
  readonly evidence: readonly Evidence[];
}

export interface Need extends Declaration {
  readonly kano?: Word<KanoClass>;
}

export type Pain = Declaration;

/** Something the customer wants to know. `blocks` names the decision that it holds up. */
export interface Question extends Declaration {
  readonly blocks: readonly Reference[];
  readonly personas: readonly Reference[];
}

/** Something that stands in the customer's way. */
export interface Barrier extends Declaration {
  readonly cause?: Word<CauseName>;
  readonly severity?: Word<SeverityLevel>;
  readonly personas: readonly Reference[];
}

/** An idea for improvement noted on the spot, without a declaration of its own. */
export interface Opportunity {
  readonly text: Prose;
  readonly owner?: Reference;
  readonly status?: Word<ActionStatus>;
  readonly solves: readonly Reference[];
  readonly place: Place;
}

/** A limit on waiting; without channels it holds for all. */
export interface WaitLimit {
  readonly limit: Duration;
  readonly channels: readonly Reference[];
  readonly place: Place;
}

/**
 * A way to meet. The marks are what its kind brings (words.ts) together with what the author adds.
 */
export interface Channel extends Declaration {
  /** Also without a statement when the id is the name of a kind: `channel phone { … }`. */
  readonly kind?: Word<ChannelKind>;
  /** A person is at the other end. */
  readonly human: boolean;
  /** The other end answers at once or the customer holds the line. */
  readonly live: boolean;
  /** The customer can get things done alone. */
  readonly selfService: boolean;
  /** A machine converses: chatbot or voice menu. */
  readonly bot: boolean;
  /** Reached through a screen. */
  readonly digital: boolean;
  readonly thirdParty: boolean;
  readonly hours: readonly Hours[];
  /** What the customer must have, e.g. `smartphone`. */
  readonly requires: readonly Word[];
  readonly languages: readonly Word[];
  readonly limits: readonly WaitLimit[];
  /** The system of the partner who runs it, if it is not the company's own. */
  readonly partner?: Reference;
  readonly notes: readonly Prose[];
}

/** Where data about the customer is held. */
export interface System extends Declaration {
  readonly kind?: Word<SystemKind>;
  readonly holds: readonly Reference[];
  readonly masters: readonly Reference[];
  readonly shares: readonly Sharing[];
  /** Data by which it tells one customer from another. */
  readonly recognises: readonly Reference[];
  /** How old its data may be. */
  readonly latency?: Duration;
  readonly owner?: Reference;
  readonly notes: readonly Prose[];
}

export interface Sharing {
  readonly data: readonly Reference[];
  readonly targets: readonly Reference[];
  readonly place: Place;
}

export interface Team extends Declaration {
  readonly notes: readonly Prose[];
}

/** An agreement on how one team passes a customer to another. */
export interface Handover {
  readonly from: Reference;
  readonly to: Reference;
  readonly carries: readonly Reference[];
  readonly within?: Duration;
  readonly feedback?: Mark;
  readonly place: Place;
}

/** A datum about the customer, or a thing such as a coupon that the customer is given. */
export interface Data extends Declaration {
  readonly kinds: readonly Word<DataKind>[];
  readonly personal: boolean;
  readonly sensitive: boolean;
  /** Whether it tells one customer from another. */
  readonly identifier: boolean;
  readonly behavioural: boolean;
  readonly retention?: Duration;
  /** For a coupon or offer: the channels that take it. Empty: all. */
  readonly validOn: readonly Reference[];
  readonly aliases: readonly Prose[];
  readonly notes: readonly Prose[];
}

/** What the customer can agree to. */
export interface Consent extends Declaration {
  readonly covers: readonly Coverage[];
  readonly optional?: Mark;
  readonly required?: Mark;
  readonly notes: readonly Prose[];
}

export interface Coverage {
  readonly data: readonly Reference[];
  readonly purposes: readonly Word[];
  readonly place: Place;
}

export interface Target {
  readonly value: Quantity;
  readonly by?: CalendarDate;
  readonly place: Place;
}

export interface Metric extends Declaration {
  readonly kind?: Word<MetricKind>;
  readonly better?: Word<'up' | 'down'>;
  readonly baseline?: Quantity;
  readonly target?: Target;
  readonly scale?: { readonly low: Quantity; readonly high: Quantity; readonly place: Place };
  /** Touchpoints where it is measured. */
  readonly at: readonly Reference[];
  readonly source?: Prose;
  readonly owner?: Reference;
  readonly notes: readonly Prose[];
}

export interface Goal extends Declaration {
  readonly kind?: Word;
  readonly metrics: readonly Reference[];
  readonly baseline?: Quantity;
  readonly target?: Target;
  readonly by?: CalendarDate;
  readonly within?: Duration;
  readonly owner?: Reference;
  readonly personas: readonly Reference[];
  readonly notes: readonly Prose[];
}

/** Something the company states, with its one true value. */
export interface Fact extends Declaration {
  readonly value: Prose | Quantity;
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly personas: readonly Reference[];
}

export interface Brand extends Declaration {
  readonly tones: readonly Word[];
  readonly never: readonly Word[];
  readonly notes: readonly Prose[];
}

/** A named feeling; `value` is within −2…+2. */
export interface Emotion extends Declaration {
  readonly value: number;
  readonly face?: string;
}

export interface Action extends Declaration {
  readonly solves: readonly Reference[];
  readonly supports: readonly Reference[];
  readonly at: readonly Reference[];
  readonly owner?: Reference;
  readonly due?: CalendarDate;
  readonly status?: Word<ActionStatus>;
  /** 1…5 */
  readonly effort?: PlainNumber;
  /** 1…5 */
  readonly impact?: PlainNumber;
  readonly ticket?: Prose;
  readonly kind?: Word<'remove' | 'nudge'>;
  readonly phase?: Prose | Quantity;
  readonly cost?: Money;
  readonly personas: readonly Reference[];
  readonly notes: readonly Prose[];
}

export interface Experiment extends Declaration {
  readonly touchpoints: readonly Reference[];
  readonly personas: readonly Reference[];
  readonly hypothesis?: Prose;
  /** The first is the primary metric. */
  readonly metrics: readonly Reference[];
  readonly variants: readonly Declaration[];
  readonly split: readonly Quantity[];
  readonly baseline?: Quantity;
  /** Smallest effect worth finding: percentage points, or a relative change when written as `%`. */
  readonly effect?: Quantity;
  readonly alpha?: Quantity;
  readonly power?: Quantity;
  readonly traffic?: { readonly count: PlainNumber; readonly perSeconds: number; readonly place: Place };
  readonly runs?: Duration;
  readonly starts?: CalendarDate;
  readonly status?: Word<ActionStatus>;
  readonly exclusive?: Mark;
  readonly stop?: Word;
  readonly guardrails: readonly Reference[];
  readonly results: readonly ExperimentResult[];
  readonly owner?: Reference;
  readonly notes: readonly Prose[];
}

export interface ExperimentResult {
  /** Key of the variant. */
  readonly variant: Reference;
  readonly conversions: PlainNumber;
  readonly visitors: PlainNumber;
  readonly place: Place;
}
