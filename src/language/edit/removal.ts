import { type AstNode, type CstNode, CstUtils, type LangiumDocument } from 'langium';
import { comparePositions, type Range } from '../../model/place.ts';
import { sourceOf } from '../lowering/source.ts';
import type { Part } from '../parser/concrete-tree.ts';
import type { Change } from './addition.ts';
import { type Layout, leadingSpace, lineEnd, lineStart } from './layout.ts';

/**
 * Removes statements. What is only a value of a statement is removed so that the rest still makes sense: one of a list
 * goes with its comma, the only one goes with the whole statement.
 */
export function removals(ranges: readonly Range[], document: LangiumDocument, layout: Layout): Change[] {
  const removed = ranges.map((range) => withEmptied(range, ranges, document));
  const spans = removed.map((range) => {
    const list = listAt(document, range);
    return list === undefined ? spanOf(layout, range) : spanInList(list, removed);
  });
  return merged(spans).map((span) => withSpace(span, layout));
}

/** The range, or that of the part around it which makes no sense without it: `asks` with all its data gone. */
function withEmptied(range: Range, ranges: readonly Range[], document: LangiumDocument): Range {
  const list = listAt(document, range);
  const [first] = list?.parts ?? [];
  const around = list?.container.$cstNode;
  if (list === undefined || first === undefined || around === undefined) return range;
  const isEmptied = list.parts.every((part) => ranges.some((other) => isSame(other, part.node.range)));
  if (!isEmptied || first.node.offset !== around.offset || list.container.$container === undefined) return range;
  return withEmptied(around.range, [...ranges, around.range], document);
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Nothing of the statement stays, so the space around it is left over. */
  readonly whole: boolean;
}

/** The values of one statement, from the one after its keywords to the last one that a comma adds. */
interface List {
  readonly container: AstNode;
  readonly parts: readonly Part[];
  readonly index: number;
}

function spanOf({ document }: Layout, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), whole: true };
}

function spanInList({ parts, index }: List, ranges: readonly Range[]): Span {
  const isRemoved = (part: Part | undefined): boolean =>
    part !== undefined && ranges.some((range) => isSame(range, part.node.range));
  const [first] = parts;
  const own = parts[index];
  const last = parts.at(-1);
  if (first === undefined || own === undefined || last === undefined) return { start: 0, end: 0, whole: false };
  if (parts.every(isRemoved)) return { start: (first.lead ?? first.node).offset, end: last.node.end, whole: true };
  // With the comma before it, or with the one behind it when nothing before it stays.
  const before = parts.slice(0, index).findLast((part) => !isRemoved(part));
  if (before !== undefined) {
    return { start: parts[index - 1]?.node.end ?? own.node.offset, end: own.node.end, whole: false };
  }
  return { start: own.node.offset, end: parts[index + 1]?.node.offset ?? own.node.end, whole: false };
}

/** The list in which the range is exactly one value; undefined when it is a whole statement or something else. */
function listAt(document: LangiumDocument, range: Range): List | undefined {
  const root = document.parseResult.value.$cstNode;
  if (root === undefined) return undefined;
  const offset = document.textDocument.offsetAt(range.start);
  let node: CstNode | undefined = CstUtils.findLeafNodeAtOffset(root, offset);
  let list: List | undefined;
  // The outermost that covers no more: in `shows price` the word is all that the thing shown consists of.
  for (; node !== undefined && isWithin(node.range, range); node = node.container) {
    if (!isSame(node.range, range)) continue;
    const container: AstNode | undefined = node.container?.astNode;
    if (container === undefined) break;
    const { parts } = sourceOf(container);
    const at = parts.findIndex((part) => part.node === node);
    if (at >= 0) list = listAround(container, parts, at);
  }
  return list;
}

function listAround(container: AstNode, parts: readonly Part[], at: number): List {
  // A value without keywords before it either begins its statement or follows a comma.
  const continues = (index: number): boolean =>
    parts[index]?.lead === undefined &&
    parts[index]?.comma === true &&
    parts[index - 1]?.property === parts[index]?.property;
  let first = at;
  while (continues(first)) first--;
  let last = at;
  while (continues(last + 1)) last++;
  return { container, parts: parts.slice(first, last + 1), index: at - first };
}

/** Spans that overlap or touch become one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else {
      result.push(span);
    }
  }
  return result;
}

/** Takes the line as well when nothing else is on it, or else the space that would be left over. */
function withSpace({ start, end, whole }: Span, { text }: Layout): Change {
  if (!whole) return { start, end, newText: '' };
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const before = text.substring(from, start);
  const after = text.substring(end, to);
  if (before.trim() === '' && after.trim() === '') {
    const eol = /^(?:\r\n|\n|\r)/.exec(text.substring(to, to + 2))?.[0] ?? '';
    return { start: from, end: to + eol.length, newText: '' };
  }
  // Before a comment or at the end of a line, what stood before the statement goes on to stand there.
  if (before.trim() === '') return { start, end: end + leadingSpace(after).length, newText: '' };
  const space = before.length - before.trimEnd().length;
  return { start: start - space, end, newText: '' };
}

function isWithin(inner: Range, outer: Range): boolean {
  return comparePositions(inner.start, outer.start) >= 0 && comparePositions(inner.end, outer.end) <= 0;
}

function isSame(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
