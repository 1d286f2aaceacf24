import type { Change } from '../edit/addition.ts';
import { scan } from '../parser/scanner.ts';
import type { Syntax } from '../parser/syntax.ts';
import type { Token } from '../parser/token.ts';
import type { Problem } from '../repair/problem.ts';
import { gapsOf } from './gaps.ts';
import { tidied } from './words.ts';

export interface FormatOptions {
  /** One step of indentation. */
  readonly step: string;
}

/** The one style of journey files: what `journey fmt` writes. */
export const CANONICAL: FormatOptions = { step: '  ' };

/** What a formatter must know of the language. */
export interface FormatLanguage {
  readonly syntax: Syntax;
  /** What is wrong with the form of a text. */
  readonly problemsOf: (text: string) => readonly Problem[];
}

/**
 * What to change so that a text is laid out well: a statement a line, indented by blocks, one space between words, at most
 * one empty line in a row. Only white space changes, and signs that are written wide. In the order of the text, without
 * overlaps.
 *
 * A text that is laid out well is not changed. Texts in quotes, comments and the author's own line breaks within a statement
 * stay. Lines with mistakes stay as they are, and so does a declaration in which a brace is missing. Nothing is changed when
 * the text would then not be read as before.
 */
export function formatEdits(text: string, language: FormatLanguage, { step }: FormatOptions): readonly Change[] {
  const { syntax } = language;
  const problems = language.problemsOf(text);
  if (problems.some(({ code }) => code === 'merge-conflict')) return [];
  const scanned = scan(text, syntax);
  const items = [...scanned.tokens, ...scanned.hidden].toSorted((a, b) => a.startOffset - b.startOffset);
  const { gaps, isFrozen } = gapsOf(text, items, problems, syntax);
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const changes: Change[] = [];
  const change = (start: number, end: number, newText: string): void => {
    if (text.substring(start, end) !== newText) changes.push({ start, end, newText });
  };
  let last = text.startsWith('\uFEFF') ? 1 : 0;
  for (const [index, item] of items.entries()) {
    const gap = gaps[index];
    const indentation = typeof gap === 'object' ? step.repeat(gap.depth) : '';
    if (typeof gap === 'string') change(last, item.startOffset, gap);
    else if (gap !== undefined) change(last, item.startOffset, eol.repeat(gap.breaks) + indentation);
    if (!isFrozen(item)) {
      change(item.startOffset, item.endOffset + 1, tidied(item, typeof gap === 'object' ? indentation : undefined));
    }
    last = item.endOffset + 1;
  }
  const final = items.at(-1);
  if (final === undefined || !isFrozen(final)) change(last, text.length, final === undefined ? '' : eol);
  return isReadAlike(text, changes, scanned.tokens, problems, language) ? changes : [];
}

/** The text as it is laid out well. */
export function formatted(text: string, language: FormatLanguage, options = CANONICAL): string {
  return withChanges(text, formatEdits(text, language, options));
}

/** Makes changes that are in order and do not overlap. */
function withChanges(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { start, end, newText } of changes) {
    parts.push(text.substring(last, start), newText);
    last = end;
  }
  return parts.join('') + text.substring(last);
}

/** White space can mean something: it ends words, and its line breaks tell a keyword from a name. */
function isReadAlike(
  text: string,
  changes: readonly Change[],
  tokens: readonly Token[],
  problems: readonly Problem[],
  { syntax, problemsOf }: FormatLanguage,
): boolean {
  if (changes.length === 0) return true;
  const now = withChanges(text, changes);
  const after = scan(now, syntax).tokens;
  const isSame = after.length === tokens.length && after.every((token, index) => isSameWord(token, tokens[index]));
  if (!isSame || problems.length === 0) return isSame;
  const found = problemsOf(now);
  return found.length === problems.length && found.every(({ code }, index) => code === problems[index]?.code);
}

function isSameWord(token: Token, other: Token | undefined): boolean {
  return other !== undefined && tidied(token) === tidied(other);
}
