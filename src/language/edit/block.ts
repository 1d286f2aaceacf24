import { type AstNode, type CstNode, CstUtils, isLeafCstNode } from 'langium';
import type { Insertable } from '../../model/finding.ts';
import { commentsAbove, commentsOf } from '../comments.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { sourceOf } from '../lowering/source.ts';
import type { Change } from './addition.ts';
import {
  followsEmptyLine,
  indentationAt,
  type Layout,
  leadingSpace,
  lineEnd,
  lineStart,
  nextLineStart,
} from './layout.ts';

/** A declaration with the comments directly above it and behind it. Offsets count from the start of the document. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Nothing else stands on its lines, and they belong to it from the first character to the last. */
  readonly whole: boolean;
  /** White space before its first word, when that begins a line. */
  readonly indentation: string;
}

export function blockOf(node: AstNode, document: JourneyDocument, layout: Layout): Block {
  const { text } = layout;
  const { offset, end } = cstOf(node);
  const start = commentsAbove(commentsOf(document), text, offset)[0]?.offset ?? offset;
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const indentation = indentationAt(layout, offset);
  const whole =
    text.substring(from, start).trim() === '' &&
    /^\s*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/\s*)?$/.test(text.substring(end, to));
  return whole ? { start: from, end: to, whole, indentation } : { start, end, whole, indentation };
}

/** Takes a block out. Of the empty lines around it one stays between what was before and what comes after. */
export function withoutBlock({ start, end, whole }: Block, { text }: Layout): Change {
  if (!whole) {
    const before = text.substring(lineStart(text, start), start);
    return { start: start - (before.length - before.trimEnd().length), end, newText: '' };
  }
  const head = text.substring(0, start);
  const above = head.substring(head.trimEnd().length);
  const [below] = /^(?:(?:\r\n|\n|\r)[^\S\r\n]*)*/.exec(text.substring(end)) ?? [''];
  const last = text.charAt(start - above.length - 1);
  const next = text.charAt(end + below.length);
  const emptyAbove = breaks(above) > 1;
  // At the top and at the end of a block, no empty line is left over.
  if (breaks(below) > 1 && (emptyAbove || last === '{' || last === ''))
    return { start, end: end + lastLine(below), newText: '' };
  if (emptyAbove && (next === '}' || next === '')) return { start: start - above.length, end, newText: '' };
  return { start, end: end + (/^(?:\r\n|\n|\r)/.exec(below)?.[0].length ?? 0), newText: '' };
}

/**
 * The lines of a block as they stand with another indentation, without what ends the last one. Texts in three quotes stay as
 * they are: their own lines are the author's.
 */
export function reindented(
  block: Block,
  node: AstNode,
  changes: readonly Change[],
  to: string,
  { text }: Layout,
): string {
  const kept = linesInTexts(node);
  let result = block.whole ? '' : to;
  let at = block.start;
  const inside = changes.toSorted((a, b) => a.start - b.start);
  const copy = (end: number): void => {
    let index = at;
    for (const change of inside) {
      if (change.start < index || change.start >= end) continue;
      result += text.substring(index, change.start) + change.newText;
      index = change.end;
    }
    if (index < end) result += text.substring(index, end);
    at = end;
  };
  while (at < block.end) {
    const isFirst = at === block.start;
    const end = Math.min(nextLineStart(text, at), block.end);
    // A line that is taken out as a whole leaves no empty one behind.
    if (inside.some((change) => change.newText === '' && change.start <= at && end > at && end <= change.end)) {
      at = end;
      continue;
    }
    if (!(isFirst && !block.whole) && !kept.has(at) && text.substring(at, end).trim() !== '') {
      result += to;
      at += sharedLength(text, at, block.indentation);
    }
    copy(end);
  }
  return result;
}

/** What a place to add something to a declaration needs to know of it. */
export function insertableOf(node: AstNode, document: JourneyDocument): Insertable {
  const uri = document.uri.toString();
  const { range } = cstOf(node);
  const { open, close } = sourceOf(node);
  if (open === undefined) return { extent: { uri, range } };
  const end = close?.range.start ?? range.end;
  return { extent: { uri, range }, body: { start: open.range.end, end, closed: close !== undefined } };
}

/** Whether the touchpoints of a stage have an empty line between them. With one or none, as in the rest of the journey. */
export function isAiry(stage: ast.Stage, document: JourneyDocument, layout: Layout): boolean {
  const stages = [stage, ...stage.$container.stages];
  const full = stages.find(({ touchpoints }) => touchpoints.length > 1);
  if (full === undefined) return false;
  return full.touchpoints
    .slice(1)
    .some((touchpoint) => followsEmptyLine(layout.text, blockOf(touchpoint, document, layout).start));
}

export function cstOf(node: AstNode): CstNode {
  const { $cstNode } = node;
  if ($cstNode === undefined) throw new Error(`A ${node.$type} was not read from a text`);
  return $cstNode;
}

/** Offsets of the lines that begin within a text of several lines. */
function linesInTexts(node: AstNode): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const leaf of CstUtils.flattenCst(cstOf(node))) {
    if (!isLeafCstNode(leaf) || leaf.tokenType.name !== 'STRING') continue;
    for (const { index, 0: eol } of leaf.text.matchAll(/\r\n|\n|\r/g)) lines.add(leaf.offset + index + eol.length);
  }
  return lines;
}

/** How much of the indentation the line at the offset really has. */
function sharedLength(text: string, at: number, indentation: string): number {
  const own = leadingSpace(text.substring(at, lineEnd(text, at)));
  let same = 0;
  while (same < indentation.length && own.charAt(same) === indentation.charAt(same)) same++;
  return same;
}

function breaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The length without the indentation of what comes after. */
function lastLine(space: string): number {
  return /^[\s\S]*[\r\n]/.exec(space)?.[0].length ?? 0;
}
