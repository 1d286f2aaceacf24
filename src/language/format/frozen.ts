import { isBalanced } from '../balance.ts';
import type { Syntax } from '../parser/syntax.ts';
import type { Token } from '../parser/token.ts';
import type { Problem, SyntaxCode } from '../repair/problem.ts';

/** What of a text must stay as it is, because nobody knows what was meant. */
export interface Frozen {
  /** Numbers of lines, from 1. */
  readonly lines: ReadonlySet<number>;
  /** The first words of declarations at the top of the file behind one that stays as it is. */
  readonly restarts: ReadonlySet<Token>;
}

/** The lines with mistakes; where a brace is missing or too many, the whole declaration around it. */
export function frozenLines(
  text: string,
  items: readonly Token[],
  problems: readonly Problem[],
  { start }: Syntax,
): Frozen {
  const lines = new Set<number>();
  const restarts = new Set<Token>();
  if (problems.length === 0) return { lines, restarts };
  const freeze = (from: number, to: number): void => {
    for (let line = from; line <= to; line++) lines.add(line);
  };
  for (const { start: from, end, line } of problems) freeze(line, line + breaksIn(text.substring(from, end)));
  const misplaced = problems.filter(({ code }) => UNBALANCES[code]);
  if (misplaced.length > 0) {
    const isTop = ({ tokenType, startColumn }: Token): boolean =>
      tokenType.hard && startColumn === 1 && start.over(tokenType) !== undefined;
    for (const section of sectionsOf(items, isTop)) {
      const [first] = section;
      const last = section.at(-1);
      if (first === undefined || last === undefined) continue;
      if (isTop(first)) restarts.add(first);
      const isBroken = misplaced.some(({ line }) => first.startLine <= line && line <= last.endLine);
      if (isBroken || !isBalanced(section)) freeze(first.startLine, last.endLine);
    }
  }
  // What reaches over several lines stays as a whole. From the back, so that what it touches is seen.
  for (const { startLine, endLine } of items.toReversed()) if (lines.has(endLine)) freeze(startLine, endLine);
  return { lines, restarts };
}

/** Which mistakes leave in doubt how deep everything behind them stands. */
const UNBALANCES: Readonly<Record<SyntaxCode, boolean>> = {
  'unterminated-string': false,
  'unterminated-comment': true,
  'stray-character': false,
  'merge-conflict': true,
  'unclosed-block': true,
  'missing-brace': true,
  'unexpected-brace': true,
  'unknown-keyword': false,
  'misplaced-statement': false,
  'missing-value': false,
  'missing-word': false,
  'unexpected-text': false,
};

function sectionsOf(items: readonly Token[], isTop: (item: Token) => boolean): readonly (readonly Token[])[] {
  const sections: Token[][] = [];
  for (const item of items) {
    const current = sections.at(-1);
    if (current === undefined || isTop(item)) sections.push([item]);
    else current.push(item);
  }
  return sections;
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
