import type { AstNode, LangiumDocument } from 'langium';
import type { Range } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { isJourneyReference } from './reference.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import { hashesOf, hasHash, namesDeclaredIn } from '../scope/declared-names.ts';
import { idsOf } from './reference-ids.ts';
import { fileOf } from '../scope/places.ts';

/**
 * Where a file names what other files declare, and which names it knows: all that must be known of its references while its tree
 * is let go. It takes some hundred bytes.
 */
export interface NameUses {
  /** Whether it names a declaration or a part of it. */
  readonly names: (key: string) => boolean;
  /** Where it names a declaration, in the order of the text. */
  readonly places: (key: string) => readonly Range[];
  /** How many names lead to a declaration, without those that only lead through it, as `Book` in `Book.Busy`. */
  readonly count: (key: string) => number;
  /** How many of its journeys do so. */
  readonly journeys: (key: string) => number;
  /** Whether a name is written in it, is declared in it or belongs to something that it names. Seldom true for no reason. */
  readonly knows: (name: string) => boolean;
  /** The same as plain data, for `unpackedUses` to read. */
  readonly packed: () => PackedUses;
}

/** Where a file names what, as plain data. */
export interface PackedUses {
  readonly targets: readonly string[];
  readonly ids: readonly number[];
  readonly names: readonly number[];
}

/** What was packed. */
export function unpackedUses({ targets, ids, names }: PackedUses): NameUses {
  return new CompactUses(targets, Int32Array.from(ids), Uint32Array.from(names));
}

/** Notes the uses of a document that is linked. What it declares itself is left out: who asks about that has its tree. */
export function usesIn(document: LangiumDocument<ast.JourneyFile>): NameUses {
  const root = document.parseResult.value;
  const targets = new Map<string, number>();
  const ids: number[] = [];
  const names: string[] = namesDeclaredIn(root).map(({ name }) => name);
  for (const reference of document.references) {
    if (!isJourneyReference(reference)) continue;
    names.push(...reference.$refText.split('.'));
    const { found, container } = reference;
    if (found === undefined) continue;
    names.push(found.node.name);
    // Most of them lead here, and to take them apart takes longer than all the rest. What is around a declaration is in its file.
    if (fileOf(found.node) === root) continue;
    const journey = journeyAround(container, root);
    for (const { node, place } of idsOf(reference)) {
      const key = declarationKey(node);
      const target = targets.get(key) ?? targets.size;
      targets.set(key, target);
      const { start, end } = place.range;
      ids.push(target, start.line, start.character, end.character, node === found.node ? 1 : 0, journey);
    }
  }
  return new CompactUses([...targets.keys()], Int32Array.from(ids), hashesOf(names));
}

/** Numbers for each id: its target, line, first and last column, whether it is the end of the name, the journey around it. */
const width = 6;

class CompactUses implements NameUses {
  readonly #targets: readonly string[];
  readonly #ids: Int32Array;
  readonly #names: Uint32Array;

  constructor(targets: readonly string[], ids: Int32Array, names: Uint32Array) {
    this.#targets = targets;
    this.#ids = ids;
    this.#names = names;
  }

  names(key: string): boolean {
    return this.#targets.some((target) => target === key || target.startsWith(`${key} `));
  }

  places(key: string): readonly Range[] {
    return this.#idsOf(key).map(([line, from, to]) => ({
      start: { line, character: from },
      end: { line, character: to },
    }));
  }

  count(key: string): number {
    return this.#idsOf(key).filter(([, , , isEnd]) => isEnd === 1).length;
  }

  journeys(key: string): number {
    const naming = this.#idsOf(key).filter(([, , , isEnd, journey]) => isEnd === 1 && journey !== NO_JOURNEY);
    return new Set(naming.map(([, , , , journey]) => journey)).size;
  }

  knows(name: string): boolean {
    return hasHash(this.#names, name);
  }

  packed(): PackedUses {
    return { targets: this.#targets, ids: [...this.#ids], names: [...this.#names] };
  }

  #idsOf(key: string): (readonly [number, number, number, number, number])[] {
    const target = this.#targets.indexOf(key);
    if (target < 0) return [];
    const found: (readonly [number, number, number, number, number])[] = [];
    for (let at = 0; at < this.#ids.length; at += width) {
      if (this.#ids[at] !== target) continue;
      const [line = 0, from = 0, to = 0, isEnd = 0, journey = 0] = this.#ids.subarray(at + 1, at + width);
      found.push([line, from, to, isEnd, journey]);
    }
    return found;
  }
}

const NO_JOURNEY = -1;

/** Which of the file's declarations the journey around a place is. */
function journeyAround(place: AstNode, root: ast.JourneyFile): number {
  let node = place;
  while (node.$container !== undefined && node.$container !== root) node = node.$container;
  return node.$type === 'Journey' ? (node.$containerIndex ?? NO_JOURNEY) : NO_JOURNEY;
}
