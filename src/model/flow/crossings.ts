import type { Channel } from '../entities.ts';
import type { GraphEdge, GraphNode } from '../graph.ts';
import type { Touchpoint } from '../journey.ts';
import type { Model } from '../model.ts';
import type { Reference } from '../values.ts';
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

export function crossingsOf(model: Model, { from, to }: Pick<GraphEdge, 'from' | 'to'>): Crossings {
  return new LazyCrossings(model, from, to);
}

/** Who asks wants to know one or two of them. A class, because an object with getters of its own costs more than all of them. */
class LazyCrossings implements Crossings {
  readonly #model: Model;
  readonly #from: GraphNode;
  readonly #to: GraphNode;

  constructor(model: Model, from: GraphNode, to: GraphNode) {
    this.#model = model;
    this.#from = from;
    this.#to = to;
  }

  get stage(): Crossings['stage'] {
    return crossing(this.#from.stage.key, this.#to.stage.key);
  }

  get owner(): Crossings['owner'] {
    return crossing(ownTeamAt(this.#from), ownTeamAt(this.#to));
  }

  get system(): Crossings['system'] {
    return crossing(this.#from.touchpoint.system?.key, this.#to.touchpoint.system?.key);
  }

  get channel(): Crossings['channel'] {
    return crossingOfAll(this.#from.touchpoint.channels, this.#to.touchpoint.channels, ({ key }) => key);
  }

  get family(): Crossings['family'] {
    return crossingOfAll(this.#from.touchpoint.channels, this.#to.touchpoint.channels, ({ key }) => {
      const channel = this.#model.channels.get(key);
      return channel && familyOf(channel);
    });
  }

  get initiator(): Crossings['initiator'] {
    return crossing(this.#from.touchpoint.initiator?.value, this.#to.touchpoint.initiator?.value);
  }
}

/** What a partner does, or customers by themselves, is not done by the team that is written for the whole stage or journey. */
function ownTeamAt({ touchpoint }: GraphNode): string | undefined {
  const { owner, initiator } = touchpoint;
  if (owner === undefined || owner.from === 'touchpoint') return owner?.key;
  return initiator?.value === 'partner' || isAlone(touchpoint) ? undefined : owner.key;
}

/** A wait that nothing is written about may still be one for the team that is written around it. */
function isAlone(touchpoint: Touchpoint): boolean {
  return touchpoint.wait === undefined && isByThemselves(touchpoint);
}

/** Whether nothing is written that anybody but the customer does or keeps there. */
export function isByThemselves({ initiator, channels, system, frontstage, backstage, support }: Touchpoint): boolean {
  const isTheirs = initiator === undefined || initiator.value === 'customer';
  return (
    isTheirs && system === undefined && channels.length + frontstage.length + backstage.length + support.length === 0
  );
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

function crossing<T>(from: T | undefined, to: T | undefined): Crossing<T> | undefined {
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** The first of each side, if the two sides have nothing in common. */
function crossingOfAll<T>(
  from: readonly Reference[],
  to: readonly Reference[],
  of: (reference: Reference) => T | undefined,
): Crossing<T> | undefined {
  const [one, two] = [firstOf(from, of), firstOf(to, of)];
  if (one === undefined || two === undefined) return undefined;
  for (const reference of from) {
    const value = of(reference);
    if (value !== undefined && to.some((other) => of(other) === value)) return undefined;
  }
  return { from: one, to: two };
}

function firstOf<T>(references: readonly Reference[], of: (reference: Reference) => T | undefined): T | undefined {
  for (const reference of references) {
    const value = of(reference);
    if (value !== undefined) return value;
  }
  return undefined;
}
