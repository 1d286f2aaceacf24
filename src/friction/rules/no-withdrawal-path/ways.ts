import { familyOf } from '../../../model/flow/crossings.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import type { Model } from '../../../model/model.ts';
import { countText } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Reference } from '../../../model/values.ts';
import { namesOf } from '../../names.ts';
import type { Exit } from './exits.ts';

/** The way out that costs the customer least. */
export function easiestOf(model: Model, exits: readonly Exit[]): Exit | undefined {
  return exits.toSorted((a, b) => (rankOf(model, a.channels) ?? 0) - (rankOf(model, b.channels) ?? 0))[0];
}

/** In what the way out is harder than the way in, said of both; missing when it is not. */
export function isHarder(
  model: Model,
  entrance: Touchpoint,
  exit: Exit,
): { readonly in: Text; readonly out: Text } | undefined {
  const [into, out] = [rankOf(model, entrance.channels), rankOf(model, exit.channels)];
  if (into !== undefined && out !== undefined && out >= into + ranksHarder) {
    return { in: channelsText(model, entrance.channels), out: channelsText(model, exit.channels) };
  }
  if (!exit.there) return undefined;
  const [asked, askedOut] = [askedAt(entrance), askedAt(exit.touchpoint)];
  if (askedOut > asked + dataMore) return { in: dataText(asked), out: dataText(askedOut) };
  const [effort, effortOut] = [entrance.effort?.value, exit.touchpoint.effort?.value];
  return effort === undefined || effortOut === undefined || effortOut < effort + effortMore
    ? undefined
    : { in: effortText(effort), out: effortText(effortOut) };
}

const ranksHarder = 2;
/** Pieces of information that may be asked in excess. */
const dataMore = 2;
/** Points of `effort`, 1…7. */
const effortMore = 2;

/** How hard the easiest of the channels is; missing when none is written or known. */
function rankOf(model: Model, channels: readonly Reference[]): number | undefined {
  const ranks = channels.flatMap(({ key }) => {
    const channel = model.channels.get(key);
    if (channel === undefined) return [];
    switch (familyOf(channel)) {
      case 'digital':
        return channel.selfService && !channel.human ? [0] : [1];
      case 'phone':
        return [2];
      case 'inPerson':
        return [3];
      case 'post':
        return [4];
      default:
        return [];
    }
  });
  return ranks.length === 0 ? undefined : Math.min(...ranks);
}

function askedAt({ asks }: Touchpoint): number {
  return asks.filter(({ optional }) => optional === undefined).flatMap(({ data }) => data).length;
}

function channelsText(model: Model, channels: readonly Reference[]): Text {
  return namesOf(
    model.channels,
    channels.map(({ key }) => key),
  );
}

function dataText(count: number): Text {
  if (count === 0) return { en: 'no information', ja: '情報の入力なし' };
  return countText(count, ['piece of information', 'pieces of information'], '項目の情報');
}

function effortText(effort: number): Text {
  return { en: `an effort of ${effort} out of 7`, ja: `手間${effort}(7段階)` };
}
