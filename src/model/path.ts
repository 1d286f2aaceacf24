import type { Place } from './place.ts';
import type { Percentage, Prose, Reference, Word } from './values.ts';
import type { EndKind } from './words.ts';

/**
 * One way on from a touchpoint: to another touchpoint, or to an end.
 *
 * How paths follow from the text:
 *  - `next`: a touchpoint without an arrow and without an end leads to the touchpoint that follows in the text, across
 *    stages. The last one of the journey ends in success (`implied`). A detour, from which every arrow leads back, is passed
 *    over: when it is there for the failure of the touchpoint before it, be it of one step or more, and as a second way when
 *    it is `optional`. So is a touchpoint from which everybody ends without success, when it is there for the failure of
 *    the touchpoint before it (at once, or after steps that say nothing of the way, if the text goes on), or when only failures
 *    lead to it.
 *  - `arrow`: one for each `->`. Arrows replace the default; if all of them are `for` some personas, the others still
 *    go on to the touchpoint that follows.
 *  - `failure`: one for each `on failure`. It does not replace the default.
 *  - `loop`: what `loop max n then` leads to once the rounds are used up. It does not replace the default either. Without
 *    `then`, where every arrow leads back, the journey goes on with the touchpoint that follows in the text.
 *  - An arrow whose target cannot be found, and a failure that says nothing of the way, lead nowhere: neither `to` nor
 *    `end`. If no arrow of a touchpoint has a target, the default stays.
 *
 * The function is `pathsOf` in paths.ts. Ways around `optional` touchpoints are never written; see graph.ts.
 */
export interface Path {
  readonly kind: 'next' | 'arrow' | 'failure' | 'loop' | 'end';
  /** Key of the touchpoint that it leaves. */
  readonly from: string;
  /** Key of the touchpoint that it leads to; missing for an end, and when it is not known. */
  readonly to?: string;
  readonly end?: Word<EndKind> | { readonly value: EndKind; readonly implied: true; readonly place: Place };
  /** Written share of the customers who go this way. */
  readonly share?: Percentage;
  readonly condition?: Prose;
  /** Empty: everybody. */
  readonly personas: readonly Reference[];
  /** Data that goes along by agreement. */
  readonly carries: readonly Reference[];
  /** The customer is passed on to somebody else. */
  readonly transfer: boolean;
  /** What the customer is told about the failure. */
  readonly explains?: Prose;
  /** The statement, or for an implied path the id of the touchpoint that it leaves. */
  readonly place: Place;
}
