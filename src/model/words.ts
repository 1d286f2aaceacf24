/** The closed vocabularies of the language. One table each: what may be written, and what the rest of the code may rely on. */

export const CAUSES = ['empowerment', 'duration', 'identity', 'transparency', 'consistency'] as const;
/** One of the five causes of friction. */
export type CauseName = (typeof CAUSES)[number];

export const SEVERITY_LEVELS = ['low', 'medium', 'high'] as const;
export type SeverityLevel = (typeof SEVERITY_LEVELS)[number];

export const JOURNEY_KINDS = ['asIs', 'toBe', 'actual'] as const;
export type JourneyKind = (typeof JOURNEY_KINDS)[number];

export const STAGE_KINDS = [
  'awareness',
  'search',
  'compare',
  'consider',
  'purchase',
  'onboarding',
  'delivery',
  'use',
  'support',
  'repeat',
  'loyalty',
  'leave',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const INITIATORS = ['customer', 'company', 'partner'] as const;
/** Who starts the contact. */
export type Initiator = (typeof INITIATORS)[number];

export const MESSAGE_KINDS = ['marketing', 'transactional'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const END_KINDS = ['success', 'failure', 'exit'] as const;
export type EndKind = (typeof END_KINDS)[number];

/** From not known at all to proved by a document; later is higher. */
export const IDENTITY_LEVELS = ['anonymous', 'cookie', 'login', 'verified'] as const;
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

export const HANDLED_BY = ['staff', 'bot'] as const;
export type HandledBy = (typeof HANDLED_BY)[number];

export const KANO_CLASSES = ['mustBe', 'oneDimensional', 'attractive', 'indifferent', 'reverse'] as const;
export type KanoClass = (typeof KANO_CLASSES)[number];

export const ACTION_STATUSES = ['idea', 'planned', 'running', 'done', 'rejected'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const ACTION_KINDS = ['remove', 'nudge'] as const;
export const BETTER = ['up', 'down'] as const;

export const DATA_KINDS = ['personal', 'sensitive', 'identifier', 'behavioural'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export const SYSTEM_KINDS = ['crm', 'cdp', 'ma', 'shop', 'pos', 'ticketing', 'analytics', 'partner', 'other'] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];

export const METRIC_KINDS = ['ratio', 'csat', 'nps', 'ces', 'duration', 'count', 'money', 'score'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** Routine errands; other words are allowed after `task`, but no rule knows them. */
export const TASKS = [
  'trackOrder',
  'status',
  'book',
  'change',
  'cancel',
  'return',
  'pay',
  'faq',
  'invoice',
  'register',
  'tryOn',
  'pickUp',
  'deliver',
] as const;

/** Steps of the job map (Bettencourt and Ulwick 2008). */
export const JOB_STEPS = ['define', 'locate', 'prepare', 'confirm', 'execute', 'monitor', 'modify', 'conclude'] as const;

export const CHANNEL_KINDS = [
  'web',
  'app',
  'social',
  'messaging',
  'email',
  'sms',
  'push',
  'ad',
  'search',
  'phone',
  'ivr',
  'chat',
  'bot',
  'store',
  'counter',
  'post',
  'event',
  'wordOfMouth',
  'partner',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What a channel is like when nothing else is said. */
export interface ChannelTraits {
  readonly human: boolean;
  readonly live: boolean;
  readonly selfService: boolean;
  readonly bot: boolean;
  readonly digital: boolean;
}

const screen = { human: false, live: false, selfService: true, bot: false, digital: true };
const message = { human: false, live: false, selfService: false, bot: false, digital: true };
const inPerson = { human: true, live: true, selfService: false, bot: false, digital: false };
const paper = { human: false, live: false, selfService: false, bot: false, digital: false };

export const CHANNEL_TRAITS: Readonly<Record<ChannelKind, ChannelTraits>> = {
  web: screen,
  app: screen,
  social: message,
  messaging: message,
  email: message,
  sms: message,
  push: message,
  ad: message,
  search: screen,
  phone: { ...inPerson },
  ivr: { human: false, live: true, selfService: true, bot: true, digital: false },
  chat: { human: true, live: true, selfService: false, bot: false, digital: true },
  bot: { human: false, live: true, selfService: true, bot: true, digital: true },
  store: inPerson,
  counter: inPerson,
  post: paper,
  event: inPerson,
  wordOfMouth: { ...paper },
  partner: { ...paper },
};
