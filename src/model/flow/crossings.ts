import type { Channel } from '../entities.ts';
import type { GraphEdge } from '../graph.ts';
import type { Model } from '../model.ts';
import type { Initiator } from '../words.ts';

/**
 * What changes from one touchpoint to the next. Only what is written on both sides can change: where one side is silent,
 * nothing does. Strings are keys.
 */
export interface Crossings {
  readonly stage: Crossing<string> | undefined;
  readonly owner: Crossing<string> | undefined;
  readonly system: Crossing<string> | undefined;
  /** The two have no channel in common, alternatives not counted; the first written of each. */
  readonly channel: Crossing<string> | undefined;
  /** Nor do their channels have a family in common. */
  readonly family: Crossing<ChannelFamily> | undefined;
  readonly initiator: Crossing<Initiator> | undefined;
}

interface Crossing<T> {
  readonly from: T;
  readonly to: T;
}

/** Channels among which a change costs the customer little: everything on a screen is one family, and so on. */
export type ChannelFamily = 'digital' | 'phone' | 'inPerson' | 'post' | 'other';

export function crossingsOf(model: Model, edge: Pick<GraphEdge, 'from' | 'to'>): Crossings {
  const from = edge.from.touchpoint;
  const to = edge.to.touchpoint;
  const channels = (touchpoint: typeof from): string[] => touchpoint.channels.map((channel) => channel.key);
  const families = (touchpoint: typeof from): ChannelFamily[] =>
    channels(touchpoint).flatMap((key) => {
      const channel = model.channels.get(key);
      return channel === undefined ? [] : [familyOf(channel)];
    });
  // Who asks wants to know one or two of them.
  return {
    get stage() {
      return crossing([edge.from.stage.key], [edge.to.stage.key]);
    },
    get owner() {
      return crossing([from.owner?.key], [to.owner?.key]);
    },
    get system() {
      return crossing([from.system?.key], [to.system?.key]);
    },
    get channel() {
      return crossing(channels(from), channels(to));
    },
    get family() {
      return crossing(families(from), families(to));
    },
    get initiator() {
      return crossing([from.initiator?.value], [to.initiator?.value]);
    },
  };
}

export function familyOf(channel: Channel): ChannelFamily {
  switch (channel.kind?.value) {
    case 'phone':
    case 'ivr':
      return 'phone';
    case 'store':
    case 'counter':
    case 'event':
      return 'inPerson';
    case 'post':
      return 'post';
    default:
      return channel.digital ? 'digital' : 'other';
  }
}

function crossing<T>(from: readonly (T | undefined)[], to: readonly (T | undefined)[]): Crossing<T> | undefined {
  const [first] = from;
  const [second] = to;
  if (first === undefined || second === undefined || from.some((one) => to.includes(one))) return undefined;
  return { from: first, to: second };
}
