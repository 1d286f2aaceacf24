import { Composite } from './concrete-tree.ts';
import { type Rescanned, rescan, type Scanned } from './rescan.ts';
import { firstFrom, Token } from './token.ts';
import { type KnownBlock, type KnownBlocks, type Services, type Tree, TreeBuilder } from './tree-builder.ts';

type References = Tree['references'];

/** A text that was read without anything wrong in it. */
interface Read {
  readonly scanned: Scanned;
  readonly references: References;
}

/**
 * Reads a text that has changed. Lines that are as they were are not scanned again, and blocks that are as they were become
 * parts of the new tree, by far most of it: the tree that they come from is of no use any more. Gives up, with undefined,
 * where something is wrong with the text.
 */
export function reread(
  earlier: Read,
  text: string,
  services: Services,
): { readonly tree: Tree; readonly scanned: Scanned } | undefined {
  const found = rescan(earlier.scanned, text, services.syntax);
  if (found === undefined) return undefined;
  const { scanned, after, hiddenAfter, offset, lines } = found;
  const { tokens, hidden } = scanned;
  // The names are told apart by their places, before these change.
  const known = new BlocksLeft(found, earlier.references);
  for (let index = after; index < tokens.length; index++) tokens[index]?.shift(offset, lines);
  for (let index = hiddenAfter; index < hidden.length; index++) hidden[index]?.shift(offset, lines);
  const built = new TreeBuilder(text, tokens, hidden, services, known).build();
  return 'tree' in built ? { tree: built, scanned } : undefined;
}

/** The blocks before and behind what was scanned again. */
class BlocksLeft implements KnownBlocks {
  readonly #found: Rescanned;
  readonly #referencesBefore: References;
  readonly #referencesAfter: References;

  constructor(found: Rescanned, references: References) {
    this.#found = found;
    this.#referencesBefore = references.slice(0, firstReferenceFrom(references, found.start));
    this.#referencesAfter = references.slice(firstReferenceFrom(references, found.earlierEnd));
  }

  at(token: Token, index: number): KnownBlock | undefined {
    const { before, after, start, lines, scanned } = this.#found;
    if (index >= before && index < after) return undefined;
    const composite = token.container;
    if (!(composite instanceof Composite) || composite.content[0] !== token) return undefined;
    const last = composite.content.at(-1);
    if (!(last instanceof Token) || last.tokenType.name !== '}') return undefined;
    const isBehind = index >= after;
    if (!isBehind && last.startOffset >= start) return undefined;
    if (isBehind && lines !== 0) composite.forgetPlace();
    return {
      composite,
      last,
      lastIndex: firstFrom(scanned.tokens, last.startOffset),
      references: referencesIn(composite, isBehind ? this.#referencesAfter : this.#referencesBefore),
    };
  }
}

function referencesIn({ offset, end }: Composite, references: References): References {
  return references.slice(firstReferenceFrom(references, offset), firstReferenceFrom(references, end));
}

/** The index of the first of some names that stands at an offset or behind it. */
function firstReferenceFrom(references: References, offset: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placeOf(references[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(reference: References[number] | undefined): number {
  const written = reference !== undefined && '$refNode' in reference ? reference.$refNode : undefined;
  return written?.offset ?? Number.POSITIVE_INFINITY;
}
