import type { RelatedPlace, Severity } from '../model/finding.ts';
import type { Certainty } from '../model/flow/facts.ts';
import type { Witness } from '../model/flow/witness.ts';
import type { Text } from '../model/text.ts';

/**
 * How severe something is when it is so on all ways, or on some only: one step milder. Information stays information,
 * because a hint is about the description and not about the customer.
 */
export function severityFor(certainty: Certainty, severity: Severity): Severity {
  if (certainty === 'always') return severity;
  return severity === 'error' ? 'warning' : 'information';
}

/** Puts "on some paths" before a message that does not hold on all of them. The message begins as it would after a comma. */
export function sayOn(certainty: Certainty, message: Text): Text {
  if (certainty === 'always') {
    const first = message.en.charAt(0);
    const large = first.toUpperCase();
    // As most, which begin with a quoted title.
    return first === large ? message : { en: large + message.en.slice(1), ja: message.ja };
  }
  return { en: `On some paths, ${message.en}`, ja: `一部の経路で、${message.ja}` };
}

/** The weaker of two certainties. */
export function both(a: Certainty, b: Certainty): Certainty {
  return a === 'always' && b === 'always' ? 'always' : 'sometimes';
}

/**
 * Where a way that proves something turns off: its written arrows, failures and loops, so that the reader can follow it.
 * Steps from one touchpoint to the next in the text need no proof.
 */
export function wayPlaces({ edges }: Witness): readonly RelatedPlace[] {
  const places: RelatedPlace[] = [];
  for (const { paths } of edges) {
    for (const { kind, place } of paths) {
      if (kind === 'next') continue;
      places.push({ place, message: onThisWay });
      if (places.length === mostTurns) return places;
    }
  }
  return places;
}

const onThisWay: Text = { en: 'on this way', ja: 'この経路を通った場合' };
const mostTurns = 4;
