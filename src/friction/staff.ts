import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';

/** Whether the customer meets a person there: `handledBy` says so, or one of the channels has a person at the other end. */
export function isMetByStaff(model: Model, { handledBy, channels }: Touchpoint): boolean {
  if (handledBy !== undefined) return handledBy.value === 'staff';
  return channels.some(({ key }) => model.channels.get(key)?.human === true);
}

/** Whether the customer and the company can only speak on the phone there, with a person or a voice menu. */
export function isOnlyByPhone(model: Model, { channels }: Touchpoint): boolean {
  const kinds = channels.map(({ key }) => model.channels.get(key)?.kind?.value);
  return kinds.length > 0 && kinds.every((kind) => kind === 'phone' || kind === 'ivr');
}

/** Whether the touchpoint offers to reach a person: now, by a call back, or by being put through. */
export function offersStaff({ offers }: Touchpoint): boolean {
  return offers.some(({ what }) => staffOffers.has(what.value));
}

const staffOffers: ReadonlySet<string> = new Set(['callback', 'human', 'transfer']);
