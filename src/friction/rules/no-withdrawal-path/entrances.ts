import type { Consent } from '../../../model/entities.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Model } from '../../../model/model.ts';
import type { Place } from '../../../model/place.ts';
import { type Commitment, commitmentOf } from '../../commitments.ts';

/** A touchpoint at which the customer gets into something that lasts. `key` tells several at one place apart. */
export type Entrance = { readonly node: GraphNode; readonly place: Place; readonly key: string } & (
  | { readonly kind: 'subscription'; readonly word: string }
  | { readonly kind: 'consent'; readonly consent: Consent }
);

/** @param canLeave whether the journey shows how contracts are ended: then a `contract` is one that lasts */
export function subscriptionsMade(node: GraphNode, canLeave: boolean): readonly Entrance[] {
  return node.touchpoint.commits
    .filter(({ value }) => {
      const kind = commitmentOf(value);
      return lasting.has(kind) || (canLeave && kind === 'contract');
    })
    .map(({ value, place }) => ({ kind: 'subscription', node, place, key: `commits ${value}`, word: value }));
}

/** What binds the customer until they end it. A purchase or a booking is over by itself. */
const lasting: ReadonlySet<Commitment | undefined> = new Set(['subscription', 'membership']);

export function consentsGiven(model: Model, node: GraphNode): readonly Entrance[] {
  return node.touchpoint.consents.flatMap(({ consent: { key }, place }): readonly Entrance[] => {
    const consent = model.consents.get(key);
    return consent === undefined ? [] : [{ kind: 'consent', node, place, key: `consent ${key}`, consent }];
  });
}
