import type { AstNode, LangiumDocument } from 'langium';

import { Kept } from '../model/kept.ts';
import { Root } from './parser/concrete-tree.ts';

/** A comment with its marks. Offsets count UTF-16 code units from the start of the document. */
export interface Comment {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

/** All comments of a document in the order of the text. Computed at the first call for a version of the document. */
export function commentsOf(document: LangiumDocument): readonly Comment[] {
  const root = document.parseResult.value;
  let comments = known.get(root);
  if (comments === undefined) {
    comments = findComments(root);
    known.set(root, comments);
  }
  return comments;
}

/** The comments directly above a place, the nearest last: nothing but line breaks in between, and no empty line. */
export function commentsAbove(comments: readonly Comment[], text: string, offset: number): readonly Comment[] {
  const above: Comment[] = [];
  let from = offset;
  for (let index = lastBefore(comments, offset); index >= 0; index--) {
    const comment = comments[index];
    if (comment === undefined || !isAdjacent(text, comment.end, from)) break;
    if (!beginsLine(text, comment.offset) && /[\r\n]/.test(text.substring(comment.end, from))) break;
    above.unshift(comment);
    from = comment.offset;
  }
  return above;
}

/** The text of the doc comment above a place, without its marks; undefined when there is none. */
export function docAbove(comments: readonly Comment[], text: string, offset: number): string | undefined {
  const doc = commentsAbove(comments, text, offset).findLast(
    (comment) => comment.text.startsWith('/**') && comment.text.length > '/***/'.length,
  );
  if (doc === undefined) return undefined;
  const inner = doc.text.slice('/**'.length, doc.text.endsWith('*/') ? -'*/'.length : undefined);
  const lines = inner
    .split(/\r\n|\n|\r/)
    .map((line, index) => (index === 0 ? line : line.replace(/^\s*\* ?/, '')).trimEnd());
  const found = lines.join('\n').trim();
  return found === '' ? undefined : found;
}

/** Whether nothing stands before the place on its line: behind a statement, a comment is about that one. */
function beginsLine(text: string, offset: number): boolean {
  for (let index = offset - 1; index >= 0; index--) {
    const character = text.charAt(index);
    if (character === '\n' || character === '\r') return true;
    if (character.trim() !== '') return false;
  }
  return true;
}

const known = new Kept<AstNode, readonly Comment[]>();

function findComments(root: AstNode): readonly Comment[] {
  const text: unknown = root.$cstNode;
  if (!(text instanceof Root)) return [];
  return text.hiddenTokens.flatMap((token) =>
    token.tokenType.name.endsWith('_COMMENT') ? [{ text: token.image, offset: token.offset, end: token.end }] : [],
  );
}

/** The index of the last comment that ends at or before the offset, or −1. */
function lastBefore(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((comments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const BLANK = 32;

/** Whether there is only white space from the end of a comment to another place, and no empty line in it. */
function isAdjacent(text: string, from: number, to: number): boolean {
  let breaks = 0;
  // Backwards, for most of what stands above is no comment.
  for (let index = to - 1; index >= from; index--) {
    // Nearly all of it is indentation.
    if (text.charCodeAt(index) === BLANK) continue;
    const character = text.charAt(index);
    if (character === '\n' || (character === '\r' && text.charAt(index + 1) !== '\n')) breaks++;
    else if (character.trim() !== '') return false;
    if (breaks > 1) return false;
  }
  return true;
}
