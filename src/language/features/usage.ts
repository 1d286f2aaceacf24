import { type AstNode, AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { indexOf, type JourneyIndexManager } from '../workspace/index-manager.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { forEachReference, soughtBy } from '../linking/linker.ts';
import { uriOf } from '../scope/places.ts';
import { resolve, type Sought } from '../scope/resolver.ts';
import { KINDS } from '../scope/symbols.ts';

/**
 * How many journeys name a declaration at the top of a file, in all files that can see it. The names that a file writes are
 * gathered once for a version of it, and what they mean is looked up in the index, so no file need be linked for it. Asking
 * again after an edit looks only at the files that have changed, unless there are other names at the top of a file.
 */
export function journeysNaming(node: ast.Named): number {
  const index = indexOf(AstUtils.getDocument(node));
  const home = uriOf(node);
  const key = keyOf(node);
  const tally = tallyOf(index, key);
  let total = 0;
  for (const uri of index.filesSeeing(home)) {
    const noted = index.notes(uri)?.uses.journeys(key);
    if (noted !== undefined) {
      total += noted;
      continue;
    }
    const root = index.symbols(uri)?.root;
    if (root === undefined) continue;
    const count = tally.get(root) ?? countIn(root, node, index);
    tally.set(root, count);
    total += count;
  }
  return total;
}

function countIn(root: ast.JourneyFile, node: ast.Named, index: JourneyIndexManager): number {
  const uses = usesIn(root).get(node.name);
  const document = root.$document;
  if (uses === undefined || document === undefined) return 0;
  const visible = index.visibleDeclarations(document as JourneyDocument);
  const isMeant = (found: ast.Named | undefined): boolean => found !== undefined && keyOf(found) === keyOf(node);
  const naming = uses.filter(({ container, sought }) => isMeant(resolve(visible, container, sought, node.name)?.node));
  return new Set(naming.map(({ journey }) => journey)).size;
}

/** How many journeys of each version of a file name one declaration. */
type Tally = WeakMap<AstNode, number>;

interface Tallies {
  readonly namesVersion: number;
  readonly byKey: Map<string, Tally>;
}

const counted = new WeakMap<JourneyIndexManager, Tallies>();

function tallyOf(index: JourneyIndexManager, key: string): Tally {
  const { namesVersion } = index;
  let tallies = counted.get(index);
  if (tallies?.namesVersion !== namesVersion) {
    tallies = { namesVersion, byKey: new Map() };
    counted.set(index, tallies);
  }
  const tally: Tally = tallies.byKey.get(key) ?? new WeakMap();
  tallies.byKey.set(key, tally);
  return tally;
}

/** The same for each version of the file that declares it. Of several with one id the first is meant, so they count alike. */
function keyOf(node: ast.Named): string {
  return `${uriOf(node)} ${node.$type}:${node.name}`;
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
