import type { Channel } from '../entities.ts';
import type { GraphEdge, GraphNode } from '../graph.ts';
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
  return new LazyCrossings(model, edge);
}

/** Who asks wants to know one or two of them. A class, because an object with getters of its own costs more than all of them. */
class LazyCrossings implements Crossings {
  readonly #model: Model;
  readonly #edge: Pick<GraphEdge, 'from' | 'to'>;

  constructor(model: Model, edge: Pick<GraphEdge, 'from' | 'to'>) {
    this.#model = model;
    this.#edge = edge;
  }

  get stage(): Crossings['stage'] {
    return this.#crossing(({ stage }) => [stage.key]);
  }

  get owner(): Crossings['owner'] {
    return this.#crossing(({ touchpoint }) => [touchpoint.owner?.key]);
  }

  get system(): Crossings['system'] {
    return this.#crossing(({ touchpoint }) => [touchpoint.system?.key]);
  }

  get channel(): Crossings['channel'] {
    return this.#crossing(({ touchpoint }) => touchpoint.channels.map(({ key }) => key));
  }

  get family(): Crossings['family'] {
    return this.#crossing(({ touchpoint }) =>
      touchpoint.channels.flatMap(({ key }) => {
        const channel = this.#model.channels.get(key);
        return channel === undefined ? [] : [familyOf(channel)];
      }),
    );
  }

  get initiator(): Crossings['initiator'] {
    return this.#crossing(({ touchpoint }) => [touchpoint.initiator?.value]);
  }

  #crossing<T>(of: (node: GraphNode) => readonly (T | undefined)[]): Crossing<T> | undefined {
    const from = of(this.#edge.from);
    const to = of(this.#edge.to);
    const [first] = from;
    const [second] = to;
    if (first === undefined || second === undefined || from.some((one) => to.includes(one))) return undefined;
    return { from: first, to: second };
  }
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
