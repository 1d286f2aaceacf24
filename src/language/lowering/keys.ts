import type { AstNode } from 'langium';
import { Kept } from '../../model/kept.ts';
import type * as ast from '../generated/ast.ts';
import type { TopLevel } from '../scope-symbols.ts';

/** What leads to a declaration in a model. */
export interface Name {
  /** Its id; for parts of a journey or a persona the way to it, such as `Journey.Stage.Touchpoint`. */
  readonly key: string;
  /** The declaration at the top of its file that it belongs to, or is. */
  readonly top: TopLevel;
}

/** The names of all that one file declares. */
export type Names = ReadonlyMap<AstNode, Name>;

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
  let names = known.get(root);
  if (names === undefined) {
    names = findNames(root as ast.JourneyFile);
    known.set(root, names);
  }
  return names;
}

/** The file in which a node stands. */
export function rootOf(node: AstNode): AstNode {
  let root = node;
  while (root.$container !== undefined) root = root.$container;
  return root;
}

const known = new Kept<AstNode, Names>();

function findNames(root: ast.JourneyFile): Names {
  const names = new Map<AstNode, Name>();
  const visit = (children: readonly ast.Named[], outer: Name | undefined): void => {
    const ids = new Map<string, number>();
    for (const child of children) {
      // An id is missing while somebody types.
      const id = child.name ?? '';
      const slot = `${child.$type} ${id}`;
      const count = (ids.get(slot) ?? 0) + 1;
      ids.set(slot, count);
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
  return names;
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
