import { type AstNode, AstUtils } from 'langium';
import { idsOf } from '../linking/reference-ids.ts';
import { declarationKey } from '../scope/declaration-key.ts';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../workspace/index-manager.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { isJourneyReference, type JourneyReference } from '../linking/reference.ts';
import { isPart, type Part, partsOf, siteOf, wayTo } from '../scope/parts.ts';
import type { Change } from './addition.ts';

/** What changes about the ways to the parts of a journey. */
export interface NewWays {
  readonly journey: ast.Journey;
  /** Parts with another way to them from now on: the ids from the stage on, the last one being the part's own. */
  readonly ways: ReadonlyMap<Part, readonly string[]>;
  /** Blocks whose surroundings change, so that a name in them may mean something else that is nearer. */
  readonly sites: readonly AstNode[];
}

/** What must change in all files so that every name goes on to mean what it means. */
export function rewired({ journey, ways, sites }: NewWays): ReadonlyMap<JourneyDocument, readonly Change[]> {
  const home = AstUtils.getDocument<ast.JourneyFile>(journey);
  const index = indexOf(home);
  const isShared = sharedIds(journey, ways);
  const affected = new Set([...ways].flatMap(([part, way]) => [part.name, way.at(-1) ?? part.name]));
  const found = new Map<JourneyDocument, Change[]>();
  for (const uri of index.filesSeeing(home.uri.toString())) {
    if (index.notes(uri)?.uses.names(declarationKey(journey)) === false) continue;
    const document = index.loaded(uri) as JourneyDocument | undefined;
    if (document === undefined) continue;
    const changes: Change[] = [];
    for (const reference of document.references) {
      const part = isJourneyReference(reference) ? partOf(reference, journey) : undefined;
      if (part === undefined || !isJourneyReference(reference) || reference.$refNode === undefined) continue;
      const isCompeting = isUnqualified(reference) && affected.has(part.name);
      const mayChange = ways.has(part) || isCompeting || isIn(reference, sites);
      if (!mayChange) continue;
      const written = nameNow(reference, part, ways.get(part), isShared(part));
      const { offset, end } = reference.$refNode;
      if (written !== reference.$refText) changes.push({ start: offset, end, newText: written });
    }
    if (changes.length > 0) found.set(document, changes);
  }
  return found;
}

function partOf({ found }: JourneyReference, journey: ast.Journey): Part | undefined {
  const node = found?.node;
  return node !== undefined && isPart(node) && siteOf(node).journey === journey ? node : undefined;
}

/** Whether the id of a part is also that of another one, so that which is meant depends on what is nearer. */
function sharedIds(journey: ast.Journey, ways: NewWays['ways']): (part: Part) => boolean {
  const parts = partsOf(journey);
  const idOf = (part: Part): string => ways.get(part)?.at(-1) ?? part.name;
  const wayOf = (part: Part): string => (ways.get(part) ?? [...wayTo(part).slice(1), part.name]).join('.');
  const known = new Map<string, boolean>();
  return (part) => {
    const id = idOf(part);
    let shared = known.get(id);
    if (shared === undefined) {
      const same = [...(parts.get(id) ?? []), ...ways.keys()].filter((other) => idOf(other) === id);
      shared = new Set(same.map(wayOf)).size > 1;
      known.set(id, shared);
    }
    return shared;
  };
}

function isIn({ container }: JourneyReference, sites: readonly AstNode[]): boolean {
  for (let node: AstNode | undefined = container; node !== undefined; node = node.$container) {
    if (sites.includes(node)) return true;
  }
  return false;
}

function isUnqualified({ $refText }: JourneyReference): boolean {
  return !$refText.includes('.');
}

/** How the name is to be written: as it is, where that is enough. */
function nameNow(reference: JourneyReference, part: Part, way: readonly string[] | undefined, inFull: boolean): string {
  const { $refText } = reference;
  const [journey = '', ...current] = wayTo(part).concat(part.name);
  const next = way ?? current;
  if (inFull) return full(reference, journey, next);
  if (way === undefined) return $refText;
  const blocks = idsOf(reference)
    .slice(0, -1)
    .map(({ node }) => node.$type);
  if (blocks.length === 0) return next.at(-1) ?? part.name;
  if (blocks.includes('Journey')) return [journey, ...next].join('.');
  return (blocks.includes('Stage') ? next : next.slice(1)).join('.');
}

function full({ container }: JourneyReference, journey: string, way: readonly string[]): string {
  const inJourney = siteOf(container).journey?.name === journey;
  return (inJourney ? way : [journey, ...way]).join('.');
}
