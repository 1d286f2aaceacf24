/** A place between two characters. Both numbers count from zero; `character` counts UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open piece of a document: `end` is the first position that does not belong to it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where something is written: the document's URI and the range in it. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** Orders positions as they stand in a document: negative when `a` is first, zero when they are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Orders places by document and then by position, for stable output. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end);
}
