import {
  ACTION_KINDS,
  ACTION_STATUSES,
  BETTER,
  CAUSES,
  CHANNEL_KINDS,
  DATA_KINDS,
  END_KINDS,
  HANDLED_BY,
  IDENTITY_LEVELS,
  INITIATORS,
  JOB_STEPS,
  JOURNEY_KINDS,
  KANO_CLASSES,
  MESSAGE_KINDS,
  METRIC_KINDS,
  SEVERITY_LEVELS,
  STAGE_KINDS,
  SYSTEM_KINDS,
  TASKS,
} from '../../model/words.ts';
import type { Text } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';

/** What may be written for a property of a syntax node. */
export interface PropertyRule {
  /** May be stated only once in a block. `word`: each word once. */
  readonly once?: 'statement' | 'word';
  readonly value?: ValueRule;
  readonly words?: WordRule;
  readonly form?: 'date' | 'hours' | 'day' | 'period' | 'title';
}

export interface ValueRule {
  /** What kinds of quantity make sense. */
  readonly kinds: readonly ValueKind[];
  /** Inclusive, in the unit of the kind: 1 is 100 % of a percentage. */
  readonly least?: number;
  readonly most?: number;
  readonly whole?: true;
}

/** `points` are percentage points, such as `2 pt`. */
export type ValueKind = 'duration' | 'money' | 'percentage' | 'points' | 'number';

export interface WordRule {
  readonly known: readonly string[];
  /** Whether other words are allowed. They are, where only some rules look for particular words. */
  readonly open?: true;
  /** What the words stand for. */
  readonly called: Text;
}

type Rules<T> = { readonly [Key in keyof T]?: PropertyRule };
/** Rules for each type of syntax node that takes words, quantities or dates. */
export type PropertyRules = {
  readonly [Type in keyof ast.JourneyLanguageAstType]?: Rules<ast.JourneyLanguageAstType[Type]>;
};

const once: PropertyRule = { once: 'statement' };
const eachOnce: PropertyRule = { once: 'word' };
const date: PropertyRule = { form: 'date' };
const onceDate: PropertyRule = { ...once, form: 'date' };
const duration: PropertyRule = { value: { kinds: ['duration'] } };
const onceDuration: PropertyRule = { ...once, ...duration };
const share: PropertyRule = { value: { kinds: ['percentage'], least: 0, most: 1 } };
const onceShare: PropertyRule = { ...once, ...share };
const onceMoney: PropertyRule = { ...once, value: { kinds: ['money'] } };
const anyQuantity: PropertyRule = { value: { kinds: ['duration', 'money', 'percentage', 'points', 'number'] } };
const onceQuantity: PropertyRule = { ...once, ...anyQuantity };
const probability: PropertyRule = { ...once, value: { kinds: ['percentage', 'number'], least: 0, most: 1 } };
const hours: PropertyRule = { form: 'hours' };

function number(least: number, most: number): PropertyRule {
  return { value: { kinds: ['number'], least, most } };
}

function whole(least: number): PropertyRule {
  return { value: { kinds: ['number'], least, whole: true } };
}

function oneOf(known: readonly string[], en: string, ja: string): PropertyRule {
  return { words: { known, called: { en, ja } } };
}

function like(known: readonly string[], en: string, ja: string): PropertyRule {
  return { words: { known, open: true, called: { en, ja } } };
}

const kano = oneOf(KANO_CLASSES, 'Kano class', '狩野モデルの品質要素');
const status = { ...once, ...oneOf(ACTION_STATUSES, 'status', '進み具合') };
const end = oneOf(END_KINDS, 'kind of end', '終わり方');
const titles = { label: { form: 'title' }, labelJa: { form: 'title' }, labelEn: { form: 'title' } } as const;

export const PROPERTY_RULES: PropertyRules = {
  Persona: {
    ...titles,
    ages: onceQuantity,
    occupations: once,
    images: once,
    patience: onceDuration,
    ltv: onceMoney,
    worth: once,
    shares: onceShare,
  },
  Segment: { ...titles, shares: onceShare },
  Need: { ...titles, kano },
  Pain: titles,
  Question: titles,
  Barrier: {
    ...titles,
    causes: { ...once, ...oneOf(CAUSES, 'cause of friction', '摩擦の原因') },
    severities: { ...once, ...oneOf(SEVERITY_LEVELS, 'severity', '深刻さ') },
  },
  Opportunity: { owners: once, statuses: status },
  Expectation: { within: duration },
  OpeningHours: { from: { form: 'day' }, to: { form: 'day' }, range: hours },
  Evidence: { count: whole(0), date },
  Channel: {
    ...titles,
    kinds: oneOf(CHANNEL_KINDS, 'kind of channel', 'チャネルの種類'),
    flags: eachOnce,
    partners: once,
  },
  WaitLimit: { limit: duration },
  System: {
    ...titles,
    kinds: oneOf(SYSTEM_KINDS, 'kind of system', 'システムの種類'),
    latencies: onceDuration,
    owners: once,
  },
  Team: titles,
  Handover: { within: onceDuration, feedback: once },
  Data: { ...titles, kinds: oneOf(DATA_KINDS, 'kind of data', 'データの種類'), retentions: onceDuration },
  Consent: { ...titles, flags: eachOnce },
  Metric: {
    ...titles,
    kinds: oneOf(METRIC_KINDS, 'kind of metric', '指標の種類'),
    better: { ...once, ...oneOf(BETTER, 'direction', '良くなる向き') },
    baselines: onceQuantity,
    targets: once,
    scales: once,
    sources: once,
    owners: once,
  },
  Target: { value: anyQuantity, by: date },
  Scale: { low: anyQuantity, high: anyQuantity },
  Goal: {
    ...titles,
    baselines: onceQuantity,
    targets: once,
    by: onceDate,
    within: onceDuration,
    owners: once,
  },
  Fact: { ...titles, value: anyQuantity, from: onceDate, until: onceDate },
  Brand: titles,
  Emotion: { ...titles, value: number(-2, 2) },
  Action: {
    ...titles,
    owners: once,
    due: onceDate,
    statuses: status,
    efforts: { ...once, ...number(1, 5) },
    impacts: { ...once, ...number(1, 5) },
    tickets: once,
    kinds: { ...once, ...oneOf(ACTION_KINDS, 'kind of action', '施策の種類') },
    phases: onceQuantity,
    costs: onceMoney,
  },
  Experiment: {
    ...titles,
    hypotheses: once,
    splits: { value: { kinds: ['percentage', 'number'], least: 0 } },
    baselines: onceQuantity,
    effects: onceQuantity,
    alphas: probability,
    powers: probability,
    traffic: once,
    runs: onceDuration,
    starts: onceDate,
    statuses: status,
    exclusive: once,
    stops: once,
    owners: once,
  },
  Variant: titles,
  Traffic: { count: { value: { kinds: ['number'], least: 0 } }, period: { form: 'period' } },
  Result: { conversions: whole(0), visitors: whole(0) },
  Journey: {
    ...titles,
    kinds: { ...once, ...oneOf(JOURNEY_KINDS, 'kind of journey', 'ジャーニーの種類') },
    improves: once,
    owners: once,
    brands: once,
    reviewed: onceDate,
  },
  Stage: {
    ...titles,
    kinds: oneOf(STAGE_KINDS, 'kind of stage', 'ステージの種類'),
    owners: once,
    conversions: onceShare,
  },
  Touchpoint: {
    ...titles,
    initiators: { ...once, ...oneOf(INITIATORS, 'initiator', '働きかける側') },
    flags: eachOnce,
    tasks: { ...once, ...like(Object.keys(TASKS), 'task', '用件') },
    kinds: { ...once, ...oneOf(MESSAGE_KINDS, 'kind of message', '連絡の種類') },
    jobs: { ...once, ...like(JOB_STEPS, 'step of the job', 'ジョブの段階') },
    efforts: { ...once, ...number(1, 7) },
    kano: { ...once, ...kano },
    waits: once,
    told: once,
    because: once,
    updates: onceDuration,
    takes: onceDuration,
    after: onceDuration,
    systems: once,
    identities: { ...once, ...oneOf(IDENTITY_LEVELS, 'level of identity', '本人確認の段階') },
    stepUps: once,
    final: once,
    owners: once,
    costs: onceMoney,
    handledBy: { ...once, ...oneOf(HANDLED_BY, 'way of handling', '対応する側') },
    conversions: onceShare,
    loops: once,
    during: once,
    ends: { ...once, ...end },
  },
  Feeling: { value: number(-2, 2) },
  Wait: { typical: duration, longest: duration },
  Announcement: { within: duration },
  Offer: { within: duration },
  ShownItem: { value: anyQuantity },
  Ability: { until: duration },
  Arrow: { share, conditions: once, transfers: once },
  Failure: { share, end },
  Loop: { max: whole(1), end },
};
