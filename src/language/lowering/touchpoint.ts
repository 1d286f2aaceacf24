import type { Declaration } from '../../model/declaration.ts';
import type {
  Ability,
  Announcement,
  CallToAction,
  ConsentRequest,
  Offer,
  Owner,
  Personalisation,
  PersonaVariant,
  Request,
  ShownItem,
  Stage,
  Touchpoint,
  Use,
  Wait,
} from '../../model/journey.ts';
import type { Reference } from '../../model/values.ts';
import { HANDLED_BY, IDENTITY_LEVELS, INITIATORS, KANO_CLASSES, MESSAGE_KINDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { declare, type Draft, finish } from './declare.ts';
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

/** What a touchpoint has from its stage. */
export type Surroundings = Pick<Stage, 'key' | 'personas'> & { readonly owner?: Owner | undefined };

export function lowerTouchpoint(reader: Reader<ast.Touchpoint>, stage: Surroundings): Touchpoint {
  const { personas, owner } = stage;
  const touchpoint: Draft<Touchpoint> = { ...nothingWritten, ...declare(reader), stage: stage.key, personas, owner };
  for (const property of reader.properties()) {
    const statement = statements[property as keyof typeof statements] as Statement | undefined;
    if (statement !== undefined) Object.assign(touchpoint, statement(reader));
  }
  return finish<Touchpoint>(touchpoint);
}

type Statement = (reader: Reader<ast.Touchpoint>) => Partial<Draft<Touchpoint>>;
/** Read by declare.ts and ways.ts. */
type ReadElsewhere = keyof ast.Named | 'arrows' | 'failures' | 'ends';

/**
 * What each kind of statement becomes. A touchpoint has some eighty kinds and uses ten, so only what is written is asked
 * for.
 */
const statements: { readonly [Property in Exclude<keyof ast.Touchpoint, ReadElsewhere>]: Statement } = {
  channels: (reader) => ({ channels: reader.references('channels') }),
  alternatives: (reader) => ({ alternatives: reader.references('alternatives') }),
  personas: (reader) => ownPersonas(reader),
  initiators: (reader) => ({ initiator: reader.chosen('initiators', INITIATORS) }),
  flags: (reader) => ({
    optional: reader.mark('flags', 'optional'),
    momentOfTruth: reader.mark('flags', 'momentOfTruth'),
    urgent: reader.mark('flags', 'urgent'),
    reminder: reader.mark('flags', 'reminder'),
    existingCustomer: reader.mark('flags', 'existingCustomer'),
  }),
  tasks: (reader) => ({ task: reader.word('tasks') }),
  calls: (reader) => ({ callsToAction: reader.items('calls', lowerCall) }),
  kinds: (reader) => ({ kind: reader.chosen('kinds', MESSAGE_KINDS) }),
  jobs: (reader) => ({ job: reader.word('jobs') }),
  tones: (reader) => ({ tones: reader.words('tones') }),
  variants: (reader) => ({ variants: reader.items('variants', lowerVariant) }),

  does: (reader) => ({ does: reader.texts('does') }),
  thinks: (reader) => ({ thinks: reader.texts('thinks') }),
  says: (reader) => ({ says: reader.texts('says') }),
  sees: (reader) => ({ sees: reader.texts('sees') }),
  images: (reader) => ({ images: reader.texts('images') }),
  notes: (reader) => ({ notes: reader.texts('notes') }),

  feelings: (reader) => ({ feelings: reader.items('feelings', lowerFeeling) }),
  efforts: (reader) => ({ effort: reader.number('efforts', 1, 7) }),
  expectations: (reader) => ({ expectations: reader.items('expectations', lowerExpectation) }),
  kano: (reader) => ({ kano: reader.chosen('kano', KANO_CLASSES) }),

  questions: (reader) => ({ questions: reader.items('questions', lowerQuestion) }),
  answers: (reader) => ({ answers: reader.references('answers') }),
  barriers: (reader) => ({ barriers: reader.items('barriers', lowerBarrier) }),
  solves: (reader) => ({ solves: reader.references('solves') }),
  opportunities: (reader) => ({ opportunities: reader.items('opportunities', lowerOpportunity) }),
  addresses: (reader) => ({ addresses: reader.references('addresses') }),

  waits: (reader) => ({ wait: reader.item('waits', lowerWait) }),
  told: (reader) => ({ told: reader.text('told') }),
  because: (reader) => ({ because: reader.text('because') }),
  updates: (reader) => ({ updateEvery: reader.duration('updates') }),
  takes: (reader) => ({ takes: reader.duration('takes') }),
  after: (reader) => ({ after: reader.duration('after') }),
  tells: (reader) => ({ tells: reader.items('tells', lowerAnnouncement) }),
  offers: (reader) => ({ offers: reader.items('offers', lowerOffer) }),
  statusOn: (reader) => ({ statusOn: reader.references('statusOn') }),

  shows: (reader) => ({ shows: reader.items('shows', lowerShown) }),
  confirms: (reader) => ({ confirms: reader.words('confirms') }),
  explains: (reader) => ({ explains: reader.texts('explains') }),

  systems: (reader) => ({ system: reader.reference('systems') }),
  identities: (reader) => ({ identity: reader.chosen('identities', IDENTITY_LEVELS) }),
  stepUps: (reader) => ({ stepUp: reader.text('stepUps') }),
  recognises: (reader) => ({ recognises: reader.references('recognises') }),
  reads: (reader) => ({ reads: reader.references('reads') }),
  asks: (reader) => ({ asks: reader.items('asks', lowerRequest) }),
  prefilled: (reader) => ({ prefilled: reader.references('prefilled') }),
  gives: (reader) => ({ gives: reader.references('gives') }),
  redeems: (reader) => ({ redeems: reader.references('redeems') }),
  forgets: (reader) => ({ forgets: reader.references('forgets') }),
  uses: (reader) => ({ uses: reader.items('uses', lowerUse) }),
  consents: (reader) => ({ consents: reader.items('consents', lowerConsentRequest) }),
  withdraws: (reader) => ({ withdraws: reader.references('withdraws') }),
  personalisations: (reader) => ({ personalises: reader.items('personalisations', lowerPersonalisation) }),
  collects: (reader) => ({ collects: reader.words('collects') }),

  commits: (reader) => ({ commits: reader.words('commits') }),
  abilities: (reader) => ({ abilities: reader.items('abilities', lowerAbility) }),
  final: (reader) => ({ final: reader.text('final') }),

  owners: (reader) => ownOwner(reader),
  frontstage: (reader) => ({ frontstage: reader.texts('frontstage') }),
  backstage: (reader) => ({ backstage: reader.texts('backstage') }),
  support: (reader) => ({ support: reader.texts('support') }),
  costs: (reader) => ({ cost: reader.money('costs') }),
  handledBy: (reader) => ({ handledBy: reader.chosen('handledBy', HANDLED_BY) }),

  metrics: (reader) => ({ metrics: reader.references('metrics') }),
  conversions: (reader) => ({ conversion: reader.share('conversions') }),
  events: (reader) => ({ events: reader.texts('events') }),
  evidence: (reader) => ({ evidence: reader.items('evidence', lowerEvidence) }),
  assumptions: (reader) => ({ assumptions: reader.items('assumptions', lowerAssumption) }),

  loops: (reader) => ({ loop: reader.item('loops', lowerLoopLimit) }),
  during: (reader) => ({ during: reader.reference('during') }),
};

/** The stage's personas stay when none of the touchpoint's own can be found. */
function ownPersonas(reader: Reader<ast.Touchpoint>): Partial<Draft<Touchpoint>> {
  const personas = reader.references('personas');
  return personas.length > 0 ? { personas } : {};
}

function ownOwner(reader: Reader<ast.Touchpoint>): Partial<Draft<Touchpoint>> {
  const owner = ownerFrom(reader.reference('owners'), 'touchpoint');
  return owner === undefined ? {} : { owner };
}

const nothingWritten: Omit<Draft<Touchpoint>, keyof Declaration | 'stage' | 'personas' | 'owner'> = {
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
};

/** A team as an owner, with the block that says so. */
export function ownerFrom(team: Reference | undefined, from: Owner['from']): Owner | undefined {
  return team && { ...team, from };
}

function lowerCall(reader: Reader<ast.CallToAction>): CallToAction {
  return finish<CallToAction>({
    text: reader.text('text'),
    channels: reader.references('channels'),
    personas: reader.references('personas'),
    place: reader.statement,
  });
}

function lowerVariant(reader: Reader<ast.PersonaVariant>): PersonaVariant {
  return finish<PersonaVariant>({
    personas: reader.references('personas'),
    text: reader.text('text'),
    place: reader.statement,
  });
}

function lowerWait(reader: Reader<ast.Wait>): Wait | undefined {
  const typical = reader.duration('typical');
  if (typical === undefined) return undefined;
  const longest = reader.duration('longest');
  // A longest wait below the typical one is a mistake, so nothing may be concluded from it.
  const possible = longest !== undefined && longest.longestSeconds >= typical.seconds ? longest : undefined;
  return finish<Wait>({ typical, longest: possible, place: reader.statement });
}

function lowerAnnouncement(reader: Reader<ast.Announcement>): Announcement | undefined {
  const target = reader.reference('target');
  const text = reader.text('text');
  const within = reader.duration('within');
  if (target === undefined && text === undefined && within === undefined) return undefined;
  return finish<Announcement>({ target, text, within, place: reader.statement });
}

function lowerOffer(reader: Reader<ast.Offer>): Offer | undefined {
  const what = reader.word('what');
  if (what === undefined) return undefined;
  return finish<Offer>({
    what,
    channels: reader.references('channels'),
    within: reader.duration('within'),
    place: reader.statement,
  });
}

function lowerShown(reader: Reader<ast.ShownItem>): ShownItem | undefined {
  const { node } = reader;
  const part = reader.part('item');
  if (part === undefined || node.item === undefined) return undefined;
  const fact = reader.reference('item');
  if (fact === undefined && node.item.error !== undefined) return undefined;
  const word = fact === undefined ? { value: node.item.$refText, place: reader.place(part.node.range) } : undefined;
  return finish<ShownItem>({
    fact,
    word,
    value: reader.textOrQuantity('value'),
    text: reader.text('text'),
    place: reader.extent,
  });
}

function lowerRequest(reader: Reader<ast.Request>): Request | undefined {
  const data = reader.references('data');
  if (data.length === 0) return undefined;
  return finish<Request>({
    data,
    optional: reader.mark('optional'),
    essential: reader.text('essential'),
    place: reader.statement,
  });
}

function lowerUse(reader: Reader<ast.Use>): Use | undefined {
  const data = reader.references('data');
  if (data.length === 0) return undefined;
  return finish<Use>({ data, purpose: reader.word('purpose'), basis: reader.word('basis'), place: reader.statement });
}

function lowerConsentRequest(reader: Reader<ast.ConsentRequest>): ConsentRequest | undefined {
  const consent = reader.reference('consent');
  if (consent === undefined) return undefined;
  return finish<ConsentRequest>({
    consent,
    optional: reader.mark('flag', 'optional'),
    required: reader.mark('flag', 'required'),
    place: reader.statement,
  });
}

function lowerPersonalisation(reader: Reader<ast.Personalisation>): Personalisation | undefined {
  const data = reader.references('data');
  if (data.length === 0) return undefined;
  return finish<Personalisation>({ data, fallback: reader.text('fallback'), place: reader.statement });
}

function lowerAbility(reader: Reader<ast.Ability>): Ability {
  return finish<Ability>({
    actions: reader.words('actions'),
    channels: reader.references('channels'),
    until: reader.textOrQuantity('until'),
    place: reader.statement,
  });
}

function lowerLoopLimit(reader: Reader<ast.Loop>): Touchpoint['loop'] {
  const max = reader.number('max', 1);
  return max && { max, place: reader.statement };
}
