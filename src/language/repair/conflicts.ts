import { isBalanced } from '../balance.ts';
import type { Scan } from '../parser/scanner.ts';
import { firstFrom, type Token } from '../parser/token.ts';

/**
 * What of a text with merge conflicts is to be read: both sides, so that nothing is lost. Not the common ancestor that git
 * may show between them, and not the second side where a block begins or ends within the conflict: both together would
 * open it twice.
 */
export function withOneMeaning({ tokens, hidden, problems }: Scan): Scan {
  const markers = hidden.filter(({ tokenType }) => tokenType.name === 'CONFLICT_MARKER');
  if (markers.length === 0) return { tokens, hidden, problems };
  const left = new Set<Token>();
  let sections: Section[] = [];
  for (const [index, marker] of markers.entries()) {
    const sign = marker.image.charAt(0);
    const next = markers[index + 1]?.startOffset ?? Infinity;
    if (sign === '<') sections = [];
    if (sign === '>') {
      for (const token of superfluous(sections)) left.add(token);
      sections = [];
    } else {
      sections.push({ sign, tokens: between(tokens, marker.startOffset, next) });
    }
  }
  return {
    tokens: tokens.filter((token) => !left.has(token)),
    hidden: [...hidden, ...left].toSorted((a, b) => a.startOffset - b.startOffset),
    problems,
  };
}

interface Section {
  readonly sign: string;
  readonly tokens: readonly Token[];
}

function superfluous(sections: readonly Section[]): readonly Token[] {
  const ancestor = sections.filter(({ sign }) => sign === '|').flatMap((section) => section.tokens);
  const sides = sections.filter(({ sign }) => sign !== '|');
  const isWhole = sides.every((section) => isBalanced(section.tokens));
  return [...ancestor, ...(isWhole ? [] : sides.slice(1).flatMap((section) => section.tokens))];
}

/** The tokens between two offsets, found by halving: a file may be one long row of conflicts. */
function between(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  return tokens.slice(firstFrom(tokens, start), firstFrom(tokens, end));
}
