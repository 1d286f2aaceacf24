import { type CstNode, isCompositeCstNode, isLeafCstNode } from 'langium';
import { comparePositions, type Position, type Range } from '../../model/place.ts';
import { commentsOf } from '../comments.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { sourceOf, statementRange } from '../lowering/source.ts';

/**
 * What to select around a position, the smallest first, each within the next: the word, the text inside its quotes, the
 * value, the statement with its keyword, the inside of the block, the block, and so on up to the whole file.
 */
export function selectionsAt(document: JourneyDocument, position: Position): readonly Range[] {
  const { textDocument: text, parseResult } = document;
  const offset = text.offsetAt(position);
  const whole = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
  const ranges: Range[] = [whole];
  const between = (start: number, end: number): Range => ({ start: text.positionAt(start), end: text.positionAt(end) });
  const comment = commentsOf(document).find((each) => each.offset <= offset && offset <= each.end);
  let node: CstNode | undefined = parseResult.value.$cstNode;
  while (node !== undefined) {
    if (node.container !== undefined) ranges.push(node.range);
    if (isLeafCstNode(node)) {
      const quotes = /^("""|")[^]*\1$/.exec(node.text)?.[1]?.length ?? 0;
      if (quotes > 0 && node.length > 2 * quotes) ranges.push(between(node.offset + quotes, node.end - quotes));
      break;
    }
    if (!isCompositeCstNode(node)) break;
    if (node.astNode.$cstNode === node) {
      const { open, close, parts } = sourceOf(node.astNode);
      if (open !== undefined && close !== undefined) ranges.push(between(open.end, close.offset));
      for (const part of parts) ranges.push(statementRange(part));
    }
    node = node.content.findLast((child) => !child.hidden && child.offset <= offset && offset <= child.end);
  }
  if (comment !== undefined) ranges.push(between(comment.offset, comment.end));
  const word = wordAround(text.getText(), offset);
  if (word !== undefined) ranges.push(between(...word));
  return chain(ranges, position);
}

/** Those that hold the position, without repeats and without those that overlap others. */
function chain(ranges: readonly Range[], position: Position): readonly Range[] {
  const chosen: Range[] = [];
  const holding = ranges.filter(
    ({ start, end }) => comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0,
  );
  const outermost = holding.toSorted((a, b) => comparePositions(a.start, b.start) || comparePositions(b.end, a.end));
  for (const range of outermost) {
    const last = chosen.at(-1);
    const isWithin = last === undefined || comparePositions(range.end, last.end) <= 0;
    const isSame = last !== undefined && comparePositions(range.start, last.start) === 0 && isWithin;
    if (isWithin && !(isSame && comparePositions(range.end, last.end) === 0)) chosen.push(range);
  }
  return chosen.toReversed();
}

/** Japanese knows no spaces, so words are found by the rules of Unicode. */
function wordAround(text: string, offset: number): readonly [start: number, end: number] | undefined {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const to = text.indexOf('\n', offset);
  words ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { segment, index, isWordLike } of words.segment(text.substring(from, to === -1 ? text.length : to))) {
    const start = from + index;
    const end = start + segment.length;
    if (isWordLike === true && start <= offset && offset <= end) return [start, end];
  }
  return undefined;
}

/** Made when it is first needed, for it takes a while. */
let words: Intl.Segmenter | undefined;
