import type {
  Ability,
  Announcement,
  CallToAction,
  ConsentRequest,
  Offer,
  Personalisation,
  PersonaVariant,
  Request,
  ShownItem,
  Touchpoint,
  Use,
  Wait,
} from '../../model/journey.ts';
import type * as ast from '../generated/ast.ts';
import { finish } from './declare.ts';
import type { Reader } from './reader.ts';

/** Statements of a touchpoint that consist of several words. What makes no sense without a word that is missing is left out. */

export function lowerCall(reader: Reader<ast.CallToAction>): CallToAction {
  return finish<CallToAction>({
    text: reader.text('text'),
    channels: reader.references('channels'),
    personas: reader.references('personas'),
    place: reader.statement,
  });
}

export function lowerVariant(reader: Reader<ast.PersonaVariant>): PersonaVariant {
  return finish<PersonaVariant>({
    personas: reader.references('personas'),
    text: reader.text('text'),
    place: reader.statement,
  });
}

export function lowerWait(reader: Reader<ast.Wait>): Wait | undefined {
  const typical = reader.duration('typical');
  if (typical === undefined) return undefined;
  const longest = reader.duration('longest');
  // A longest wait below the typical one is a mistake, so nothing may be concluded from it.
  const possible = longest !== undefined && longest.longestSeconds >= typical.seconds ? longest : undefined;
  return finish<Wait>({ typical, longest: possible, place: reader.statement });
}

export function lowerAnnouncement(reader: Reader<ast.Announcement>): Announcement | undefined {
  const target = reader.reference('target');
  const text = reader.text('text');
  const within = reader.duration('within');
  if (target === undefined && text === undefined && within === undefined) return undefined;
  return finish<Announcement>({ target, text, within, place: reader.statement });
}

export function lowerOffer(reader: Reader<ast.Offer>): Offer | undefined {
  const what = reader.word('what');
  if (what === undefined) return undefined;
  return finish<Offer>({
    what,
    channels: reader.references('channels'),
    within: reader.duration('within'),
    place: reader.statement,
  });
}

export function lowerShown(reader: Reader<ast.ShownItem>): ShownItem | undefined {
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

export function lowerRequest(reader: Reader<ast.Request>): Request | undefined {
  const data = reader.references('data');
  if (data.length === 0) return undefined;
  return finish<Request>({
    data,
    optional: reader.mark('optional'),
    essential: reader.text('essential'),
    place: reader.statement,
  });
}

export function lowerUse(reader: Reader<ast.Use>): Use | undefined {
  const data = reader.references('data');
  if (data.length === 0) return undefined;
  return finish<Use>({ data, purpose: reader.word('purpose'), basis: reader.word('basis'), place: reader.statement });
}

export function lowerConsentRequest(reader: Reader<ast.ConsentRequest>): ConsentRequest | undefined {
  const consent = reader.reference('consent');
  if (consent === undefined) return undefined;
  return finish<ConsentRequest>({
    consent,
    optional: reader.mark('flag', 'optional'),
    required: reader.mark('flag', 'required'),
    place: reader.statement,
  });
}

export function lowerPersonalisation(reader: Reader<ast.Personalisation>): Personalisation | undefined {
  const data = reader.references('data');
  if (data.length === 0) return undefined;
  return finish<Personalisation>({ data, fallback: reader.text('fallback'), place: reader.statement });
}

export function lowerAbility(reader: Reader<ast.Ability>): Ability {
  return finish<Ability>({
    actions: reader.words('actions'),
    channels: reader.references('channels'),
    until: reader.textOrQuantity('until'),
    place: reader.statement,
  });
}

export function lowerLoopLimit(reader: Reader<ast.Loop>): Touchpoint['loop'] {
  const max = reader.number('max', 1);
  return max && { max, place: reader.statement };
}
