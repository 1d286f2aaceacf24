import type { Declaration } from './declaration.ts';
import type {
  Assumption,
  Barrier,
  Evidence,
  Expectation,
  Handover,
  Opportunity,
  Question,
  WaitLimit,
} from './entities.ts';
import type { Path } from './path.ts';
import type { Place } from './place.ts';
import type {
  CalendarDate,
  Duration,
  Mark,
  Money,
  Percentage,
  PlainNumber,
  Prose,
  Quantity,
  Reference,
  Word,
} from './values.ts';
import type { HandledBy, IdentityLevel, Initiator, JourneyKind, KanoClass, MessageKind, StageKind } from './words.ts';

/** One journey, whole: everything it says, and the paths that follow from it. */
export interface Journey extends Declaration {
  /** Without a statement a journey is as-is; `stated` says whether it was written. */
  readonly kind: { readonly value: JourneyKind; readonly stated?: Place };
  readonly personas: readonly Reference[];
  readonly targets: readonly Reference[];
  /** The as-is journey that this one improves. */
  readonly improves?: Reference;
  readonly scenarios: readonly Prose[];
  readonly expectations: readonly Expectation[];
  readonly goals: readonly Reference[];
  readonly owner?: Reference;
  readonly brand?: Reference;
  readonly reviewed?: CalendarDate;
  readonly limits: readonly WaitLimit[];
  readonly notes: readonly Prose[];
  readonly evidence: readonly Evidence[];
  readonly assumptions: readonly Assumption[];
  /** Written in the journey or at the top of a file in scope. */
  readonly handovers: readonly Handover[];
  /** Raised for the journey as a whole; those of stages and touchpoints stand there. */
  readonly questions: readonly Question[];
  readonly barriers: readonly Barrier[];
  readonly opportunities: readonly Opportunity[];
  readonly metrics: readonly Reference[];
  readonly stages: readonly Stage[];
  /** All ways from touchpoint to touchpoint, and the ends; see path.ts for how they follow from the text. */
  readonly paths: readonly Path[];
}

export interface Stage extends Declaration {
  readonly kind?: Word<StageKind>;
  /** Its own, or the journey's. */
  readonly owner?: Owner;
  readonly conversion?: Percentage;
  readonly metrics: readonly Reference[];
  readonly goals: readonly Reference[];
  readonly personas: readonly Reference[];
  readonly notes: readonly Prose[];
  readonly questions: readonly Question[];
  readonly barriers: readonly Barrier[];
  readonly opportunities: readonly Opportunity[];
  readonly touchpoints: readonly Touchpoint[];
}

/** The team responsible, and the block that says so. */
export interface Owner extends Reference {
  readonly from: 'touchpoint' | 'stage' | 'journey';
}

/** One moment of contact. Every list is in the order of the text; a missing field was not written. */
export interface Touchpoint extends Declaration {
  /** Key of the stage. */
  readonly stage: string;

  // Contact
  readonly channels: readonly Reference[];
  readonly alternatives: readonly Reference[];
  readonly initiator?: Word<Initiator>;
  /** Own restriction, or the stage's. Empty: everybody the journey is for. */
  readonly personas: readonly Reference[];
  readonly optional?: Mark;
  readonly momentOfTruth?: Mark;
  readonly urgent?: Mark;
  readonly reminder?: Mark;
  readonly existingCustomer?: Mark;
  readonly task?: Word;
  readonly callsToAction: readonly CallToAction[];
  readonly kind?: Word<MessageKind>;
  readonly job?: Word;
  readonly tones: readonly Word[];
  readonly variants: readonly PersonaVariant[];

  // Story
  readonly does: readonly Prose[];
  readonly thinks: readonly Prose[];
  readonly says: readonly Prose[];
  readonly sees: readonly Prose[];
  readonly images: readonly Prose[];
  readonly notes: readonly Prose[];

  // Feeling
  readonly feelings: readonly Feeling[];
  /** 1…7, as on the customer effort scale. */
  readonly effort?: PlainNumber;
  readonly expectations: readonly Expectation[];
  readonly kano?: Word<KanoClass>;

  // Questions and barriers
  readonly questions: readonly Question[];
  readonly answers: readonly Reference[];
  readonly barriers: readonly Barrier[];
  readonly solves: readonly Reference[];
  readonly opportunities: readonly Opportunity[];
  readonly addresses: readonly Reference[];

  // Time
  readonly wait?: Wait;
  /** What the customer is told about the wait's length. */
  readonly told?: Prose;
  readonly because?: Prose;
  readonly updateEvery?: Duration;
  /** How long the customer is busy here. */
  readonly takes?: Duration;
  /** Time between the touchpoint before and this one. */
  readonly after?: Duration;
  readonly tells: readonly Announcement[];
  readonly offers: readonly Offer[];
  /** Channels on which the customer can look up how things stand. */
  readonly statusOn: readonly Reference[];

  // Information
  readonly shows: readonly ShownItem[];
  readonly confirms: readonly Word[];
  readonly explains: readonly Prose[];

  // Data
  readonly system?: Reference;
  readonly identity?: Word<IdentityLevel>;
  readonly stepUp?: Prose;
  readonly recognises: readonly Reference[];
  /** What the staff or machine at the other end can see. */
  readonly reads: readonly Reference[];
  readonly asks: readonly Request[];
  /** What the customer must have at hand, on whichever channel, e.g. `printer`. */
  readonly requires: readonly Word[];
  readonly prefilled: readonly Reference[];
  readonly gives: readonly Reference[];
  readonly redeems: readonly Reference[];
  readonly forgets: readonly Reference[];
  readonly uses: readonly Use[];
  readonly consents: readonly ConsentRequest[];
  readonly withdraws: readonly Reference[];
  readonly personalises: readonly Personalisation[];
  readonly collects: readonly Word[];

  // Commitment
  /** What the customer binds themselves to: purchase, booking, subscription… */
  readonly commits: readonly Word[];
  readonly abilities: readonly Ability[];
  /** Why there is no way back. */
  readonly final?: Prose;

  // Behind the scenes
  readonly owner?: Owner;
  readonly frontstage: readonly Prose[];
  readonly backstage: readonly Prose[];
  readonly support: readonly Prose[];
  readonly cost?: Money;
  readonly handledBy?: Word<HandledBy>;

  // Measure
  readonly metrics: readonly Reference[];
  readonly conversion?: Percentage;
  readonly events: readonly Prose[];
  readonly evidence: readonly Evidence[];
  readonly assumptions: readonly Assumption[];

  // Way on (the ways themselves are the journey's paths)
  readonly loop?: { readonly max: PlainNumber; readonly place: Place };
  /** Happens while the customer waits at that touchpoint. */
  readonly during?: Reference;
}

export interface CallToAction {
  readonly text?: Prose;
  readonly channels: readonly Reference[];
  readonly personas: readonly Reference[];
  readonly place: Place;
}

export interface PersonaVariant {
  readonly personas: readonly Reference[];
  readonly text?: Prose;
  readonly place: Place;
}

/** How it feels. `value` is within −2…+2; without a persona it holds for all. */
export interface Feeling {
  readonly persona?: Reference;
  /** The word as written, or the title that the author gave the emotion; missing when only a number is given. */
  readonly name?: string;
  /** Key of the declared emotion, if there is one. */
  readonly emotion?: string;
  readonly face?: string;
  readonly value: number;
  /** Whether the number is written here and not brought by the emotion. */
  readonly valueStated: boolean;
  readonly place: Place;
}

export interface Wait {
  readonly typical: Duration;
  readonly longest?: Duration;
  readonly place: Place;
}

/** What the customer is told about what comes next: a touchpoint or in words, perhaps with a time. */
export interface Announcement {
  readonly target?: Reference;
  readonly text?: Prose;
  readonly within?: Duration;
  readonly place: Place;
}

/** `offers callback`, `offers human`, or any other word. */
export interface Offer {
  readonly what: Word;
  readonly channels: readonly Reference[];
  readonly within?: Duration;
  readonly place: Place;
}

/** One thing that is visible: a fact, with the value as it is shown here, or a kind of information. */
export interface ShownItem {
  /** Key of a declared fact, or… */
  readonly fact?: Reference;
  /** …a word such as `price`, `progress`, `terms`. */
  readonly word?: Word;
  /** The value that is stated here, if it is written. */
  readonly value?: Prose | Quantity;
  readonly text?: Prose;
  readonly place: Place;
}

/** What the customer must supply. */
export interface Request {
  readonly data: readonly Reference[];
  readonly optional?: Mark;
  /** Why it must be asked again or at all. */
  readonly essential?: Prose;
  readonly place: Place;
}

export interface Use {
  readonly data: readonly Reference[];
  readonly purpose?: Word;
  readonly basis?: Word;
  readonly place: Place;
}

export interface ConsentRequest {
  readonly consent: Reference;
  readonly optional?: Mark;
  readonly required?: Mark;
  readonly place: Place;
}

export interface Personalisation {
  readonly data: readonly Reference[];
  readonly fallback?: Prose;
  readonly place: Place;
}

/** What the customer can undo or change, where, and until when. */
export interface Ability {
  readonly actions: readonly Word[];
  readonly channels: readonly Reference[];
  readonly until?: Prose | Quantity;
  readonly place: Place;
}
