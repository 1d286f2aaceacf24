import type { AstNode } from 'langium';
import { Kept } from '../../model/kept.ts';
import type * as ast from '../generated/ast.ts';
import type { TopLevel } from '../scope/symbols.ts';

/** What leads to a declaration in a model. */
export interface Name {
  /** Its id; for parts of a journey or a persona the way to it, such as `Journey.Stage.Touchpoint`. */
  readonly key: string;
  /** The declaration at the top of its file that it belongs to, or is. */
  readonly top: TopLevel;
}

/** The names of all that one file declares. */
export type Names = ReadonlyMap<AstNode, Name>;

/** An id that is given again to the same kind of thing in the same block. */
export interface Repeated {
  readonly node: ast.Named;
  /** The first one of them. */
  readonly first: ast.Named;
}

/** Declarations whose id means something else in the file at hand, with the key that they have there. */
export type HiddenKeys = ReadonlyMap<AstNode, string>;

export const nothingHidden: HiddenKeys = new Map();

/** The name of a declaration; `own` are the names of the file that asks, where most of what it speaks of stands. */
export function nameOf(node: AstNode, own: Names): Name {
  const name = own.get(node) ?? namesIn(rootOf(node)).get(node);
  if (name === undefined) throw new Error(`A ${node.$type} has no name of its own`);
  return name;
}

/** The key of a name in a file in which some declarations are hidden. */
export function keyOf({ key, top }: Name, own: Names, hidden: HiddenKeys): string {
  if (hidden.size === 0) return key;
  const other = hidden.get(top);
  return other === undefined ? key : other + key.slice(nameOf(top, own).key.length);
}

/** The names of all that a file declares, found at the first call. */
export function namesIn(root: AstNode): Names {
  return foundIn(root).names;
}

/** The ids of a file that are given again, block by block, the outer ones first. */
export function repeatedIn(root: AstNode): readonly Repeated[] {
  return foundIn(root).repeated;
}

/** The file in which a node stands. */
export function rootOf(node: AstNode): AstNode {
  let root = node;
  while (root.$container !== undefined) root = root.$container;
  return root;
}

interface FoundNames {
  readonly names: Names;
  readonly repeated: readonly Repeated[];
}

const known = new Kept<AstNode, FoundNames>();

function foundIn(root: AstNode): FoundNames {
  let found = known.get(root);
  if (found === undefined) {
    found = findNames(root as ast.JourneyFile);
    known.set(root, found);
  }
  return found;
}

function findNames(root: ast.JourneyFile): FoundNames {
  const names = new Map<AstNode, Name>();
  const repeated: Repeated[] = [];
  const visit = (children: readonly ast.Named[], outer: Name | undefined): void => {
    // Ids are seldom given again, and then only those count together that are of the same kind.
    const slots = hasRepeats(children) ? new Map<string, Slot>() : undefined;
    for (const child of children) {
      // An id is missing while somebody types.
      const id = child.name ?? '';
      const slot = slots && countedIn(slots, child, id);
      const count = slot?.count ?? 1;
      if (slot !== undefined && count > 1 && id !== '') repeated.push({ node: child, first: slot.first });
      // Two things with one id are a mistake that is reported elsewhere; here both must still be found.
      const step = count > 1 || id === '' ? `${id}#${count}` : id;
      const name: Name =
        outer === undefined ? { key: step, top: child as TopLevel } : { key: `${outer.key}.${step}`, top: outer.top };
      names.set(child, name);
      const parts = partsOf(child);
      if (parts.length > 0) visit(parts, name);
    }
  };
  visit(
    root.declarations.filter((declaration) => declaration.$type !== 'Handover'),
    undefined,
  );
  return { names, repeated };
}

/** What of one kind has one id in a block. */
interface Slot {
  readonly first: ast.Named;
  count: number;
}

function countedIn(slots: Map<string, Slot>, child: ast.Named, id: string): Slot {
  const key = `${child.$type} ${id}`;
  const slot = slots.get(key) ?? { first: child, count: 0 };
  slot.count++;
  slots.set(key, slot);
  return slot;
}

function hasRepeats(children: readonly ast.Named[]): boolean {
  if (children.length < 2) return false;
  const ids = new Set<string>();
  for (const { name } of children) ids.add(name ?? '');
  return ids.size < children.length;
}

function partsOf(node: ast.Named): readonly ast.Named[] {
  switch (node.$type) {
    case 'Persona': {
      const { needs, pains, questions } = node as ast.Persona;
      return [...needs, ...pains, ...questions];
    }
    case 'Journey': {
      const { stages, questions, barriers } = node as ast.Journey;
      return [...stages, ...questions, ...barriers];
    }
    case 'Stage': {
      const { touchpoints, questions, barriers } = node as ast.Stage;
      return [...touchpoints, ...questions, ...barriers];
    }
    case 'Touchpoint': {
      const { questions, barriers } = node as ast.Touchpoint;
      return questions.length === 0 ? barriers : [...questions, ...barriers];
    }
    case 'Experiment':
      return (node as ast.Experiment).variants;
    default:
      return [];
  }
}
