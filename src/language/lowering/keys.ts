import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';

/** Declarations whose id means something else in the file at hand, with the key that they have there. */
export type HiddenKeys = ReadonlyMap<AstNode, string>;

/**
 * The key by which a declaration is found in a model: its id, for parts of a journey or a persona the way to it, such as
 * `Journey.Stage.Touchpoint`.
 */
export function keyOf(node: ast.Named, hidden: HiddenKeys): string {
  const container = node.$container;
  if (container === undefined || container.$type === 'JourneyFile') {
    return hidden.get(node) ?? segmentOf(node, container);
  }
  return `${keyOf(container, hidden)}.${segmentOf(node, container)}`;
}

/** The file in which a node stands, and the declaration at its top. */
export function homeOf(node: AstNode): { readonly root: AstNode; readonly top: AstNode } {
  let top = node;
  let root = node.$container;
  while (root?.$container !== undefined) {
    top = root;
    root = root.$container;
  }
  return { root: root ?? node, top };
}

const repeated = new WeakMap<AstNode, ReadonlyMap<AstNode, string>>();

/** The last step of the way to a node: its id, with a number where an earlier sibling of its kind has the same. */
function segmentOf(node: ast.Named, container: AstNode | undefined): string {
  if (container === undefined) return node.name;
  let siblings = repeated.get(container);
  if (siblings === undefined) {
    siblings = repeatedIn(container);
    repeated.set(container, siblings);
  }
  return siblings.get(node) ?? node.name;
}

/** Two things with one id are a mistake that is reported elsewhere; here both must still be found. */
function repeatedIn(container: AstNode): ReadonlyMap<AstNode, string> {
  const seen = new Map<string, number>();
  const result = new Map<AstNode, string>();
  for (const child of namedChildren(container)) {
    // An id that is missing while somebody types is no name.
    const name = child.name ?? '';
    const slot = `${child.$type} ${name}`;
    const count = (seen.get(slot) ?? 0) + 1;
    seen.set(slot, count);
    if (count > 1 || name === '') result.set(child, `${name}#${count}`);
  }
  return result;
}

function* namedChildren(container: AstNode): Iterable<{ readonly name?: string } & AstNode> {
  switch (container.$type) {
    case 'JourneyFile':
      yield* (container as ast.JourneyFile).declarations.filter((child) => child.$type !== 'Handover');
      break;
    case 'Persona': {
      const persona = container as ast.Persona;
      yield* persona.needs;
      yield* persona.pains;
      yield* persona.questions;
      break;
    }
    case 'Journey':
      yield* (container as ast.Journey).stages;
      break;
    case 'Stage':
      yield* (container as ast.Stage).touchpoints;
      break;
    case 'Experiment':
      yield* (container as ast.Experiment).variants;
      break;
    default:
  }
  if (container.$type === 'Journey' || container.$type === 'Stage' || container.$type === 'Touchpoint') {
    const block = container as ast.Journey | ast.Stage | ast.Touchpoint;
    yield* block.questions;
    yield* block.barriers;
  }
}
