import { titleOf } from '../../model/declaration.ts';
import type { Touchpoint } from '../../model/journey.ts';
import type { Locale } from '../../model/text.ts';
import { type PageName, pathOfPage } from './frame.ts';
import type { SiteJourney } from './gather.ts';
import { link } from './html.ts';

/** The address of a journey's map, seen from the lists. */
export function hrefOfJourney({ address }: SiteJourney): string {
  return `journeys/${encodeURIComponent(address)}.html`;
}

/** …with the touchpoint in view. */
export function hrefOfTouchpoint(journey: SiteJourney, key: string): string {
  return `${hrefOfJourney(journey)}#${encodeURIComponent(key)}`;
}

export function hrefOfEntry(page: PageName, address: string): string {
  return `${pathOfPage(page)}#${encodeURIComponent(address)}`;
}

export function journeyLink(journey: SiteJourney, locale: Locale): string {
  return link(hrefOfJourney(journey), titleOf(journey.journey, locale));
}

export function touchpointLink(journey: SiteJourney, touchpoint: Touchpoint, locale: Locale): string {
  return link(hrefOfTouchpoint(journey, touchpoint.key), titleOf(touchpoint, locale));
}
