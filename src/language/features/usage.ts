import { type AstNode, AstUtils, DocumentState } from 'langium';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../index-manager.ts';
import type { JourneyDocument } from '../journey-workspace.ts';
import { isJourneyReference } from '../linker-reference.ts';
import { fileOf, uriOf } from '../scope-places.ts';

/** How many journeys name a declaration at the top of a file, in all files that can see it. */
export function journeysNaming(node: ast.Named): number {
  const index = indexOf(AstUtils.getDocument(node));
  const key = keyOf(node);
  let count = 0;
  for (const uri of index.filesSeeing(uriOf(node))) {
    const document = index.loaded(uri);
    if (document !== undefined) count += usesIn(document as JourneyDocument).get(key)?.size ?? 0;
  }
  return count;
}

/** What a document's journeys name in other files, and how many do: as long as it is the same, others count the same. */
export function namedElsewhere(document: JourneyDocument): string {
  const own = `${document.uri.toString()} `;
  const uses = [...usesIn(document)].filter(([key]) => !key.startsWith(own));
  return uses
    .map(([key, { size }]) => `${key} ${size}`)
    .toSorted()
    .join('\n');
}

/** The journeys that name a declaration, by its key. */
type Uses = ReadonlyMap<string, ReadonlySet<AstNode>>;

interface Kept {
  readonly references: readonly unknown[];
  readonly length: number;
  readonly uses: Uses;
}

const known = new WeakMap<AstNode, Kept>();
const none: Uses = new Map();

function usesIn(document: JourneyDocument): Uses {
  const root = document.parseResult.value;
  const { references } = document;
  const kept = known.get(root);
  // While it waits to be linked again, what was true before is nearer to the truth than nothing.
  if (document.state < DocumentState.Linked) return kept?.uses ?? none;
  // Linking anew makes a new list, and a reference can be looked up late.
  if (kept?.references === references && kept.length === references.length) return kept.uses;
  const uses = new Map<string, Set<AstNode>>();
  for (const reference of references) {
    if (!isJourneyReference(reference) || reference.ref?.$container?.$type !== 'JourneyFile') continue;
    const journey = journeyAround(reference.container);
    if (journey === undefined) continue;
    const key = keyOf(reference.ref);
    const journeys = uses.get(key) ?? new Set();
    uses.set(key, journeys.add(journey));
  }
  known.set(root, { references, length: references.length, uses });
  return uses;
}

/** The same for each version of the file that declares it. */
function keyOf(node: ast.Named): string {
  return `${uriOf(node)} ${node.$type} ${node.name}`;
}

function journeyAround(node: AstNode): AstNode | undefined {
  const file = fileOf(node);
  let each: AstNode | undefined = node;
  while (each !== undefined && each.$container !== file) each = each.$container;
  return each?.$type === 'Journey' ? each : undefined;
}
