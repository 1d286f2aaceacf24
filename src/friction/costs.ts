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

/** Whether it is what something costs, by any of the words for it, and no money for the customer. */
export function isPrice(item: ShownItem): boolean {
  return prices.has(item.word?.value ?? '') && !isGivenBack(textOf(item));
}

const prices: ReadonlySet<string> = new Set(['price', 'unitPrice', 'eachPrice', 'priceTotal', 'total']);

/** What is written behind the word: `shows price "from 9 EUR"`. */
function textOf({ text, value }: ShownItem): string {
  return text?.text ?? (value?.kind === 'text' ? value.text : '');
}

/** Whether words tell of money for the customer. */
function isGivenBack(words: string): boolean {
  return refunds.test(words);
}

function costOf(model: Model, item: ShownItem): ShownCost | undefined {
  const { fact, word, place } = item;
  if (fact !== undefined) {
    const declared = model.facts.get(fact.key);
    if (declared?.value.kind !== 'money' || isRefund(declared)) return undefined;
    return { id: fact.key, name: titled(declared), code: referable(model.facts, fact.key), place: fact.place };
  }
  const fee = fees.find((each) => each === word?.value);
  if (isPrice(item) && isAddition(textOf(item))) {
    return { id: addition, name: quoted(textOf(item)), code: undefined, place };
  }
  return fee === undefined ? undefined : { id: fee, name: quoted(SHOWN_WORDS[fee]), code: fee, place };
}

/** A price that is on top of another one by its own words; whoever has heard of any addition was warned. */
const addition = 'addition';

function isAddition(text: string): boolean {
  return additions.test(text) && !freeOf.test(text);
}

const additions = /追加|別途|上乗せ|割増|additional|\bextra\b|surcharge|on top/i;

const freeOf = /なし|無し|不要|無料|込|含|\b(no|without|free|included?|includes)\b/i;

/** Looked for once: the same few facts are shown again and again. */
const isRefund = lazyFor((fact: Fact) => isGivenBack(titleOf(fact, 'en')) || isGivenBack(titleOf(fact, 'ja')));

const refunds =
  /credit|refund|compensat|discount|bonus|reward|saving|cash ?back|rebate|返金|還元|割引|値引|補償|賠償|クレジット|ポイント|特典|キャッシュバック/i;
