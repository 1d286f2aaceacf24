import type { Channel, Persona } from '../model/entities.ts';
import type { Touchpoint } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Text } from '../model/text.ts';
import { channelsOf, choicesAt } from './channels.ts';
import { haveCommonHours } from './hours.ts';

/** Why a persona cannot use the first of a touchpoint's channels; missing as soon as one of them can be used. */
export function obstacleAt(model: Model, persona: Persona, touchpoint: Touchpoint): Text | undefined {
  const { lacks, languages, hours } = persona;
  if (lacks.length + languages.length + hours.length === 0) return undefined;
  let first: Text | undefined;
  for (const channel of channelsOf(model, choicesAt(touchpoint))) {
    const obstacle = obstacleOf(channel, persona);
    if (obstacle === undefined) return undefined;
    first ??= obstacle;
  }
  return first;
}

export function obstacleOf(channel: Channel, persona: Persona): Text | undefined {
  const missing = channel.requires.find(({ value }) => persona.lacks.some((lack) => lack.value === value));
  if (missing !== undefined) {
    return {
      en: `it requires \`${missing.value}\`, which they lack`,
      ja: `必要な \`${missing.value}\` を持っていないためです`,
    };
  }
  const [spoken, understood] = [channel.languages, persona.languages];
  if (spoken.length > 0 && understood.length > 0) {
    const isShared = spoken.some(({ value }) => understood.some((other) => other.value === value));
    if (!isShared) return { en: 'it speaks none of their languages', ja: '対応する言語が合わないためです' };
  }
  if (channel.live && !haveCommonHours(channel.hours, persona.hours)) {
    return { en: 'it is never open when they have time', ja: '都合のよい時間に一度も開いていないためです' };
  }
  return undefined;
}
