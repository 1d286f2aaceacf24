import { type Patch, patchBetween } from '../../map/patch.ts';
import type { MapContents } from '../protocol.ts';
import { hashOf } from '../told.ts';

export interface MadeMap {
  readonly contents: MapContents;
  /** Another one whenever the contents are others. */
  readonly stamp: string;
  /** The map that was there before, and what has changed since. */
  readonly since?: { readonly stamp: string; readonly patch: Patch };
}

/** So many maps are looked at beside each other, hardly more. */
const most = 6;

/**
 * The maps that were made last: a page asks once when something was typed, and once more when the findings have been told, and
 * wants to know what is different.
 */
export class MadeMaps {
  /** By what was asked for; the one that was made last comes last. */
  readonly #maps = new Map<string, { readonly basis: readonly unknown[]; readonly map: MadeMap }>();

  /** @param basis everything that a map depends on besides what was asked for: objects of which there is a new one when they change */
  of(wanted: string, basis: readonly unknown[]): MadeMap | undefined {
    const made = this.#maps.get(wanted);
    return made?.basis.every((each, index) => each === basis[index]) === true ? made.map : undefined;
  }

  keep(wanted: string, basis: readonly unknown[], contents: MapContents): MadeMap {
    const map = nextMap(this.#maps.get(wanted)?.map, contents);
    this.#maps.delete(wanted);
    this.#maps.set(wanted, { basis, map });
    const [oldest] = this.#maps.keys();
    if (this.#maps.size > most && oldest !== undefined) this.#maps.delete(oldest);
    return map;
  }
}

function nextMap(before: MadeMap | undefined, contents: MapContents): MadeMap {
  if (before === undefined) return { contents, stamp: stampOf(JSON.stringify(contents)) };
  const patch = patchBetween(before.contents, contents);
  if (patch === undefined) return { ...before, contents };
  const { stamp } = before;
  return { contents, stamp: stampOf(stamp + JSON.stringify(patch)), since: { stamp, patch } };
}

function stampOf(text: string): string {
  return `${text.length}-${hashOf(text)}`;
}
