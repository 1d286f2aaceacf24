import type { Syntax } from '../parser/syntax.ts';
import type { Token } from '../parser/token.ts';
import type { Problem } from '../repair/problem.ts';
import { isComment, statementStarts } from '../statement-starts.ts';
import { bracesOf } from './braces.ts';
import { frozenLines } from './frozen.ts';
import { spaceBetween } from './words.ts';

/** What is to stand before a word or comment: white space within a line, or line breaks and indentation. */
type Gap = '' | ' ' | { readonly breaks: number; readonly depth: number };

export interface Gaps {
  /** For each word or comment; undefined where everything stays as it is. */
  readonly gaps: readonly (Gap | undefined)[];
  readonly isFrozen: (item: Token) => boolean;
}

/** `items` are the words and comments of the text in its order. */
export function gapsOf(text: string, items: readonly Token[], problems: readonly Problem[], syntax: Syntax): Gaps {
  const frozen = frozenLines(text, items, problems, syntax);
  const isFrozen = (item: Token): boolean => frozen.lines.has(item.startLine);
  const starts = statementStarts(items, frozen.restarts, syntax);
  const { isInline, depths } = bracesOf(items, starts, frozen.restarts);
  const gaps: (Gap | undefined)[] = [];
  for (const [index, item] of items.entries()) gaps.push(gapBefore(item, index));

  function gapBefore(item: Token, index: number): Gap | undefined {
    const previous = items[index - 1];
    if (isFrozen(item) || (previous !== undefined && isFrozen(previous))) return undefined;
    if (previous === undefined) return { breaks: 0, depth: depthAt(index) };
    const isLed = isComment(previous) && typeof gaps[index - 1] === 'object';
    const breaks = breaksBetween(previous, item, isLed);
    return breaks === 0 ? spaceBetween(previous, item) : { breaks, depth: depthAt(index) };
  }

  /** How many line breaks there are to be before an item; 0 on the line of the one before. `isLed`: by a comment before it. */
  function breaksBetween(previous: Token, item: Token, isLed: boolean): 0 | 1 | 2 {
    const written = item.startLine - previous.endLine;
    if (isLineComment(previous)) return lines(previous, item, written);
    const isBrace = item.tokenType.name === '{';
    if (written > 0) return isBrace && !isComment(previous) ? 0 : lines(previous, item, written);
    if (isComment(item) || isLed) return 0;
    return isNewLine(previous, item) ? 1 : 0;
  }

  /** Whether an item begins a line although it does not as it is written. */
  function isNewLine(previous: Token, item: Token): boolean {
    if (previous.tokenType.name === '{') return !isInline(previous);
    if (item.tokenType.name === '}') return !isInline(item);
    return starts.has(item) && !isInline(item);
  }

  function isCommentAt(index: number): boolean {
    const item = items[index];
    return item !== undefined && isComment(item);
  }

  /** What the line of an item that begins one is indented by. A statement that goes on stands one step further in. */
  function depthAt(index: number): number {
    let at = index;
    while (at < items.length && isCommentAt(at)) at++;
    const next = items[at];
    const depth = depths[index] ?? 0;
    if (next === undefined || starts.has(next)) return depth;
    const { name } = next.tokenType;
    return name === '}' || name === '{' ? depth : depth + 1;
  }

  return { gaps, isFrozen };
}

/** At most one empty line, and none at the edges of a block. */
function lines({ tokenType: before }: Token, { tokenType: after }: Token, written: number): 1 | 2 {
  return written > 1 && before.name !== '{' && after.name !== '}' ? 2 : 1;
}

function isLineComment({ tokenType: { name } }: Token): boolean {
  return name === 'SL_COMMENT';
}
