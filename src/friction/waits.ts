import type { Wait } from '../model/journey.ts';
import { asWritten } from '../model/phrases.ts';
import type { Text } from '../model/text.ts';
import type { Duration } from '../model/values.ts';

/** How long a wait can become. */
export function longestOf({ typical, longest }: Wait): Duration {
  return longest ?? typical;
}

/** A wait as it stands in a sentence: `9 min (at most 25 min)` / `9分(最長25分)`. */
export function waitText({ typical, longest }: Wait): Text {
  const usual = asWritten(typical);
  if (longest === undefined) return usual;
  const most = asWritten(longest);
  return { en: `${usual.en} (at most ${most.en})`, ja: `${usual.ja}(最長${most.ja})` };
}
