import type { AstNode, CstNode } from 'langium';
import type { Position, Range } from '../../model/place.ts';
import { Composite, type Part, type Source } from '../parser/concrete-tree.ts';
import { asCst, Token } from '../parser/token.ts';

/** What a syntax node was read from. Computed at the first call. */
export function sourceOf(node: AstNode): Source {
  const text: unknown = node.$cstNode;
  if (!(text instanceof Composite)) return { parts: [], open: undefined, close: undefined };
  return (text.source ??= collected(text));
}

/** What a property of a syntax node is written as, the first time. */
export function writtenFor(node: AstNode, property: string): CstNode | undefined {
  return sourceOf(node).parts.find((part) => part.property === property)?.node;
}

/** The words of a piece of a text as written. */
export function wordsOf(node: CstNode, text: string): string {
  return node instanceof Token ? node.image : text.substring(node.offset, node.end);
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

function collected(composite: Composite): Source {
  const source: Collected = { parts: [], open: undefined, close: undefined };
  collect(composite, source);
  return source;
}

function collect(composite: Composite, into: Collected): void {
  let lead: CstNode | undefined;
  let comma = false;
  for (const child of composite.content) {
    if (child.hidden) continue;
    const { property } = child;
    if (property !== undefined) {
      into.parts.push({ property, node: asCst(child), lead, comma });
      lead = undefined;
      comma = false;
    } else if (!(child instanceof Token)) {
      // A rule that only passes on to others, as `Declaration` does: its parts are the node's own.
      collect(child, into);
      lead = undefined;
    } else {
      const sign = child.tokenType.name;
      if (sign === ',' || sign === '{' || sign === '}') {
        if (sign === '{') into.open ??= asCst(child);
        if (sign === '}') into.close = asCst(child);
        lead = undefined;
        comma = sign === ',';
      } else {
        lead ??= asCst(child);
      }
    }
  }
}
