import type { Owner, Stage, Touchpoint } from '../../model/journey.ts';
import type { Reference } from '../../model/values.ts';
import { HANDLED_BY, IDENTITY_LEVELS, INITIATORS, KANO_CLASSES, MESSAGE_KINDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { declareIn, type Draft, finish, nothingDeclared } from './declare.ts';
import { lowerFeeling } from './feeling.ts';
import type { Reader } from './reader.ts';
import {
  lowerAssumption,
  lowerBarrier,
  lowerEvidence,
  lowerExpectation,
  lowerOpportunity,
  lowerQuestion,
} from './shared.ts';
import {
  lowerAbility,
  lowerAnnouncement,
  lowerCall,
  lowerConsentRequest,
  lowerLoopLimit,
  lowerOffer,
  lowerPersonalisation,
  lowerRequest,
  lowerShown,
  lowerUse,
  lowerVariant,
  lowerWait,
} from './touchpoint-parts.ts';

/** What a touchpoint has from its stage. */
export type Surroundings = Pick<Stage, 'key' | 'personas'> & { readonly owner?: Owner | undefined };

export function lowerTouchpoint(reader: Reader<ast.Touchpoint>, stage: Surroundings): Touchpoint {
  const touchpoint: Unfinished = { ...nothingWritten };
  declareIn(touchpoint, reader);
  touchpoint.stage = stage.key;
  touchpoint.personas = stage.personas;
  touchpoint.owner = stage.owner;
  let previous: string | undefined;
  for (const { property } of reader.source.parts) {
    // All of a list at once. A statement that comes again further down is read twice, to the same effect.
    if (property === previous) continue;
    previous = property;
    statements[property as keyof typeof statements]?.(reader, touchpoint);
  }
  return finish<Touchpoint>(touchpoint);
}

type Unfinished = { -readonly [Field in keyof Draft<Touchpoint>]: Draft<Touchpoint>[Field] };
type Statement = (reader: Reader<ast.Touchpoint>, touchpoint: Unfinished) => void;
/** Read by declare.ts and ways.ts. */
type ReadElsewhere = keyof ast.Named | 'arrows' | 'failures' | 'ends';

/** A kind of statement that becomes one field. */
function field<Name extends keyof Unfinished>(
  name: Name,
  read: (reader: Reader<ast.Touchpoint>) => Unfinished[Name],
): Statement {
  return (reader, touchpoint) => {
    touchpoint[name] = read(reader);
  };
}

/**
 * What each kind of statement becomes. A touchpoint has some eighty kinds and uses ten, so only what is written is asked
 * for.
 */
const statements: { readonly [Property in Exclude<keyof ast.Touchpoint, ReadElsewhere>]: Statement } = {
  channels: field('channels', (reader) => reader.references('channels')),
  alternatives: field('alternatives', (reader) => reader.references('alternatives')),
  personas: (reader, touchpoint) => {
    const personas = reader.references('personas');
    // The stage's stay when none of the touchpoint's own can be found.
    if (personas.length > 0) touchpoint.personas = personas;
  },
  initiators: field('initiator', (reader) => reader.chosen('initiators', INITIATORS)),
  flags: (reader, touchpoint) => {
    touchpoint.optional = reader.mark('flags', 'optional');
    touchpoint.momentOfTruth = reader.mark('flags', 'momentOfTruth');
    touchpoint.urgent = reader.mark('flags', 'urgent');
    touchpoint.reminder = reader.mark('flags', 'reminder');
    touchpoint.existingCustomer = reader.mark('flags', 'existingCustomer');
  },
  tasks: field('task', (reader) => reader.word('tasks')),
  calls: field('callsToAction', (reader) => reader.items('calls', lowerCall)),
  kinds: field('kind', (reader) => reader.chosen('kinds', MESSAGE_KINDS)),
  jobs: field('job', (reader) => reader.word('jobs')),
  tones: field('tones', (reader) => reader.words('tones')),
  variants: field('variants', (reader) => reader.items('variants', lowerVariant)),

  does: field('does', (reader) => reader.texts('does')),
  thinks: field('thinks', (reader) => reader.texts('thinks')),
  says: field('says', (reader) => reader.texts('says')),
  sees: field('sees', (reader) => reader.texts('sees')),
  images: field('images', (reader) => reader.texts('images')),
  notes: field('notes', (reader) => reader.texts('notes')),

  feelings: field('feelings', (reader) => reader.items('feelings', lowerFeeling)),
  efforts: field('effort', (reader) => reader.number('efforts', 1, 7)),
  expectations: field('expectations', (reader) => reader.items('expectations', lowerExpectation)),
  kano: field('kano', (reader) => reader.chosen('kano', KANO_CLASSES)),

  questions: field('questions', (reader) => reader.items('questions', lowerQuestion)),
  answers: field('answers', (reader) => reader.references('answers')),
  barriers: field('barriers', (reader) => reader.items('barriers', lowerBarrier)),
  solves: field('solves', (reader) => reader.references('solves')),
  opportunities: field('opportunities', (reader) => reader.items('opportunities', lowerOpportunity)),
  addresses: field('addresses', (reader) => reader.references('addresses')),

  waits: field('wait', (reader) => reader.item('waits', lowerWait)),
  told: field('told', (reader) => reader.text('told')),
  because: field('because', (reader) => reader.text('because')),
  updates: field('updateEvery', (reader) => reader.duration('updates')),
  takes: field('takes', (reader) => reader.duration('takes')),
  after: field('after', (reader) => reader.duration('after')),
  tells: field('tells', (reader) => reader.items('tells', lowerAnnouncement)),
  offers: field('offers', (reader) => reader.items('offers', lowerOffer)),
  statusOn: field('statusOn', (reader) => reader.references('statusOn')),

  shows: field('shows', (reader) => reader.items('shows', lowerShown)),
  confirms: field('confirms', (reader) => reader.words('confirms')),
  explains: field('explains', (reader) => reader.texts('explains')),

  systems: field('system', (reader) => reader.reference('systems')),
  identities: field('identity', (reader) => reader.chosen('identities', IDENTITY_LEVELS)),
  stepUps: field('stepUp', (reader) => reader.text('stepUps')),
  recognises: field('recognises', (reader) => reader.references('recognises')),
  reads: field('reads', (reader) => reader.references('reads')),
  asks: field('asks', (reader) => reader.items('asks', lowerRequest)),
  requires: field('requires', (reader) => reader.words('requires')),
  prefilled: field('prefilled', (reader) => reader.references('prefilled')),
  gives: field('gives', (reader) => reader.references('gives')),
  redeems: field('redeems', (reader) => reader.references('redeems')),
  forgets: field('forgets', (reader) => reader.references('forgets')),
  uses: field('uses', (reader) => reader.items('uses', lowerUse)),
  consents: field('consents', (reader) => reader.items('consents', lowerConsentRequest)),
  withdraws: field('withdraws', (reader) => reader.references('withdraws')),
  personalisations: field('personalises', (reader) => reader.items('personalisations', lowerPersonalisation)),
  collects: field('collects', (reader) => reader.words('collects')),

  commits: field('commits', (reader) => reader.words('commits')),
  abilities: field('abilities', (reader) => reader.items('abilities', lowerAbility)),
  final: field('final', (reader) => reader.text('final')),

  owners: (reader, touchpoint) => {
    touchpoint.owner = ownerFrom(reader.reference('owners'), 'touchpoint') ?? touchpoint.owner;
  },
  frontstage: field('frontstage', (reader) => reader.texts('frontstage')),
  backstage: field('backstage', (reader) => reader.texts('backstage')),
  support: field('support', (reader) => reader.texts('support')),
  costs: field('cost', (reader) => reader.money('costs')),
  handledBy: field('handledBy', (reader) => reader.chosen('handledBy', HANDLED_BY)),

  metrics: field('metrics', (reader) => reader.references('metrics')),
  conversions: field('conversion', (reader) => reader.share('conversions')),
  events: field('events', (reader) => reader.texts('events')),
  evidence: field('evidence', (reader) => reader.items('evidence', lowerEvidence)),
  assumptions: field('assumptions', (reader) => reader.items('assumptions', lowerAssumption)),

  loops: field('loop', (reader) => reader.item('loops', lowerLoopLimit)),
  during: field('during', (reader) => reader.reference('during')),
};

/** Has all fields, so that every touchpoint is laid out alike in memory. */
const nothingWritten: Draft<Touchpoint> = {
  channels: [],
  alternatives: [],
  initiator: undefined,
  optional: undefined,
  momentOfTruth: undefined,
  urgent: undefined,
  reminder: undefined,
  existingCustomer: undefined,
  task: undefined,
  callsToAction: [],
  kind: undefined,
  job: undefined,
  tones: [],
  variants: [],
  does: [],
  thinks: [],
  says: [],
  sees: [],
  images: [],
  notes: [],
  feelings: [],
  effort: undefined,
  expectations: [],
  kano: undefined,
  questions: [],
  answers: [],
  barriers: [],
  solves: [],
  opportunities: [],
  addresses: [],
  wait: undefined,
  told: undefined,
  because: undefined,
  updateEvery: undefined,
  takes: undefined,
  after: undefined,
  tells: [],
  offers: [],
  statusOn: [],
  shows: [],
  confirms: [],
  explains: [],
  system: undefined,
  identity: undefined,
  stepUp: undefined,
  recognises: [],
  reads: [],
  asks: [],
  requires: [],
  prefilled: [],
  gives: [],
  redeems: [],
  forgets: [],
  uses: [],
  consents: [],
  withdraws: [],
  personalises: [],
  collects: [],
  commits: [],
  abilities: [],
  final: undefined,
  frontstage: [],
  backstage: [],
  support: [],
  cost: undefined,
  handledBy: undefined,
  metrics: [],
  conversion: undefined,
  events: [],
  evidence: [],
  assumptions: [],
  loop: undefined,
  during: undefined,
  ...nothingDeclared,
  stage: '',
  personas: [],
  owner: undefined,
};

/** A team as an owner, with the block that says so. */
export function ownerFrom(team: Reference | undefined, from: Owner['from']): Owner | undefined {
  return team && { ...team, from };
}
