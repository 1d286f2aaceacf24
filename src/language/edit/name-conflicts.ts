import type * as ast from '../generated/ast.ts';
import type { JourneyReference } from '../linking/reference.ts';
import { allParts, isPart, type Part, siteOf, wayTo } from '../scope/parts.ts';

/**
 * The ways to a declaration that gets another id and to all that can be named by it: the ids of the blocks around, outermost
 * first, and the part's own. Empty for what has no parts and is none.
 */
export function waysUnder(node: ast.Named, name: string): ReadonlyMap<Part, readonly string[]> {
  const owner = ownerOf(node);
  const depth = wayTo(node).length;
  const parts = owner === undefined ? [] : allParts(owner).filter((part) => isAround(node, part));
  return new Map(parts.map((part) => [part, [...wayTo(part), part.name].with(depth, name)]));
}

/**
 * Whether a name that means something else would, as it is written, be good for one of the parts as well, on the way to it that
 * is new.
 */
export function wouldLead(
  reference: JourneyReference,
  written: string,
  ways: ReadonlyMap<Part, readonly string[]>,
): boolean {
  const named = reference.found?.node;
  if (named === undefined || !isPart(named)) return false;
  const ids = written.split(/[.．]/);
  const site = siteOf(reference.container).journey;
  return [...ways].some(([part, way]) => {
    const isSameSort = (part.$type === 'Touchpoint') === (named.$type === 'Touchpoint');
    if (part === named || !isSameSort || ids.at(-1) !== way.at(-1) || !isWithin(ids, way)) return false;
    const owner = ownerOf(part);
    // What a journey has itself comes before all else; another journey's parts are known where it is improved or named.
    if (site === undefined || site === owner) return true;
    if (ownerOf(named) === site) return false;
    return owner?.$type === 'Persona' || ids[0] === way[0] || site.improves.some(({ ref }) => ref === owner);
  });
}

/** The journey or persona that a declaration is or stands in. */
export function ownerOf(node: ast.Named): ast.Journey | ast.Persona | undefined {
  for (let each: ast.Named | ast.JourneyFile | undefined = node; each !== undefined; each = containerOf(each)) {
    if (each.$type === 'Journey' || each.$type === 'Persona') return each as ast.Journey | ast.Persona;
  }
  return undefined;
}

function isAround(outer: ast.Named, inner: ast.Named): boolean {
  for (let each: ast.Named | ast.JourneyFile | undefined = inner; each !== undefined; each = containerOf(each)) {
    if (each === outer) return true;
  }
  return false;
}

function containerOf({ $container: container }: ast.Named | ast.JourneyFile): ast.Named | undefined {
  return container as ast.Named | undefined;
}

/** Whether all ids occur in the way, in their order: blocks can be left out. */
function isWithin(ids: readonly string[], way: readonly string[]): boolean {
  let matched = 0;
  for (const step of way) if (step === ids[matched]) matched += 1;
  return matched === ids.length;
}
