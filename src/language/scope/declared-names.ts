import type * as ast from '../generated/ast.ts';
import { allParts, wayTo } from './parts.ts';
import { hasName } from './symbols.ts';

/** Everything in a file that has a name: declarations, stages and parts. */
export function namesDeclaredIn({ declarations }: ast.JourneyFile): readonly ast.Named[] {
  return declarations.flatMap((declaration): readonly ast.Named[] => {
    if (declaration.$type === 'Handover') return [];
    const own = hasName(declaration) ? [declaration] : [];
    if (declaration.$type === 'Journey')
      return [...own, ...declaration.stages.filter(hasName), ...allParts(declaration)];
    return declaration.$type === 'Persona' ? [...own, ...allParts(declaration)] : own;
  });
}

/**
 * All that a file offers to the names of other files: as long as it is the same, whatever they name in it stays what it is. Nothing
 * that is made from it says more than whether two are the same.
 */
export function offeredBy(root: ast.JourneyFile): string {
  const names = namesDeclaredIn(root).map((node) => `${node.$type} ${[...wayTo(node), node.name].join('.')}`);
  const text = names.join('\n');
  return `${names.length} ${text.length} ${hashOf(text)} ${hashOf(text, 0x1234567)}`;
}

/** The hashes of some names, sorted and each once. */
export function hashesOf(names: Iterable<string>): Uint32Array {
  return Uint32Array.from(new Set([...names].map((name) => hashOf(name)))).toSorted();
}

/** Whether a name is among those that were hashed. Once in millions of times another one is mistaken for it. */
export function hasHash(hashes: Uint32Array, name: string): boolean {
  const sought = hashOf(name);
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < sought) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === sought;
}

/** FNV-1a. */
function hashOf(text: string, seed = 0): number {
  let hash = 0x81_1c_9d_c5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return hash >>> 0;
}
