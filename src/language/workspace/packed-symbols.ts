import type { Place } from '../../model/place.ts';
import { namesDeclaredIn } from '../scope/declared-names.ts';
import type * as ast from '../generated/ast.ts';
import { fileOf, placeOfName } from '../scope/places.ts';
import { hasName } from '../scope/symbols.ts';

/** Something that has a name, as it is looked for in the whole workspace: without its syntax node. */
export interface SymbolEntry extends Titled {
  readonly type: string;
  /** What it stands in; missing at the top of a file. */
  readonly container?: Titled;
  readonly place: Place;
}

/** An id, and the titles under which people know it. */
export interface Titled extends Pick<ast.Named, 'name' | 'label' | 'labelJa' | 'labelEn'> {}

/** The symbols of a file in little memory. */
export interface PackedSymbols {
  /** As JSON. */
  readonly text: string;
  readonly unpack: () => readonly SymbolEntry[];
}

/** Everything in a file that has a name. */
export function symbolsIn(root: ast.JourneyFile): readonly SymbolEntry[] {
  return namesDeclaredIn(root).map((node) => {
    const around = node.$container;
    const isInBlock = around !== undefined && around !== fileOf(node) && hasName(around as ast.Named);
    const container = isInBlock ? { container: titledOf(around as ast.Named) } : {};
    return Object.assign(titledOf(node), container, { type: node.$type, place: placeOfName(node) });
  });
}

/** Text takes a fraction of what the same objects take. */
export function packSymbols(root: ast.JourneyFile): PackedSymbols {
  return packedSymbols(JSON.stringify(symbolsIn(root)));
}

/** Symbols that have been packed before, by their text. */
export function packedSymbols(text: string): PackedSymbols {
  return { text, unpack: () => JSON.parse(text) as readonly SymbolEntry[] };
}

function titledOf({ name, label, labelJa, labelEn }: ast.Named): Titled {
  return {
    name,
    ...(label === undefined ? {} : { label }),
    ...(labelJa === undefined ? {} : { labelJa }),
    ...(labelEn === undefined ? {} : { labelEn }),
  };
}
