import { isOpenEnded, scanPart } from './scanner.ts';
import { LONG_QUOTE } from './strings.ts';
import type { Syntax } from './syntax.ts';
import { firstFrom, type Token } from './token.ts';

/** A text and what it consists of, without anything that no token may contain. */
export interface Scanned {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly hidden: readonly Token[];
}

/** What a changed text consists of. Of the earlier text it has the first tokens, and the last ones, which stand elsewhere now. */
export interface Rescanned {
  readonly scanned: Scanned;
  /** How many of the tokens stand before everything that was scanned again. */
  readonly before: number;
  /** The index of the first token behind that, and of the first hidden one. */
  readonly after: number;
  readonly hiddenAfter: number;
  /** Where it began, and where it ended in the earlier text. */
  readonly start: number;
  readonly earlierEnd: number;
  /** How much further on the last tokens stand. */
  readonly offset: number;
  readonly lines: number;
}

/**
 * Scans the lines that have changed again, and what depends on them. Gives up, with undefined, where that cannot be told from
 * some lines alone, or where something is wrong in them. The tokens of the earlier text are not touched.
 */
export function rescan(
  earlier: Scanned,
  text: string,
  syntax: Pick<Syntax, 'kinds' | 'phrases'>,
): Rescanned | undefined {
  const { start, end, offset } = differenceBetween(earlier.text, text);
  if (mayPairLongQuotes(earlier.text, start, end - offset) || mayPairLongQuotes(text, start, end)) return undefined;
  const { tokens, hidden } = earlier;
  const before = firstToScan(tokens, lineStartOf(text, start));
  const first = before < 0 ? undefined : tokens[before];
  const kept = tokens.slice(0, Math.max(0, before));
  let after = tokens.length;
  let lines = 0;
  const found = scanPart(text, syntax, {
    first,
    endsAt: (position, lineStart, line, previous) => {
      if (lineStart < end) return false;
      const index = firstFrom(tokens, position - offset);
      const token = tokens[index];
      if (token?.startOffset !== position - offset || token.startColumn !== position - lineStart + 1) return false;
      const last = tokens[index - 1];
      if (!beginsLine(tokens, index) || waits(last) !== waits(previous ?? kept.at(-1))) return false;
      after = index;
      lines = line - token.startLine;
      return true;
    },
  });
  if (found.problems.length > 0) return undefined;
  const foundTokens = found.tokens.map(withOwnText);
  const scanStart = first?.startOffset ?? 0;
  const earlierEnd = tokens[after]?.startOffset ?? earlier.text.length;
  const hiddenBefore = hidden.slice(0, firstFrom(hidden, scanStart));
  return {
    scanned: {
      text,
      tokens: [...kept, ...foundTokens, ...tokens.slice(after)],
      hidden: [...hiddenBefore, ...found.hidden.map(withOwnText), ...hidden.slice(firstFrom(hidden, earlierEnd))],
    },
    before: kept.length,
    after: kept.length + found.tokens.length,
    hiddenAfter: hiddenBefore.length + found.hidden.length,
    start: scanStart,
    earlierEnd,
    offset,
    lines,
  };
}

/**
 * The token without the text that it was found in: a part of a text keeps the whole alive, and a token may live on through
 * thousands of versions.
 */
function withOwnText(token: Token): Token {
  return token.upTo(token, JSON.parse(JSON.stringify(token.image)) as string, token.tokenType);
}

/** Where two texts begin and end to differ; the end in the second one, and how much longer that is. */
function differenceBetween(left: string, right: string): { start: number; end: number; offset: number } {
  const shorter = Math.min(left.length, right.length);
  const offset = right.length - left.length;
  let start = 0;
  while (start < shorter && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  let end = right.length;
  const least = Math.max(start, start + offset);
  while (end > least && left.charCodeAt(end - offset - 1) === right.charCodeAt(end - 1)) end--;
  return { start, end, offset };
}

/** Whether a piece of a text touches quotes of which the whole text may hold long ones: those are counted in all of it. */
function mayPairLongQuotes(text: string, start: number, end: number): boolean {
  const reach = LONG_QUOTE.length;
  return text.substring(start - reach, end + reach).includes('"') && text.includes(LONG_QUOTE);
}

function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The last token before a line that begins a line of its own and has nothing to do with the one before; −1 if there is none. */
function firstToScan(tokens: readonly Token[], lineStart: number): number {
  let index = firstFrom(tokens, lineStart) - 1;
  while (index >= 0 && !(beginsLine(tokens, index) && !waits(tokens[index - 1]))) index--;
  return index;
}

function beginsLine(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const last = tokens[index - 1];
  return token !== undefined && (last === undefined || last.endLine < token.startLine);
}

/** Whether the token at the beginning of the next line may belong to it. */
function waits(token: Token | undefined): boolean {
  return token !== undefined && isOpenEnded(token);
}
