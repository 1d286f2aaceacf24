import type { Channel, Persona } from '../model/entities.ts';
import type { Touchpoint } from '../model/journey.ts';
import { meansOf } from '../model/means.ts';
import type { Model } from '../model/model.ts';
import type { Text } from '../model/text.ts';
import type { Word } from '../model/values.ts';
import { MEANS } from '../model/words.ts';
import { channelsOf, choicesAt } from './channels.ts';
import { haveCommonHours } from './hours.ts';

/** Why a persona cannot do what a touchpoint takes on any channel: they lack what it requires. */
export function lackAt(
  { lacks }: Persona,
  { requires }: Touchpoint,
): { readonly word: Word; readonly why: Text } | undefined {
  const word = missingOf(requires, lacks);
  return word && { word, why: missingText(word) };
}

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
  const missing = missingOf(channel.requires, persona.lacks);
  if (missing !== undefined) return missingText(missing);
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

function missingOf(required: readonly Word[], lacks: readonly Word[]): Word | undefined {
  if (lacks.length === 0) return undefined;
  return required.find(({ value }) => lacks.some((lack) => meansOf(lack.value) === meansOf(value)));
}

function missingText({ value }: Word): Text {
  const means = meansOf(value);
  const known = Object.hasOwn(MEANS, means) ? MEANS[means as keyof typeof MEANS] : undefined;
  const [en, ja] = [known?.en.toLowerCase() ?? `\`${value}\``, known?.ja ?? value];
  return { en: `it requires ${en}, which they lack`, ja: `必要な「${ja}」を持っていないためです` };
}
