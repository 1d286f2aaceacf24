import { type AstNode, AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { indexOf } from '../index-manager.ts';
import type { JourneyDocument } from '../journey-workspace.ts';
import { forEachReference, soughtBy } from '../linker.ts';
import { uriOf } from '../scope-places.ts';
import { resolve, type Sought } from '../scope-resolver.ts';
import { KINDS } from '../scope-symbols.ts';

/**
 * How many journeys name a declaration at the top of a file, in all files that can see it. The names that a file writes are
 * gathered once for a version of it, and what they mean is looked up in the index, so no file need be linked for it.
 */
export function journeysNaming(node: ast.Named): number {
  const index = indexOf(AstUtils.getDocument(node));
  let count = 0;
  for (const uri of index.filesSeeing(uriOf(node))) {
    const document = index.loaded(uri) as JourneyDocument | undefined;
    const uses = document && usesIn(document.parseResult.value).get(node.name);
    if (document === undefined || uses === undefined) continue;
    const visible = index.visibleDeclarations(document);
    const naming = uses.filter(
      ({ container, sought }) => resolve(visible, container, sought, node.name)?.node === node,
    );
    count += new Set(naming.map(({ journey }) => journey)).size;
  }
  return count;
}

/** What a document's journeys name, as a text: as long as it is the same, nobody's count changes. */
export function namesUsedIn({ parseResult: { value: root } }: JourneyDocument): string {
  const uses = [...usesIn(root)].flatMap(([name, each]) => each.map(({ sought }) => `${sought} ${name}`));
  return uses.toSorted().join('\n');
}

/** A name that a journey writes, as one kind of thing; the first of several places. */
interface Use {
  readonly journey: ast.Journey;
  readonly container: AstNode;
  readonly sought: Sought;
}

const known = new WeakMap<AstNode, ReadonlyMap<string, readonly Use[]>>();

/** Everything outside a journey that its journeys name, by the id. */
function usesIn(root: ast.JourneyFile): ReadonlyMap<string, readonly Use[]> {
  const kept = known.get(root);
  if (kept !== undefined) return kept;
  const uses = new Map<string, Use[]>();
  for (const journey of root.declarations) {
    if (journey.$type !== 'Journey') continue;
    forEachReference(journey, (reference) => {
      const { $refText: name, container } = reference;
      const sought = soughtBy(reference);
      if (sought !== 'Felt' && !isKind(sought)) return;
      const others = uses.get(name) ?? [];
      uses.set(name, others);
      if (!others.some((each) => each.journey === journey && each.sought === sought)) {
        others.push({ journey, container, sought });
      }
    });
  }
  known.set(root, uses);
  return uses;
}

function isKind(sought: Sought): boolean {
  return (KINDS as readonly string[]).includes(sought);
}
