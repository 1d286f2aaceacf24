import { AstUtils, type AstNode, type CstNode, GrammarAST, isCompositeCstNode } from 'langium';
import type { Position, Range } from '../../model/place.ts';

/** What a syntax node was read from. */
export interface Source {
  /**
   * What fills the node's properties, in the order of the text. A list property has as many values, in the same order:
   * the parser appends one for each piece of text that it accepts, recovered or not.
   */
  readonly parts: readonly Part[];
  /** The braces of its block, as far as they are written. */
  readonly open: CstNode | undefined;
  readonly close: CstNode | undefined;
}

/** A piece of text that fills a property of a syntax node. */
export interface Part {
  /** Name of the property. */
  readonly property: string;
  /** Its words: one token, or the tokens of a part with a syntax node of its own. */
  readonly node: CstNode;
  /** The first of the keywords directly before it, such as `waits` in `waits 4 min`; missing after a comma. */
  readonly lead: CstNode | undefined;
  /** Whether it stands directly behind a comma, as one more of a list. */
  readonly comma: boolean;
}

/** What a syntax node was read from. Computed anew at each call: ask once for a node. */
export function sourceOf(node: AstNode): Source {
  const source: Collected = { parts: [], open: undefined, close: undefined };
  if (node.$cstNode !== undefined) collect(node.$cstNode, source);
  return source;
}

/** The range of a part together with the keywords before it: for many properties, the whole statement. */
export function statementRange(part: Part): Range {
  return part.lead === undefined ? part.node.range : spanning(part.lead, part.node);
}

/** From the start of one piece of text to the end of another. */
function spanning(first: CstNode, last: CstNode): Range {
  return { start: startOf(first), end: last.range.end };
}

function startOf(node: CstNode): Position {
  return node.range.start;
}

interface Collected {
  readonly parts: Part[];
  open: CstNode | undefined;
  close: CstNode | undefined;
}

function collect(composite: CstNode, into: Collected): void {
  if (!isCompositeCstNode(composite)) return;
  let lead: CstNode | undefined;
  let comma = false;
  for (const child of composite.content) {
    if (child.hidden || child.grammarSource === undefined) continue;
    const { property, punctuation } = roleOf(child.grammarSource);
    if (property !== undefined) {
      into.parts.push({ property, node: child, lead, comma });
      lead = undefined;
      comma = false;
    } else if (punctuation !== undefined) {
      if (punctuation === '{') into.open ??= child;
      if (punctuation === '}') into.close = child;
      lead = undefined;
      comma = punctuation === ',';
    } else if (isCompositeCstNode(child)) {
      // A rule that only passes on to others, as `Declaration` does: its parts are the node's own.
      collect(child, into);
      lead = undefined;
    } else {
      lead ??= child;
    }
  }
}

interface Role {
  readonly property?: string;
  readonly punctuation?: ',' | '{' | '}';
}

/** Where a grammar element keeps its role: the elements are few, the pieces of text many, and this is the shortest way. */
const role = Symbol('role');

function roleOf(element: GrammarAST.AbstractElement & { [role]?: Role }): Role {
  return (element[role] ??= findRole(element));
}

function findRole(element: GrammarAST.AbstractElement): Role {
  const property = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature;
  if (property !== undefined) return { property };
  if (!GrammarAST.isKeyword(element)) return {};
  const { value } = element;
  return value === ',' || value === '{' || value === '}' ? { punctuation: value } : {};
}
