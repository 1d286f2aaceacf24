import type { Fix } from '../model/finding.ts';
import type { GraphEdge } from '../model/graph.ts';
import type { Journey, Touchpoint } from '../model/journey.ts';
import { titled } from '../model/phrases.ts';
import { nameIn } from './announcements.ts';
import { adding, durationCode, writtenInJapanese } from './fixes.ts';
import { longestOf } from './waits.ts';

/**
 * Whether the ball leaves the customer there: they want to know who has it now, and for how long. Who looks up how things
 * stand, or does something else while they wait, leaves nothing with anybody.
 */
export function handsIn({ initiator, asks, commits, task, during }: Touchpoint): boolean {
  if (initiator?.value !== 'customer') return false;
  if (commits.length > 0) return true;
  return !lookUps.has(task?.value ?? '') && during === undefined && (asks.length > 0 || task !== undefined);
}

const lookUps: ReadonlySet<string> = new Set(['status', 'trackOrder', 'faq']);

export function isByCompany({ initiator }: Touchpoint): boolean {
  return initiator?.value === 'company' || initiator?.value === 'partner';
}

/** Says at the first touchpoint of a way what comes at its end, and by when. */
export function tellNext(journey: Journey, { from, to }: GraphEdge): readonly Fix[] {
  const name = nameIn(journey, to.touchpoint);
  if (name === undefined) return [];
  const { after, wait } = to.touchpoint;
  const longest =
    (after?.longestSeconds ?? 0) +
    (wait === undefined || !isByCompany(to.touchpoint) ? 0 : longestOf(wait).longestSeconds);
  const within = longest === 0 ? '' : ` within ${durationCode(longest, writtenInJapanese(from.touchpoint))}`;
  const [here, next] = [titled(from.touchpoint), titled(to.touchpoint)];
  return [
    adding(from.touchpoint, [`tells next ${name}${within}`], {
      en: `Announce ${next.en} at ${here.en}`,
      ja: `${here.ja}で${next.ja}を予告する`,
    }),
  ];
}
