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
import { declare, finish } from './declare.ts';
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
  const personas = reader.references('personas');
  return finish<Touchpoint>({
    ...declare(reader),
    stage: stage.key,

    channels: reader.references('channels'),
    alternatives: reader.references('alternatives'),
    initiator: reader.chosen('initiators', INITIATORS),
    personas: personas.length > 0 ? personas : stage.personas,
    optional: reader.mark('flags', 'optional'),
    momentOfTruth: reader.mark('flags', 'momentOfTruth'),
    urgent: reader.mark('flags', 'urgent'),
    reminder: reader.mark('flags', 'reminder'),
    existingCustomer: reader.mark('flags', 'existingCustomer'),
    task: reader.word('tasks'),
    callsToAction: reader.items('calls', lowerCall),
    kind: reader.chosen('kinds', MESSAGE_KINDS),
    job: reader.word('jobs'),
    tones: reader.words('tones'),
    variants: reader.items('variants', lowerVariant),

    does: reader.texts('does'),
    thinks: reader.texts('thinks'),
    says: reader.texts('says'),
    sees: reader.texts('sees'),
    images: reader.texts('images'),
    notes: reader.texts('notes'),

    feelings: reader.items('feelings', lowerFeeling),
    effort: reader.number('efforts', 1, 7),
    expectations: reader.items('expectations', lowerExpectation),
    kano: reader.chosen('kano', KANO_CLASSES),

    questions: reader.items('questions', lowerQuestion),
    answers: reader.references('answers'),
    barriers: reader.items('barriers', lowerBarrier),
    solves: reader.references('solves'),
    opportunities: reader.items('opportunities', lowerOpportunity),
    addresses: reader.references('addresses'),

    wait: reader.item('waits', lowerWait),
    told: reader.text('told'),
    because: reader.text('because'),
    updateEvery: reader.duration('updates'),
    takes: reader.duration('takes'),
    after: reader.duration('after'),
    tells: reader.items('tells', lowerAnnouncement),
    offers: reader.items('offers', lowerOffer),
    statusOn: reader.references('statusOn'),

    shows: reader.items('shows', lowerShown),
    confirms: reader.words('confirms'),
    explains: reader.texts('explains'),

    system: reader.reference('systems'),
    identity: reader.chosen('identities', IDENTITY_LEVELS),
    stepUp: reader.text('stepUps'),
    recognises: reader.references('recognises'),
    reads: reader.references('reads'),
    asks: reader.items('asks', lowerRequest),
    prefilled: reader.references('prefilled'),
    gives: reader.references('gives'),
    redeems: reader.references('redeems'),
    forgets: reader.references('forgets'),
    uses: reader.items('uses', lowerUse),
    consents: reader.items('consents', lowerConsentRequest),
    withdraws: reader.references('withdraws'),
    personalises: reader.items('personalisations', lowerPersonalisation),
    collects: reader.words('collects'),

    commits: reader.words('commits'),
    abilities: reader.items('abilities', lowerAbility),
    final: reader.text('final'),

    owner: ownerFrom(reader.reference('owners'), 'touchpoint') ?? stage.owner,
    frontstage: reader.texts('frontstage'),
    backstage: reader.texts('backstage'),
    support: reader.texts('support'),
    cost: reader.money('costs'),
    handledBy: reader.chosen('handledBy', HANDLED_BY),

    metrics: reader.references('metrics'),
    conversion: reader.share('conversions'),
    events: reader.texts('events'),
    evidence: reader.items('evidence', lowerEvidence),
    assumptions: reader.items('assumptions', lowerAssumption),

    loop: reader.item('loops', lowerLoopLimit),
    during: reader.reference('during'),
  });
}

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
