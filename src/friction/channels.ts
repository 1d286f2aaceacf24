import type { Channel } from '../model/entities.ts';
import { type ChannelFamily, familyOf } from '../model/flow/crossings.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Reference } from '../model/values.ts';

/** All channels on which the customer can have a touchpoint: its own and the alternatives. */
export function choicesAt({ channels, alternatives }: Touchpoint): readonly Reference[] {
  return alternatives.length === 0 ? channels : [...channels, ...alternatives];
}

/** The declared channels behind references. */
export function channelsOf(model: Model, references: readonly Reference[]): readonly Channel[] {
  const channels: Channel[] = [];
  for (const { key } of references) {
    const channel = model.channels.get(key);
    if (channel !== undefined) channels.push(channel);
  }
  return channels;
}

/**
 * Whether a channel is one of those that somebody prefers or avoids. The general channels of the standard library (`web`,
 * `phone`…) stand for every channel of their kind, `inPerson` for every shop, counter and visit, and any other of the library
 * for a channel of its kind that is called after it, such as `line` for "City LINE account"; a declared channel stands for
 * itself.
 */
export function isAmong(model: Model, named: readonly Reference[], channel: Reference): boolean {
  for (const { key } of named) if (key === channel.key) return true;
  const own = model.channels.get(channel.key);
  const kind = own?.kind?.value;
  if (own === undefined || kind === undefined) return false;
  return named.some(({ key }) => {
    const other = model.channels.get(key);
    if (other?.library !== true) return false;
    if (other.id === 'inPerson') return (kind === 'counter' || kind === 'store') && !isDelivery(own);
    if (other.kind?.value !== kind) return false;
    return other.id === kind ? !comesToCustomer(own) : !own.library && isCalledAfter(own, other);
  });
}

/** Who comes to the customer's door is met in person, but nobody goes to a counter. */
function comesToCustomer({ library, id }: Channel): boolean {
  return library && (id === 'visit' || id === 'delivery');
}

/** Who brings something is met for a moment only. */
function isDelivery({ library, id }: Channel): boolean {
  return library && id === 'delivery';
}

function isCalledAfter(channel: Channel, other: Channel): boolean {
  const words = namesOf(other);
  return namesOf(channel).some((name) => words.some((word) => hasWord(name, word)));
}

function namesOf({ id, label, labelJa, labelEn }: Channel): readonly string[] {
  return [id, label, labelJa, labelEn].flatMap((name) => name?.toLowerCase() ?? []);
}

/** Latin letters on either side make another word of it: there is no `line` in "online". */
function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  return !latin.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`);
}

const latin = /[a-z]/;

/** The families of the channels of a touchpoint, alternatives included. */
export function familiesAt(model: Model, touchpoint: Touchpoint): readonly ChannelFamily[] {
  return channelsOf(model, choicesAt(touchpoint)).map(familyOf);
}

/** Whether two lists of families have none in common. */
export function areApart(a: readonly ChannelFamily[], b: readonly ChannelFamily[]): boolean {
  for (const family of a) if (b.includes(family)) return false;
  return true;
}
