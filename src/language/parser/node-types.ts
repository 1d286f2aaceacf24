import type { AstNode, AstReflection, CstNode } from 'langium';

/** A node of the syntax tree while it is being built. */
export interface Node {
  $type: string;
  $container: AstNode | undefined;
  $containerProperty: string | undefined;
  $containerIndex: number | undefined;
  $cstNode: CstNode | undefined;
  [property: string]: unknown;
}

/**
 * Makes the nodes of each type. Their lists that hold nothing are shared: a touchpoint has some eighty kinds of statement
 * and uses ten, and an own empty array for each of the others was half of the time of parsing and a third of the memory.
 * Here they are one frozen array on the prototype: reading `node.channels` works as always, and walking over the
 * properties of a node sees only what is written.
 */
export class NodeTypes {
  private readonly known = new Map<string, new () => Node>();
  private readonly reflection: AstReflection;

  constructor(reflection: AstReflection) {
    this.reflection = reflection;
  }

  create(type: string): Node {
    let NodeOfType = this.known.get(type);
    if (NodeOfType === undefined) {
      NodeOfType = nodeClass(type, this.emptyLists(type));
      this.known.set(type, NodeOfType);
    }
    return new NodeOfType();
  }

  private emptyLists(type: string): readonly string[] {
    const properties = Object.values(this.reflection.getTypeMetaData(type).properties);
    return properties.filter(({ defaultValue }) => Array.isArray(defaultValue)).map(({ name }) => name);
  }
}

const NOTHING: readonly never[] = Object.freeze([]);

/** Adds to a list of a node, which becomes the node's own when it was empty. */
export function addTo(node: Node, property: string, item: unknown): number {
  const list = node[property];
  if (list === undefined || list === NOTHING || !Array.isArray(list)) {
    node[property] = [item];
    return 0;
  }
  return list.push(item) - 1;
}

/** The constructor writes all common properties, so that the engine lays out the nodes of a type alike. */
function nodeClass(type: string, lists: readonly string[]): new () => Node {
  class TypedNode implements Node {
    $type = type;
    $container = undefined;
    $containerProperty = undefined;
    $containerIndex = undefined;
    $cstNode = undefined;
    [property: string]: unknown;
  }
  for (const name of lists) {
    Object.defineProperty(TypedNode.prototype, name, { value: NOTHING, writable: true, configurable: true });
  }
  return TypedNode;
}
