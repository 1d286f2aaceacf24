import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Reference } from '../model/values.ts';

/** Whether the customer deals with another company there: a partner begins it, or its system or channel is a partner's. */
export function hasPartner(model: Model, { system, channels, initiator }: Touchpoint): boolean {
  return (
    initiator?.value === 'partner' ||
    isPartner(model, system) ||
    channels.some(({ key }) => model.channels.get(key)?.partner !== undefined)
  );
}

export function isPartner(model: Model, system: Reference | undefined): system is Reference {
  return system !== undefined && model.systems.get(system.key)?.kind?.value === 'partner';
}

/** Whether one of two touchpoints is had with another company than the other one, as far as that is written. */
export function areOfTwoCompanies(model: Model, a: Touchpoint, b: Touchpoint): boolean {
  return companyAt(model, a) !== companyAt(model, b);
}

/** What tells a company from others there: nothing for one's own, and for a partner as much as is known of it. */
function companyAt(model: Model, touchpoint: Touchpoint): string | undefined {
  const { system, channels } = touchpoint;
  if (isPartner(model, system)) return system.key;
  for (const { key } of channels) {
    const { partner, thirdParty } = model.channels.get(key) ?? {};
    if (partner !== undefined) return partner.key;
    if (thirdParty === true) return key;
  }
  return hasPartner(model, touchpoint) ? 'a partner' : undefined;
}
