import type { Channel, Expectation, Persona, WaitLimit } from '../model/entities.ts';
import type { GraphNode } from '../model/graph.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import { asWritten, durationText, titled } from '../model/phrases.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import type { Duration, Reference } from '../model/values.ts';
import type { ChannelKind } from '../model/words.ts';
import { isArrival, isReplyAwaited } from './replies.ts';
import { waitLimitOrigin } from './settings.ts';
import type { ChannelLimit, RuleSettings } from './settings.ts';

/** How long the customer may wait somewhere, and who says so. */
export interface Limit {
  /** From here on the customer suffers. */
  readonly seconds: number;
  /** From here on it is worth a note. */
  readonly note?: Note;
  readonly source: 'touchpoint' | 'persona' | 'journey' | 'channel' | 'settings';
  /** The limit as it stands in a sentence: `the 1 min that "Ken" expects`, `the limit of 1 minute (default, after Velaro)`. */
  readonly phrase: Text;
  /** Where it is written, unless in the settings. */
  readonly place?: Place;
}

interface Note {
  readonly seconds: number;
  readonly phrase: Text;
}

/**
 * The limit on a wait at a touchpoint. The first that says something counts: the touchpoint's own expectation, the
 * persona's, the journey's expectation or limit, the channel's own limit, the settings. What is said for the channel comes
 * before what is said for all. On several channels the customer can choose, so the most generous one counts, and there is
 * no limit if one has none. What a persona or the journey expects as a reply holds for replies only (replies.ts).
 *
 * @param wait the wait in seconds: limits of the settings may hold up to a length only, see `ChannelLimit.upTo`
 */
export function waitLimit(
  model: Model,
  journey: Journey,
  node: GraphNode,
  persona: Persona | undefined,
  settings: RuleSettings,
  wait: number,
): Limit | undefined {
  const limits = node.touchpoint.channels.map((channel) =>
    limitOn(channel, model, journey, node, persona, settings, wait),
  );
  // Without a channel only what is said for all channels can hold.
  if (limits.length === 0) return limitOn(undefined, model, journey, node, persona, settings, wait);
  return limits.reduce((a, b) => (a === undefined || b === undefined ? undefined : a.seconds >= b.seconds ? a : b));
}

/**
 * How long a wait people take in their stride, in seconds, by what is set for the kinds of channel: on each of the touchpoint's
 * channels, for nobody knows which one it will be. An answer by e-mail may take longer than they like to look out for it.
 */
export function comfortableWait(model: Model, { channels }: Touchpoint, { waitLimits }: RuleSettings): number {
  if (channels.length === 0) return 0;
  return channels.reduce((least, { key }) => {
    const kind = waitingKind(model.channels.get(key));
    return Math.min(least, comfortable(kind && waitLimits[kind]));
  }, longestComfortable);
}

/** A note may be due sooner, but nobody announces that somebody will answer the phone within a minute. */
function comfortable({ note, warn }: ChannelLimit = { warn: 0 }): number {
  return note === undefined || note < shortestNote ? warn : note;
}

const shortestNote = 60;
const longestComfortable = 600;

/** How long, in seconds, people accept to wait where they see how it goes on: in a shop or at a counter. Zero elsewhere. */
export function acceptableInPerson(model: Model, { channels }: Touchpoint, { waitLimits }: RuleSettings): number {
  const limits = channels.map(({ key }) => {
    const kind = model.channels.get(key)?.kind?.value;
    return kind === 'store' || kind === 'counter' ? (waitLimits[kind]?.warn ?? 0) : 0;
  });
  return limits.length === 0 ? 0 : Math.min(...limits);
}

function limitOn(
  reference: Reference | undefined,
  model: Model,
  journey: Journey,
  node: GraphNode,
  persona: Persona | undefined,
  settings: RuleSettings,
  wait: number,
): Limit | undefined {
  const { touchpoint } = node;
  const channel = reference === undefined ? undefined : model.channels.get(reference.key);
  const isReply = isReplyAwaited(node);
  const most = isArrival(model, touchpoint) ? 0 : longestStay(channel, touchpoint, settings, wait);
  return (
    expected(touchpoint.expectations, reference, 'touchpoint', expectedHere) ??
    (persona && isReply
      ? expected(persona.expectations, reference, 'persona', (limit) => expectedBy(persona, limit), most)
      : undefined) ??
    (isReply ? expected(journey.expectations, reference, 'journey', expectedInJourney, most) : undefined) ??
    limited(journey.limits, reference, 'journey', limitOfJourney) ??
    (channel && limited(channel.limits, reference, 'channel', (limit) => limitOfChannel(channel, limit))) ??
    (channel && preset(channel, touchpoint, settings, wait))
  );
}

/**
 * How long, in seconds, a general expectation of a reply can be and still be one for this wait: two weeks are for an answer, and
 * not for a queue that the customer stands in.
 */
function longestStay(
  channel: Channel | undefined,
  { initiator }: Touchpoint,
  { waitLimits }: RuleSettings,
  wait: number,
): number {
  const upTo = channel?.kind === undefined ? undefined : waitLimits[channel.kind.value]?.upTo;
  const isTheirs = initiator?.value === 'customer';
  return isTheirs && upTo !== undefined && wait <= upTo && !isAnswered(channel) ? upTo : Number.POSITIVE_INFINITY;
}

/** Whether customers go on with their day until the answer comes. */
function isAnswered(channel: Channel | undefined): boolean {
  return ['email', 'sms', 'social', 'messaging', 'post'].includes(channel?.kind?.value ?? '');
}

type Phrase = (limit: Text) => Text;

function expected(
  expectations: readonly Expectation[],
  channel: Reference | undefined,
  source: Limit['source'],
  phrase: Phrase,
  most = Number.POSITIVE_INFINITY,
): Limit | undefined {
  if (expectations.length === 0) return undefined;
  const said = expectations.flatMap(({ within, channels, place }) =>
    within === undefined || (channels.length === 0 && within.longestSeconds > most)
      ? []
      : [{ duration: within, channels, place }],
  );
  return firstFor(said, channel, source, phrase);
}

function limited(
  limits: readonly WaitLimit[],
  channel: Reference | undefined,
  source: Limit['source'],
  phrase: Phrase,
): Limit | undefined {
  if (limits.length === 0) return undefined;
  return firstFor(
    limits.map(({ limit, channels, place }) => ({ duration: limit, channels, place })),
    channel,
    source,
    phrase,
  );
}

interface Said {
  readonly duration: Duration;
  readonly channels: readonly Reference[];
  readonly place: Place;
}

function firstFor(
  said: readonly Said[],
  channel: Reference | undefined,
  source: Limit['source'],
  phrase: Phrase,
): Limit | undefined {
  const found =
    said.find(({ channels }) => channels.some(({ key }) => key === channel?.key)) ??
    said.find(({ channels }) => channels.length === 0);
  if (found === undefined) return undefined;
  const { duration, place } = found;
  return new LazyLimit(duration.longestSeconds, source, () => phrase(asWritten(duration)), { place });
}

function preset(channel: Channel, touchpoint: Touchpoint, settings: RuleSettings, wait: number): Limit | undefined {
  const { initiator, updateEvery } = touchpoint;
  const isContacted = initiator !== undefined && initiator.value !== 'customer';
  // Who sends news of how it goes is at work, and does not leave anybody without an answer.
  if (isContacted && updateEvery !== undefined) return undefined;
  const kind = waitingKind(channel);
  // Who is visited at home stands at no counter.
  if (isContacted && (kind === 'counter' || kind === 'store')) return undefined;
  const limit = kind === undefined ? undefined : settings.waitLimits[kind];
  if (kind === undefined || limit === undefined) return undefined;
  // Nobody holds the line until somebody else calls.
  const isCalled = limit.reply !== undefined && isContacted;
  const isReply = isCalled || wait > (limit.upTo ?? Number.POSITIVE_INFINITY);
  const origin = (): Text => waitLimitOrigin(kind, settings, isReply);
  const seconds = isReply ? limit.reply : limit.warn;
  if (seconds === undefined || (isReply && wait > (limit.replyUpTo ?? Number.POSITIVE_INFINITY))) return undefined;
  const { note } = limit;
  return new LazyLimit(
    seconds,
    'settings',
    () => presetPhrase(channel, seconds, isReply, origin()),
    isReply || note === undefined ? {} : { note: new LazyNote(note, () => comfortablePhrase(channel, note, origin())) },
  );
}

/** Whose limits hold: before a video call people sit in a waiting room, as at a counter, and not in a chat. */
function waitingKind(channel: Channel | undefined): ChannelKind | undefined {
  const kind = channel?.kind?.value;
  return kind === 'chat' && channel !== undefined && isVideoCall(channel) ? 'counter' : kind;
}

/** Somebody's own video call is known by its name: there is no kind of channel for it but the one that answers live. */
function isVideoCall({ id, library, label, labelJa, labelEn }: Channel): boolean {
  if (library) return id === 'videoCall';
  return [id, label, labelJa, labelEn].some((name) => name !== undefined && videoCalls.test(name));
}

const videoCalls =
  /video|\b(zoom|webex|facetime|skype)\b|google meet|ビデオ|テレビ電話|オンライン(面談|面接|診察|診療|商談|会議)/i;

function presetPhrase(channel: Channel, seconds: number, isReply: boolean, from: Text): Text {
  const length = durationText(seconds);
  const name = titled(channel);
  return {
    en: `the limit of ${length.en} for ${isReply ? 'a reply on ' : ''}${name.en} (${from.en})`,
    ja: `${name.ja}${isReply ? 'で返答を待つ' : 'の'}許容範囲${length.ja}(${from.ja})`,
  };
}

/** In words of its own: two numbers for one channel would contradict each other. */
function comfortablePhrase(channel: Channel, seconds: number, from: Text): Text {
  const length = durationText(seconds);
  const name = titled(channel);
  return {
    en: `the comfortable ${length.en} for ${name.en} (${from.en})`,
    ja: `${name.ja}で苦にならない目安の${length.ja}(${from.ja})`,
  };
}

/** Most waits keep within their limits, so that nobody reads how these are said. */
class LazyNote implements Note {
  readonly seconds: number;
  readonly #say: () => Text;

  constructor(seconds: number, say: () => Text) {
    this.seconds = seconds;
    this.#say = say;
  }

  get phrase(): Text {
    return this.#say();
  }
}

class LazyLimit extends LazyNote implements Limit {
  readonly source: Limit['source'];
  readonly note?: Note;
  readonly place?: Place;

  constructor(
    seconds: number,
    source: Limit['source'],
    say: () => Text,
    { note, place }: { readonly note?: Note; readonly place?: Place },
  ) {
    super(seconds, say);
    this.source = source;
    if (note !== undefined) this.note = note;
    if (place !== undefined) this.place = place;
  }
}

const expectedHere: Phrase = ({ en, ja }) => ({
  en: `the ${en} that the customer expects here`,
  ja: `ここで期待される${ja}`,
});
const expectedInJourney: Phrase = ({ en, ja }) => ({
  en: `the ${en} that the customer expects in this journey`,
  ja: `このジャーニーで期待される${ja}`,
});
const limitOfJourney: Phrase = ({ en, ja }) => ({
  en: `this journey's limit of ${en}`,
  ja: `このジャーニーで決めた上限${ja}`,
});

function expectedBy(persona: Persona, { en, ja }: Text): Text {
  const name = titled(persona);
  return { en: `the ${en} that ${name.en} expects`, ja: `${name.ja}が期待する${ja}` };
}

function limitOfChannel(channel: Channel, { en, ja }: Text): Text {
  const name = titled(channel);
  return { en: `the limit of ${en} that is set for ${name.en}`, ja: `${name.ja}に決めた上限${ja}` };
}
