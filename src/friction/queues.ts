import type { Touchpoint, Wait } from '../model/journey.ts';
import type { JourneyContext } from './rule.ts';
import type { RuleSettings } from './settings.ts';
import { isOnlyByPhone } from './staff.ts';
import { longestOf } from './waits.ts';

/**
 * The setting by which customers who hold the line there should be offered a call back; missing where nobody holds it for long,
 * or is put through.
 */
export function callbackDue(
  { model, settings }: Pick<JourneyContext, 'model' | 'settings'>,
  touchpoint: Touchpoint,
  wait: Wait,
): 'callbackWait' | 'callbackLongestWait' | undefined {
  const { during, initiator, offers } = touchpoint;
  if (during !== undefined || (initiator?.value ?? 'customer') !== 'customer') return undefined;
  // Longer than this nobody holds the line.
  if (wait.typical.seconds > (settings.waitLimits.phone?.upTo ?? Number.POSITIVE_INFINITY)) return undefined;
  const limit = limitReached(wait, settings);
  if (limit === undefined || !isOnlyByPhone(model, touchpoint)) return undefined;
  return offers.some(({ what }) => what.value === 'transfer') ? undefined : limit;
}

function limitReached(wait: Wait, settings: RuleSettings): 'callbackWait' | 'callbackLongestWait' | undefined {
  if (wait.typical.seconds >= settings.callbackWait) return 'callbackWait';
  return longestOf(wait).seconds >= settings.callbackLongestWait ? 'callbackLongestWait' : undefined;
}
