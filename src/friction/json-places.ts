import type { MemberNode, ValueNode } from '@humanwhocodes/momoa';
import type { Position, Range } from '../model/place.ts';

// Places in JSON, from the parser's into ours.

/** Where a value or a key stands. The parser counts from one. */
export function rangeOf({ loc: { start, end } }: ValueNode | MemberNode['name']): Range {
  return { start: positionAt(start), end: positionAt(end) };
}

function positionAt({ line, column }: { readonly line: number; readonly column: number }): Position {
  return { line: line - 1, character: column - 1 };
}

/** Where the parser gave up; undefined when it was another error. */
export function positionOf(error: unknown): Position | undefined {
  if (!(error instanceof Error) || !('line' in error) || !('column' in error)) return undefined;
  const { line, column } = error;
  return typeof line === 'number' && typeof column === 'number' ? positionAt({ line, column }) : undefined;
}
