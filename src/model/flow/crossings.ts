import type { ChannelKind } from '../words.ts';

/**
 * What changes from one touchpoint to the next. Only what is written on both sides can change: nothing crosses where one
 * side is silent. For all of them `from` and `to` are keys.
 */
export interface Crossings {
  readonly stage?: Crossing;
  readonly owner?: Crossing;
  readonly system?: Crossing;
  /** No channel of the first touchpoint is one of the second; the first written of each. */
  readonly channel?: Crossing;
  /** Not even the families of their channels meet. */
  readonly family?: { readonly from: ChannelFamily; readonly to: ChannelFamily };
  readonly initiator?: Crossing;
}

export interface Crossing {
  readonly from: string;
  readonly to: string;
}

/** Channels among which a change is small: everything on a screen is one family, and so on. */
export type ChannelFamily =
  | 'digital'
  | 'phone'
  | 'inPerson'
  | Extract<ChannelKind, 'post' | 'wordOfMouth' | 'partner'>
  | 'other';
