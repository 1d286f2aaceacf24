import { titleOf } from '../model/declaration.ts';
import type { Fact } from '../model/entities.ts';
import type { ShownItem, Touchpoint } from '../model/journey.ts';
import { lazyFor } from '../model/lazy.ts';
import type { Model } from '../model/model.ts';
import { quoted, titled } from '../model/phrases.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import { SHOWN_WORDS } from '../model/words.ts';
import { referable } from './names.ts';

/** Something that the customer has to pay, as it is shown at a touchpoint. */
export interface ShownCost {
  /** The same for the same cost everywhere. */
  readonly id: string;
  readonly name: Text;
  /** How to write it after `shows`; missing where it cannot be referred to. */
  readonly code: string | undefined;
  readonly place: Place;
}

/** Words that stand for a cost on top of the price. The price itself has too many names to be followed. */
const fees = ['fee', 'shippingFee', 'tax', 'cancelFee'] as const;

/** Words by which the customer has seen what all of it costs, fees included. */
const totals: ReadonlySet<string> = new Set(['priceTotal', 'total']);

/** The costs that a touchpoint shows: facts that are amounts of money, and fees. What the customer gets back is none. */
export function costsShownAt(model: Model, touchpoint: Touchpoint): readonly ShownCost[] {
  return touchpoint.shows.flatMap((item) => costOf(model, item) ?? []);
}

export function showsTotal({ shows }: Touchpoint): boolean {
  return shows.some(({ word }) => totals.has(word?.value ?? ''));
}

/** Whether a cost is one of those that a total price includes: a fee named by a word alone. */
export function isInTotal({ id }: ShownCost): boolean {
  return fees.some((fee) => fee === id);
}

function costOf(model: Model, { fact, word, place }: ShownItem): ShownCost | undefined {
  if (fact !== undefined) {
    const declared = model.facts.get(fact.key);
    if (declared?.value.kind !== 'money' || isRefund(declared)) return undefined;
    return { id: fact.key, name: titled(declared), code: referable(model.facts, fact.key), place: fact.place };
  }
  const fee = fees.find((each) => each === word?.value);
  return fee === undefined ? undefined : { id: fee, name: quoted(SHOWN_WORDS[fee]), code: fee, place };
}

/** Looked for once: the same few facts are shown again and again. */
const isRefund = lazyFor((fact: Fact) => refunds.test(titleOf(fact, 'en')) || refunds.test(titleOf(fact, 'ja')));

const refunds =
  /credit|refund|compensat|discount|bonus|reward|saving|cash ?back|rebate|返金|還元|割引|値引|補償|賠償|クレジット|ポイント|特典|キャッシュバック/i;
